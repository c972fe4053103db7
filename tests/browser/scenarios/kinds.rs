//! One page of each kind, and the honest pages that look alike.

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::words::words;

/// Opens a scam page: the danger must stand over it with `headline`.
async fn danger(stage: &Stage, name: &str, headline: &str) -> Result<()> {
    let fixture = Fixture::load(name)?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    let surface = stage.warning().await?;
    ensure!(surface.role == "alertdialog", "role {}", surface.role);
    ensure!(surface.name == headline, "it says {:?}", surface.name);
    let out = surface.control(&words("button_leave", &[])?)?;
    ensure!(out.reachable, "the way out is covered");
    ensure!(out.focused, "the way out does not have the keyboard");
    let badge = stage.desk.badge(&stage.browser, tab.id).await?;
    ensure!(badge == "!", "the toolbar says {badge:?}");
    Ok(())
}

/// Opens an honest page: nothing may show. Then a scam in the same tab must
/// be warned about, or the quiet would mean nothing.
async fn quiet(stage: &Stage, name: &str) -> Result<()> {
    let fixture = Fixture::load(name)?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.quiet().await?;
    let control = Fixture::load("scam/fake-payment")?;
    stage.server.put(&control.url, control.page());
    stage.browser.web.goto(&control.url).await?;
    stage.warning().await?;
    Ok(())
}

pub async fn fake_payment(stage: &Stage) -> Result<()> {
    danger(stage, "scam/fake-payment", &words("headline_pay", &[])?).await
}

pub async fn fake_sign_in(stage: &Stage) -> Result<()> {
    danger(stage, "scam/fake-sign-in", &words("headline_sign_in", &[])?).await
}

pub async fn call_this_number(stage: &Stage) -> Result<()> {
    danger(
        stage,
        "scam/call-this-number",
        &words("headline_phone", &[])?,
    )
    .await
}

pub async fn remote_tool_push(stage: &Stage) -> Result<()> {
    let headline = words("headline_tool", &["AnyDesk"])?;
    danger(stage, "scam/remote-tool-push", &headline).await
}

pub async fn scare_screen(stage: &Stage) -> Result<()> {
    danger(stage, "scam/scare-screen", &words("headline_number", &[])?).await
}

/// The genuine vendor's page is worth a pause, and can be passed at once.
pub async fn vendor_page(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("benign/vendor-download")?;
    stage.show(&fixture.url, fixture.page()).await?;
    let surface = stage.warning().await?;
    let headline = words("headline_wait_caller", &[])?;
    ensure!(surface.name == headline, "it says {:?}", surface.name);
    stage.press("button_go_on").await?;
    stage.gone().await
}

pub async fn honest_article(stage: &Stage) -> Result<()> {
    quiet(stage, "benign/honest-article").await
}

pub async fn honest_helpdesk(stage: &Stage) -> Result<()> {
    quiet(stage, "benign/honest-helpdesk").await
}

pub async fn honest_shop_with_amazon_pay(stage: &Stage) -> Result<()> {
    quiet(stage, "benign/shop-amazon-pay").await
}

pub async fn amazon_itself(stage: &Stage) -> Result<()> {
    quiet(stage, "benign/amazon-own-checkout").await
}
