//! A page that speaks is silenced while a danger stands.

use anyhow::{Result, ensure};
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::content_scripts;
use ringfence_browser_tests::stage::Stage;
use serde_json::json;

use crate::calm::ask;

/// Speech, with a voice put in: headless browsers have none. What the page had
/// paused itself stays so.
pub async fn speech_stops(stage: &Stage) -> Result<()> {
    let page = Page::html("<!doctype html><p>Parcels");
    stage.show("https://parcels.example/", page).await?;
    stage.quiet().await?;
    let quiet = |file: &str| file.ends_with("overlay_quiet.js");
    let scripts = content_scripts(stage.browser.engine, quiet)?;
    for (state, heard) in [
        ("speaking: true, paused: false", json!(["pause", "resume"])),
        ("pending: true, paused: false", json!(["pause", "resume"])),
        ("speaking: true, paused: true", json!([])),
        ("speaking: false, paused: false", json!([])),
    ] {
        let script = format!(
            "const heard = [];
            const voice = {{ {state},
              pause() {{ this.paused = true; heard.push('pause'); }},
              resume() {{ this.paused = false; heard.push('resume'); }} }};
            Object.defineProperty(globalThis, 'speechSynthesis', {{ value: voice, configurable: true }});
            {}
            ringfenceQuiet.begin();
            ringfenceQuiet.hush();
            ringfenceQuiet.end();
            return heard;",
            scripts[0].1
        );
        let said = ask(stage, &script).await?;
        ensure!(said == heard, "{state}: {said}");
    }
    Ok(())
}
