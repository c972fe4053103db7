//! Every page in `tests/pages`, as a person meets it.

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::stage::Stage;

use crate::hostile::warned;

/// A scam page is warned about: the warning stands over it, or, where its
/// dialogs let none be drawn, our own page stands in its place.
pub async fn is_warned(stage: &Stage, fixture: &Fixture) -> Result<()> {
    stage.show(&fixture.url, fixture.page()).await?;
    match fixture.opens_dialogs() {
        true => warned(stage).await,
        false => stage.warning().await.map(drop),
    }
}

/// An honest page is left alone, or met with what its sidecar says.
pub async fn is_met(stage: &Stage, fixture: &Fixture) -> Result<()> {
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    let expected = match fixture.level.as_str() {
        "caution" => {
            stage.warning().await?;
            "?"
        }
        level => {
            stage.quiet().await?;
            if level == "notice" { "i" } else { "" }
        }
    };
    let badge = stage.desk.badge(&stage.browser, tab.id).await?;
    ensure!(badge == expected, "badge {badge:?}, not {expected:?}");
    Ok(())
}
