//! From the settled page to the verdict and to the painted warning.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::json;
use tempfile::TempDir;

use crate::browser::Engine;
use crate::see::in_parent;
use crate::shipped::{copy, manifest};
use crate::stage::Stage;

const PROBE: &str = include_str!("probe.js");
const COST: &str = include_str!("cost.js");

/// One load of a page, in milliseconds since its navigation began.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(default)]
pub struct Timing {
    /// `DOMContentLoaded`, when the first look begins.
    pub loaded: f64,
    /// A later look began; 0 when the first was enough.
    pub settled: f64,
    /// The background had judged.
    pub answered: f64,
    /// The first frame with the warning was handed over; 0 without one.
    pub painted: f64,
}

/// A copy of the extension with the probe in front of its content scripts, and
/// after them what measures gate and collector.
pub fn instrumented(engine: Engine) -> Result<TempDir> {
    let copy = copy(engine)?;
    let file = copy.path().join("manifest.json");
    let mut manifest = manifest(copy.path())?;
    let scripts = manifest["content_scripts"][0]["js"].as_array_mut();
    let scripts = scripts.context("no content scripts")?;
    scripts.insert(0, json!("probe.js"));
    scripts.push(json!("cost.js"));
    fs::write(file, manifest.to_string())?;
    fs::write(copy.path().join("cost.js"), COST)?;
    fs::write(copy.path().join("probe.js"), PROBE)?;
    Ok(copy)
}

/// Loads `url` in the current tab with the background awake.
pub async fn warm(stage: &Stage, url: &str) -> Result<Timing> {
    stage.browser.web.goto(url).await?;
    let timing = stage.until("the verdict", Duration::from_secs(10), async || {
        let script = "return document.documentElement.dataset.marks ?? '{}'";
        let marks = stage.browser.web.execute(script, vec![]).await?;
        let timing: Timing = serde_json::from_str(marks.json().as_str().unwrap_or("{}"))?;
        Ok((timing.painted > 0.0).then_some(timing))
    });
    timing.await
}

/// The same with the background stopped first.
pub async fn cold(stage: &Stage, url: &str) -> Result<Timing> {
    let tab = stage.browser.web.window().await?;
    stop_background(stage).await?;
    stage.browser.web.switch_to_window(tab).await?;
    warm(stage, url).await
}

/// Stops the background as the browser does, in the extension's own tab.
pub async fn stop_background(stage: &Stage) -> Result<()> {
    let browser = &stage.browser;
    match browser.engine {
        Engine::Chromium => {
            browser
                .web
                .switch_to_window(stage.desk.window.clone())
                .await?;
            let cdp = browser.web.cdp();
            cdp.send_raw("ServiceWorker.enable", json!({})).await?;
            cdp.send_raw("ServiceWorker.stopAllWorkers", json!({}))
                .await?;
            cdp.send_raw("ServiceWorker.disable", json!({})).await?;
        }
        Engine::Firefox => {
            let script = "const [origin, done] = arguments;
                const policy = WebExtensionPolicy.getActiveExtensions().find((policy) =>
                  policy.getURL('') === `${origin}/`);
                policy.extension.terminateBackground().then(() => done(null), (e) => done(String(e)));";
            let failed = in_parent(browser, script, vec![json!(browser.origin)]).await?;
            anyhow::ensure!(failed.is_null(), "cannot stop the background: {failed}");
        }
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    Ok(())
}
