//! Gate and collector by themselves, beside one read of the page's text.

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::plain::Plain;
use crate::server::Page;
use crate::shipped::gate_and_collector;

/// Medians over many runs on one page, in milliseconds.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Cost {
    /// One `document.body.textContent`.
    pub text: f64,
    /// The gate.
    pub gate: f64,
    /// The collector.
    pub collect: f64,
}

/// Measures on a page with `html` as its body.
pub async fn cost(plain: &Plain, html: &str) -> Result<Cost> {
    let page = format!("<!doctype html><title>Measured</title><body>{html}");
    plain
        .show("https://measured.example/", Page::html(page))
        .await?;
    // In turn, several at once: a page's clock is coarse and a machine noisy.
    let script = format!(
        "const done = arguments[arguments.length - 1];
        {}
        const how = {{ url: location.href, baseUrl: '', frame: 'top', shadowRootOf: (e) => e.shadowRoot }};
        const measured = {{
          text: () => document.body.textContent,
          gate: () => ringfenceGate(document),
          collect: () => ringfenceCollect(document, how),
        }};
        const times = {{ text: [], gate: [], collect: [] }};
        (async () => {{
          for (let round = 0; round < 60; round++) {{
            for (const name in measured) {{
              const start = performance.now();
              for (let i = 0; i < 5; i++) measured[name]();
              times[name].push((performance.now() - start) / 5);
            }}
            await new Promise((next) => setTimeout(next));
          }}
          const median = (list) => list.slice(20).sort((a, b) => a - b)[20];
          done(Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])));
        }})().catch((error) => done(String(error)));",
        gate_and_collector(plain.browser.engine)?,
    );
    let cost = plain.browser.web.execute_async(script, vec![]).await?;
    serde_json::from_value(cost.json().clone()).with_context(|| cost.json().to_string())
}
