//! No accessibility rule is broken on any surface, in light and dark.

use anyhow::{Result, ensure};
use ringfence::verdict::{Level, words};
use ringfence::{judge, page};
use ringfence_browser_tests::axe;
use ringfence_browser_tests::browser::{Browser, Engine};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::{content_scripts, dist};
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::view::View;
use serde_json::{Value, json};

/// What the current tab breaks, in light and dark.
async fn broken(browser: &Browser, name: &str) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for view in [View::WIDE, View::WIDE.dark(), View::NARROW] {
        view.apply(browser).await?;
        for line in axe::violations(browser).await? {
            all.push(format!("{name} {}x dark={} {line}", view.width, view.dark));
        }
    }
    View::WIDE.apply(browser).await?;
    Ok(all)
}

/// The extension's own pages.
pub async fn own_pages(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    let mut all = Vec::new();
    for page in ["warning", "popup", "recovery", "options", "download"] {
        let url = format!("{}/pages/{page}.html?tab={}", stage.browser.origin, tab.id);
        stage.open(&url).await?;
        // Built by script, so the first paint may be empty.
        tokio::time::sleep(std::time::Duration::from_millis(700)).await;
        all.extend(broken(&stage.browser, page).await?);
    }
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

/// The overlay as it is shipped, but in a page's own world and, for this test
/// alone, in an open shadow root, where the rules can see it. In a browser
/// without the extension, which would warn about this page, too.
pub async fn overlay(stage: &Stage) -> Result<()> {
    let engine = stage.browser.engine;
    let plain = Plain::start(engine).await?;
    let mut all = Vec::new();
    for name in [
        "scam/fake-payment",
        "scam/remote-tool-push",
        "scam/scare-screen",
        "benign/vendor-download",
    ] {
        let fixture = Fixture::load(name)?;
        let facts = page::html::collect(&fixture.html, &fixture.url);
        let verdict = facts.iter().map(judge).max_by_key(|verdict| verdict.level);
        let verdict = verdict.unwrap_or_default();
        ensure!(
            verdict.level >= Level::Caution,
            "{name}: no warning to show"
        );
        let Some(warning) = words::warning(&verdict, "shop.example", None) else {
            anyhow::bail!("{name}: no words for it");
        };
        let url = "https://overlay-in-the-open.example/";
        let page = Page::html(in_the_open(engine, &json!(warning))?);
        plain.show(url, page).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        all.extend(broken(&plain.browser, name).await?);
    }
    plain.quit().await;
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

/// A page that runs the shipped overlay with `warning`.
fn in_the_open(engine: Engine, warning: &Value) -> Result<String> {
    let wanted = |file: &str| file.contains("warning_style") || file.contains("overlay");
    let scripts = content_scripts(engine, wanted)?;
    let scripts = scripts
        .iter()
        .map(|(_, source)| format!("<script>{source}</script>\n"));
    let scripts: String = scripts.collect();
    let messages = std::fs::read_to_string(dist(engine).join("_locales/en/messages.json"))?;
    Ok(format!(
        "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1></main>
        <script>
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function () {{ return attach.call(this, {{ mode: 'open' }}); }};
        const messages = {messages};
        globalThis.browser = {{ i18n: {{ getMessage: (id, args) =>
          [].concat(args ?? []).reduce(
            (text, arg) => text.replace(/\\$\\w+\\$/, arg), messages[id]?.message ?? '') }} }};
        </script>
        {scripts}
        <script>ringfenceOverlay.show({warning}, () => {{}})</script>"
    ))
}
