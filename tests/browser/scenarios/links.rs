//! Links to a remote tool: honest pages have them, so they are asked about only
//! when they are clicked.

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{Stage, Tab};
use ringfence_browser_tests::words::words;
use thirtyfour::By;

/// Where the helpdesk's page says that the program is.
const LINK: &str = "https://download.anydesk.com/AnyDesk.exe";

/// Opens the helpdesk's page, which is quiet, and clicks its link.
async fn clicked(stage: &Stage) -> Result<(Fixture, Tab)> {
    let helpdesk = Fixture::load("benign/honest-helpdesk")?;
    let program = Page::html("<!doctype html><title>Served</title><p>What the link leads to.");
    stage.server.put(LINK, program);
    let tab = stage.show(&helpdesk.url, helpdesk.page()).await?;
    stage.quiet().await?;
    press_link(stage).await?;
    Ok((helpdesk, tab))
}

async fn press_link(stage: &Stage) -> Result<()> {
    let link = format!("a[href='{LINK}']");
    Ok(stage.browser.web.find(By::Css(link)).await?.click().await?)
}

/// It is held back and asked about; "Go on" follows it.
pub async fn clicked_link_goes_on(stage: &Stage) -> Result<()> {
    let (helpdesk, tab) = clicked(stage).await?;
    let surface = stage.warning().await?;
    let headline = words("headline_wait_caller", &[])?;
    ensure!(surface.name == headline, "it says {:?}", surface.name);
    let url = stage.browser.web.current_url().await?;
    ensure!(url.as_str() == helpdesk.url, "it was followed to {url}");
    let badge = stage.desk.badge(&stage.browser, tab.id).await?;
    ensure!(badge == "?", "the toolbar says {badge:?}");
    stage.browser.web.switch_to_window(tab.window).await?;
    stage.press("button_go_on").await?;
    stage.arrive_at(LINK).await
}

/// A program used for work is not asked about.
pub async fn clicked_link_for_work(stage: &Stage) -> Result<()> {
    let (helpdesk, _) = clicked(stage).await?;
    stage.warning().await?;
    stage.press("button_work").await?;
    stage.arrive_at(LINK).await?;
    stage.browser.web.goto(&helpdesk.url).await?;
    press_link(stage).await?;
    stage.arrive_at(LINK).await
}
