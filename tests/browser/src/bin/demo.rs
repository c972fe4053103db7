//! Shows the warning: opens Chromium with the extension on a fake "Amazon
//! Prime cancellation" page that is served from this machine.
//!
//! Without a display it saves a screenshot instead and prints the verdict.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;
use ringfence_browser_tests::browser::{Engine, Setup};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::shipped::dist;
use ringfence_browser_tests::stage::Stage;
use serde_json::json;

#[tokio::main]
async fn main() -> Result<()> {
    let window = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some());
    let setup = Setup {
        extension: Some(dist(Engine::Chromium)),
        window,
        ..Setup::default()
    };
    let stage = Stage::with(Engine::Chromium, setup).await?;
    let fixture = Fixture::load("scam/call-this-number")?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    let surface = stage.warning().await?;
    println!("{}\n\n{}\n", fixture.url, surface.text);
    let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist/demo.png");
    stage.browser.web.screenshot(&picture).await?;
    let ask = "return chrome.runtime.sendMessage({ type: 'tab', tab: args.tab })";
    let known = stage
        .desk
        .call(&stage.browser, ask, json!({ "tab": tab.id }))
        .await?;
    println!("verdict: {:#}", known["verdict"]);
    println!("picture: {}", picture.canonicalize()?.display());
    stage
        .browser
        .web
        .switch_to_window(tab.window.clone())
        .await?;
    if window {
        println!("Close the browser to end.");
        while stage
            .browser
            .web
            .windows()
            .await
            .is_ok_and(|open| !open.is_empty())
        {
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
    }
    stage.browser.quit().await;
    Ok(())
}
