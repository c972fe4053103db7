//! A pass is for what was seen: whatever is louder or other warns anew.

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{Stage, Tab};
use serde_json::json;

use super::calm::ask;

/// A caution in the name of Amazon.
const CAUTION: &str = "scam/gift-card-balance";
/// A danger of the same kind.
const LOUDER: &str = "scam/fake-payment";
/// A danger of another.
const OTHER: &str = "scam/fake-sign-in";

/// Opens a page with a caution and passes it.
async fn passed(stage: &Stage) -> Result<(Fixture, Tab)> {
    let fixture = Fixture::load(CAUTION)?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    stage.press("button_go_on").await?;
    stage.gone().await?;
    Ok((fixture, tab))
}

/// What the toolbar says of the tab in which one then goes on.
async fn badge(stage: &Stage, tab: &Tab) -> Result<String> {
    let badge = stage.desk.badge(&stage.browser, tab.id).await?;
    let window = tab.window.clone();
    stage.browser.web.switch_to_window(window).await?;
    Ok(badge)
}

/// The document whose caution was passed becomes a danger, then another one.
pub async fn pass_holds_for_what_was_seen(stage: &Stage) -> Result<()> {
    let (_, tab) = passed(stage).await?;
    let after = badge(stage, &tab).await?;
    ensure!(after == "i", "passed, the toolbar says {after:?}");
    for name in [LOUDER, OTHER] {
        become_page(stage, &Fixture::load(name)?).await?;
        stage.warning().await.context(name)?;
        let now = badge(stage, &tab).await?;
        ensure!(now == "!", "of {name} the toolbar says {now:?}");
        stage.pass().await?;
    }
    become_page(stage, &Fixture::load(LOUDER)?).await?;
    stage.quiet().await.context("what was passed before")
}

/// Puts the page's words and fields into the document that stands there.
async fn become_page(stage: &Stage, fixture: &Fixture) -> Result<()> {
    let html = String::from_utf8(fixture.html.clone())?;
    let script = format!(
        "const inner = new DOMParser().parseFromString({}, 'text/html');
        document.title = inner.title;
        document.body.replaceWith(document.adoptNode(inner.body));",
        json!(html)
    );
    ask(stage, &script).await?;
    Ok(())
}

/// Other documents and hosts of the same site warn of what was not seen.
pub async fn pass_holds_no_further_on_the_site(stage: &Stage) -> Result<()> {
    let (caution, _) = passed(stage).await?;
    let host = caution.url.split('/').nth(2).context("no host")?;
    for url in [format!("https://{host}/pay"), format!("https://my.{host}/")] {
        for name in [LOUDER, OTHER] {
            let page = Page::html(Fixture::load(name)?.html);
            stage.show(&url, page).await?;
            stage
                .warning()
                .await
                .with_context(|| format!("{name} at {url}"))?;
        }
        stage.show(&url, caution.page()).await?;
        stage
            .quiet()
            .await
            .with_context(|| format!("passed, at {url}"))?;
    }
    Ok(())
}
