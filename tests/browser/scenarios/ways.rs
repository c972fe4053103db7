//! The ways on from a danger.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use serde_json::json;

/// How long a person waits before a danger can be passed.
const PAUSE: Duration = Duration::from_secs(30);

async fn open(stage: &Stage) -> Result<Fixture> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    Ok(fixture)
}

/// "Get me out": the page's tab goes, its history with it, and another comes.
pub async fn get_me_out(stage: &Stage) -> Result<()> {
    open(stage).await?;
    let trap = stage.browser.web.window().await?;
    stage.press("button_leave").await?;
    let left = stage.until("another tab", APPEARS, async || {
        let windows = stage.browser.web.windows().await?;
        // The extension's own tab, and the one to be safe in.
        Ok((!windows.contains(&trap) && windows.len() == 2).then_some(()))
    });
    left.await
}

/// The page that was left can be reached again from the recovery page, under the
/// warning.
pub async fn left_page_is_reached_again(stage: &Stage) -> Result<()> {
    let fixture = open(stage).await?;
    let trap = stage.browser.web.window().await?;
    stage.press("button_leave").await?;
    let gone = stage.until("the tab to go", APPEARS, async || {
        let windows = stage.browser.web.windows().await?;
        Ok((!windows.contains(&trap)).then_some(windows))
    });
    let left = gone.await?;
    stage.browser.web.switch_to_window(left[0].clone()).await?;
    stage.open_own("recovery.html").await?;
    let before = stage.browser.web.windows().await?;
    stage.press_own("recovery_left_open").await?;
    let again = stage.until("its tab", APPEARS, async || {
        let now = stage.browser.web.windows().await?;
        Ok(now.into_iter().find(|window| !before.contains(window)))
    });
    stage.browser.web.switch_to_window(again.await?).await?;
    stage.arrive_at(&fixture.url).await?;
    stage.warning().await?;
    Ok(())
}

/// "I have already let someone in" opens the recovery page.
pub async fn recovery_opens(stage: &Stage) -> Result<()> {
    open(stage).await?;
    stage.press("button_recover").await?;
    stage.arrive_at_recovery().await
}

/// Someone on the phone: not onwards but to the recovery page.
pub async fn on_the_phone_leads_to_recovery(stage: &Stage) -> Result<()> {
    open(stage).await?;
    stage.press("button_pass").await?;
    stage.press("button_yes").await?;
    stage.arrive_at_recovery().await
}

/// Nobody on the phone: a pause, then the page; and it is not asked again.
pub async fn pass_after_the_pause(stage: &Stage) -> Result<()> {
    let fixture = open(stage).await?;
    stage.press("button_pass").await?;
    stage.press("button_no").await?;
    let start = Instant::now();
    let go_on = stage.go_on_anyway().await?;
    ensure!(
        start.elapsed() > PAUSE - Duration::from_secs(1),
        "only {:?}",
        start.elapsed()
    );
    stage.click(&go_on).await?;
    stage.gone().await.context("passed")?;
    stage.browser.web.goto(&fixture.url).await?;
    stage
        .quiet()
        .await
        .context("opened again after it was passed")?;
    remembered_here_only(stage, &fixture).await
}

/// A pass holds for its site and for as long as the browser is open; the
/// journey knows of it.
async fn remembered_here_only(stage: &Stage, fixture: &Fixture) -> Result<()> {
    stage
        .show("https://another-refund.example/pay", fixture.page())
        .await?;
    stage.warning().await.context("on another site")?;
    let body = "const local = await chrome.storage.local.get();
        return { keys: Object.keys(local), journey: local.journey.map((event) => event.what),
          passed: (await chrome.storage.session.get('passed')).passed.length }";
    let kept = stage.desk.call(&stage.browser, body, json!({})).await?;
    ensure!(kept["passed"] == 1, "of this session: {kept}");
    let keys = kept["keys"].as_array().context("keys")?;
    ensure!(!keys.contains(&json!("passed")), "kept for good: {kept}");
    let journey = kept["journey"].as_array().context("journey")?;
    ensure!(journey.contains(&json!("passed")), "no journey: {kept}");
    Ok(())
}
