//! Gate and collector by themselves, beside one read of the page's text.

use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::server::Page;
use crate::stage::Stage;

/// Medians over many runs on one page, in milliseconds.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Cost {
    /// One `document.body.textContent`.
    pub text: f64,
    /// The gate.
    pub gate: f64,
    /// The collector.
    pub collect: f64,
    /// Gate and collector in their fastest runs: what they take when the
    /// machine does nothing else.
    pub best: f64,
}

/// Measures on a page with `html` as its body, in a browser with the
/// [`super::instrumented`] extension.
pub async fn cost(stage: &Stage, html: &str) -> Result<Cost> {
    let page = format!("<!doctype html><title>Measured</title><body>{html}");
    let url = "https://measured.example/";
    stage.show(url, Page::html(page)).await?;
    let web = &stage.browser.web;
    web.goto(url).await?; // and wait until it has loaded
    let begin = "document.dispatchEvent(new Event('measure'))";
    web.execute(begin, vec![]).await?;
    let cost = stage.until("the figures", Duration::from_secs(60), async || {
        let script = "return document.documentElement.dataset.cost ?? null";
        let cost = web.execute(script, vec![]).await?;
        Ok(cost.json().as_str().map(ToOwned::to_owned))
    });
    let cost = cost.await?;
    serde_json::from_str(&cost).context(cost)
}
