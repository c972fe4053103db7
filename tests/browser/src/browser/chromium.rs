//! Starts Chromium by chromedriver.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::WebDriver;

use super::{Browser, Engine, Setup, connect};
use crate::driver::{Driver, Program};

const CHROMEDRIVER: Program = Program {
    name: "chromedriver",
    variable: "CHROMEDRIVER",
    files: &["chromedriver"],
    install: "apt-get install chromium-driver",
};

/// Starts it.
pub(super) async fn start(setup: &Setup) -> Result<Browser> {
    let profile = tempfile::tempdir()?;
    let program = Program {
        name: "Chromium",
        variable: "CHROMIUM",
        files: &["chromium", "chromium-browser", "chrome"],
        install: "apt-get install chromium",
    };
    let mut args = vec![
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-search-engine-choice-screen".into(),
        "--window-size=1280,900".into(),
        "--lang=en-GB".into(),
        format!(
            "--user-data-dir={}",
            profile.path().join("chromium").display()
        ),
        format!("--proxy-server=http://{}", setup.proxy),
        // Loopback would go round the proxy.
        "--proxy-bypass-list=<-loopback>".into(),
    ];
    if let Some(dir) = &setup.extension {
        args.push(format!("--load-extension={}", dir.display()));
        args.push(format!("--disable-extensions-except={}", dir.display()));
    }
    if !setup.window {
        args.push("--headless=new".into());
    }
    let mut capabilities = json!({
        "browserName": "chrome",
        "acceptInsecureCerts": true,
        "pageLoadStrategy": "normal",
        "unhandledPromptBehavior": "ignore",
        "goog:chromeOptions": {
            // Else the driver hides the tabs that the extension opens.
            "enableExtensionTargets": true,
            "binary": program.find()?,
            "args": args,
            "excludeSwitches": ["disable-extensions", "enable-automation"],
            "prefs": {
                "download.default_directory": profile.path().join("downloads"),
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        },
    });
    if setup.traced {
        capabilities["goog:loggingPrefs"] = json!({ "performance": "ALL" });
        capabilities["goog:chromeOptions"]["perfLoggingPrefs"] = json!({
            "enableNetwork": false,
            "enablePage": false,
            "traceCategories": "devtools.timeline",
        });
    }
    let log = profile.path().join("driver.log");
    let driver = Driver::start(&CHROMEDRIVER, &["--enable-chrome-logs"], &log)?;
    let web = connect(&driver, capabilities).await?;
    let mut browser = Browser {
        engine: Engine::Chromium,
        web,
        origin: String::new(),
        _driver: driver,
        profile,
    };
    // One that is only traced may have no worker.
    if setup.extension.is_some() && !setup.traced {
        browser.origin = origin(&browser.web).await.with_context(|| {
            let log = std::fs::read_to_string(&log).unwrap_or_default();
            let error = log.lines().find(|line| line.contains("Extension error"));
            error.unwrap_or("no reason given").to_owned()
        })?;
    }
    Ok(browser)
}

/// The extension's worker starts once at installation; its target tells the id.
async fn origin(web: &WebDriver) -> Result<String> {
    for _ in 0..100 {
        let targets = web.cdp().send_raw("Target.getTargets", json!({})).await?;
        let urls = targets["targetInfos"].as_array().into_iter().flatten();
        let own = urls
            .filter_map(|target| target["url"].as_str())
            .find_map(|url| {
                let id = url.strip_prefix("chrome-extension://")?.split('/').next()?;
                Some(format!("chrome-extension://{id}"))
            });
        if let Some(origin) = own {
            return Ok(origin);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("Chromium did not start the extension")
}
