//! Pictures of every surface, in both browsers, light and dark, wide and
//! narrow, at 200%: `screenshots DIRECTORY`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::view::View;

/// One page for each warning that differs.
const WARNINGS: [(&str, &str); 6] = [
    ("payment", "scam/fake-payment"),
    ("sign-in", "scam/fake-sign-in"),
    ("contact", "scam/call-this-number"),
    ("tool-push", "scam/remote-tool-push"),
    ("scare", "scam/scare-screen"),
    ("caution", "benign/vendor-download"),
];

#[tokio::main]
async fn main() -> Result<()> {
    let dir = std::env::args_os()
        .nth(1)
        .context("usage: screenshots DIRECTORY")?;
    let dir = PathBuf::from(dir);
    std::fs::create_dir_all(&dir)?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let stage = Stage::start(engine).await?;
        warnings(&stage, &dir).await?;
        own_pages(&stage, &dir).await?;
        stage.browser.quit().await;
    }
    Ok(())
}

/// The current tab in every view, as `BROWSER-SURFACE-VIEW.png`.
async fn take(stage: &Stage, dir: &Path, surface: &str) -> Result<()> {
    let views = [
        ("light", View::WIDE),
        ("dark", View::WIDE.dark()),
        ("narrow", View::NARROW),
        ("narrow-dark", View::NARROW.dark()),
        ("large", View::LARGE),
    ];
    for (name, view) in views {
        view.apply(&stage.browser).await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        let file = format!("{}-{surface}-{name}.png", stage.browser.engine.name());
        stage.browser.web.screenshot(&dir.join(file)).await?;
    }
    View::WIDE.apply(&stage.browser).await
}

async fn warnings(stage: &Stage, dir: &Path) -> Result<()> {
    for (surface, name) in WARNINGS {
        let fixture = Fixture::load(name)?;
        stage.show(&fixture.url, fixture.page()).await?;
        stage.warning().await.context(surface)?;
        take(stage, dir, surface).await?;
        if surface == "payment" {
            stage.press("button_pass").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            take(stage, dir, "question").await?;
            stage.press("button_no").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            take(stage, dir, "pause").await?;
        }
        stage.clear().await?;
    }
    Ok(())
}

async fn own_pages(stage: &Stage, dir: &Path) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    let file = "https://files.example/AnyDesk.exe";
    stage
        .server
        .put(file, Page::new("application/octet-stream", vec![0; 999]));
    for page in ["warning", "popup", "recovery", "options"] {
        let url = format!("{}/pages/{page}.html?tab={}", stage.browser.origin, tab.id);
        stage.open(&url).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        take(stage, dir, page).await.context(page)?;
    }
    stage.clear().await?;
    stage.held_download(file, "AnyDesk").await?;
    take(stage, dir, "download").await
}
