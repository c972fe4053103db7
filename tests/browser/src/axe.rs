//! Accessibility rules (axe-core) on the page in the current tab.

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use anyhow::{Context, Result, anyhow, ensure};
use serde_json::Value;

use crate::browser::Browser;

/// The rules of WCAG 2.2 AA and good practice that the page breaks, one line
/// each; empty when there are none.
pub async fn violations(browser: &Browser) -> Result<Vec<String>> {
    let script = format!(
        "const done = arguments[arguments.length - 1];
        {}
        axe.run(document).then(
          (found) => done({{ passes: found.passes.length, violations: found.violations.map((rule) =>
            `${{rule.id}}: ${{rule.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}}`) }}),
          (error) => done({{ error: String(error) }}),
        );",
        source()?
    );
    let found = browser.web.execute_async(script, vec![]).await?;
    let found = found.json();
    ensure!(found["error"].is_null(), "axe: {}", found["error"]);
    ensure!(
        found["passes"].as_u64() > Some(3),
        "axe saw no page: {found}"
    );
    let lines = found["violations"].as_array().into_iter().flatten();
    Ok(lines.filter_map(Value::as_str).map(str::to_owned).collect())
}

/// axe-core as the lock file beside this crate pins it. Fetched when missing, and
/// by one of the trials that run beside each other only.
fn source() -> Result<&'static str> {
    static SOURCE: LazyLock<Result<String, String>> =
        LazyLock::new(|| fetched().map_err(|error| format!("{error:#}")));
    SOURCE.as_deref().map_err(|error| anyhow!(error.clone()))
}

fn fetched() -> Result<String> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = dir.join("node_modules/axe-core/axe.min.js");
    if !file.is_file() {
        let status = Command::new("npm")
            .args(["ci", "--silent", "--prefix"])
            .arg(dir)
            .status()
            .context("npm is missing: run `apt-get install npm`")?;
        ensure!(status.success(), "`npm ci` in {} failed", dir.display());
    }
    std::fs::read_to_string(&file).with_context(|| file.display().to_string())
}
