//! Every way on from a danger by the keyboard alone.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::see::Surface;
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::words::words;
use thirtyfour::Key;

async fn key(stage: &Stage, key: Key) -> Result<()> {
    let chain = stage.browser.web.action_chain();
    Ok(chain.key_down(key.clone()).key_up(key).perform().await?)
}

/// Goes to the control `words(id)` by Tab and presses it by Enter.
async fn press(stage: &Stage, id: &str) -> Result<()> {
    let name = words(id, &[])?;
    let mut surface = stage.warning().await?;
    surface.control(&name)?;
    for _ in 0..surface.controls.len() + 3 {
        if surface
            .controls
            .iter()
            .any(|control| control.focused && control.text == name)
        {
            // A press in the first moment may have been meant for the page.
            tokio::time::sleep(Duration::from_millis(700)).await;
            return key(stage, Key::Enter).await;
        }
        key(stage, Key::Tab).await?;
        surface = stage.warning().await?;
    }
    anyhow::bail!("Tab does not lead to {name:?}")
}

async fn open(stage: &Stage) -> Result<Surface> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await
}

/// Tab stays on the warning, forwards and backwards; Esc changes nothing.
pub async fn keyboard_is_held(stage: &Stage) -> Result<()> {
    let surface = open(stage).await?;
    for wanted in [Key::Tab, Key::Escape] {
        for _ in 0..surface.controls.len() + 2 {
            key(stage, wanted.clone()).await?;
            let now = stage.warning().await?;
            ensure!(now.text == surface.text, "the warning changed");
            ensure!(
                now.controls.iter().any(|control| control.focused),
                "the keyboard is elsewhere"
            );
        }
    }
    let field = "return document.activeElement.tagName";
    let active = stage.browser.web.execute(field, vec![]).await?;
    ensure!(active.json() != "INPUT", "the page has the keyboard");
    Ok(())
}

/// "Get me out" has the keyboard from the start.
pub async fn keyboard_get_me_out(stage: &Stage) -> Result<()> {
    open(stage).await?;
    let before = stage.browser.web.window().await?;
    press(stage, "button_leave").await?;
    let gone = stage.until("the tab to go", Duration::from_secs(5), async || {
        Ok((!stage.browser.web.windows().await?.contains(&before)).then_some(()))
    });
    gone.await
}

/// To the recovery page.
pub async fn keyboard_recovery(stage: &Stage) -> Result<()> {
    open(stage).await?;
    press(stage, "button_recover").await?;
    stage
        .arrive("recovery.html", &words("recovery_hang_up", &[])?)
        .await
}

/// Through question and pause to the page.
pub async fn keyboard_pass(stage: &Stage) -> Result<()> {
    open(stage).await?;
    press(stage, "button_pass").await?;
    press(stage, "button_no").await?;
    let name = words("button_go_on_anyway", &[])?;
    let shown = stage.until(&name, Duration::from_secs(60), async || {
        Ok(stage.warning().await?.control(&name).is_ok().then_some(()))
    });
    shown.await?;
    press(stage, "button_go_on_anyway").await?;
    stage.gone().await.context("passed")
}
