//! While the browser starts, not all of it answers yet.

use anyhow::Result;
use ringfence_browser_tests::browser::Setup;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::shipped::copy;
use ringfence_browser_tests::stage::Stage;

/// Chromium's managed storage in its first seconds: asked, it says nothing.
const SILENT: &str = "const real = globalThis.chrome;
    const silent = { get: () => new Promise(() => {}) };
    const over = (object, name, value) =>
      new Proxy({}, { get: (_, asked) => (asked === name ? value : object[asked]) });
    globalThis.chrome = over(real, 'storage', over(real.storage, 'managed', silent));
    ";

/// An organisation's settings that never come hold no warning back.
pub async fn policy_is_silent(stage: &Stage) -> Result<()> {
    let engine = stage.browser.engine;
    let extension = copy(engine)?;
    let file = extension.path().join("background.js");
    let script = std::fs::read_to_string(&file)?;
    std::fs::write(&file, format!("{SILENT}{script}"))?;
    let setup = Setup {
        extension: Some(extension.path().to_owned()),
        ..Setup::default()
    };
    let starting = Stage::with(engine, setup).await?;
    let fixture = Fixture::load("scam/fake-payment")?;
    starting.show(&fixture.url, fixture.page()).await?;
    let warned = starting.warning().await;
    starting.browser.quit().await;
    warned.map(drop)
}
