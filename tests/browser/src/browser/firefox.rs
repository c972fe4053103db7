//! Starts Firefox by geckodriver.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::extensions::addons::firefox::FirefoxTools;

use super::{Browser, Engine, Setup, connect};
use crate::driver::{Driver, Program};
use crate::shipped::manifest;

const GECKODRIVER: Program = Program {
    name: "geckodriver",
    variable: "GECKODRIVER",
    files: &["geckodriver"],
    install: "cargo install geckodriver",
};

/// The extension's address in Firefox; a fresh one is drawn per profile
/// otherwise, which no test could know.
const FIREFOX_UUID: &str = "6e1f2f0c-3a6b-4f5e-9d57-0f1b6a1c2d3e";

/// Starts it.
pub(super) async fn start(setup: &Setup) -> Result<Browser> {
    let profile = tempfile::tempdir()?;
    let program = Program {
        name: "Firefox",
        variable: "FIREFOX",
        files: &["firefox-esr", "firefox"],
        install: "apt-get install firefox-esr",
    };
    let (host, port) = setup.proxy.split_once(':').context("proxy is host:port")?;
    let port: u16 = port.parse()?;
    let mut prefs = json!({
        "network.proxy.type": 1,
        "network.proxy.http": host, "network.proxy.http_port": port,
        "network.proxy.ssl": host, "network.proxy.ssl_port": port,
        "network.proxy.allow_hijacking_localhost": true,
        "browser.download.folderList": 2,
        "browser.download.dir": profile.path().join("downloads"),
        "browser.download.manager.addToRecentDocs": false,
        "intl.accept_languages": "en-GB, en",
        "intl.locale.requested": "en-GB",
        "privacy.reduceTimerPrecision": false,
        "dom.min_background_timeout_value": 4,
    });
    if let Some(dir) = &setup.extension {
        let id = addon_id(dir)?;
        prefs["extensions.webextensions.uuids"] = json!(json!({ id: FIREFOX_UUID }).to_string());
    }
    let capabilities = json!({
        "browserName": "firefox",
        "acceptInsecureCerts": true,
        "pageLoadStrategy": "normal",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {
            "binary": program.find()?,
            "args": if setup.window {
                json!([])
            } else {
                json!(["-headless", "-width", "1280", "-height", "1000"])
            },
            "prefs": prefs,
        },
    });
    let root = format!("--profile-root={}", profile.path().display());
    // System access: the closed shadow root is seen from Firefox's own side.
    let args = [root.as_str(), "--allow-system-access", "--websocket-port=0"];
    let driver = Driver::start(&GECKODRIVER, &args, &profile.path().join("driver.log"))?;
    let web = connect(&driver, capabilities).await?;
    let mut origin = String::new();
    if let Some(dir) = &setup.extension {
        let path = dir.canonicalize()?;
        FirefoxTools::new(web.handle().clone())
            .install_addon(&path.to_string_lossy(), Some(true))
            .await?;
        origin = format!("moz-extension://{FIREFOX_UUID}");
    }
    Ok(Browser {
        engine: Engine::Firefox,
        web,
        origin,
        _driver: driver,
        profile,
    })
}

/// The add-on id in the manifest.
fn addon_id(dir: &Path) -> Result<String> {
    let manifest = manifest(dir)?;
    let id = &manifest["browser_specific_settings"]["gecko"]["id"];
    Ok(id.as_str().context("the manifest has no gecko id")?.into())
}
