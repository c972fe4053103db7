//! Every page in `tests/pages`, as a person meets it.

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::stage::Stage;

/// Every scam page is warned about.
pub async fn every_scam_page(stage: &Stage) -> Result<()> {
    let mut wrong = Vec::new();
    for fixture in Fixture::all("scam")? {
        stage.show(&fixture.url, fixture.page()).await?;
        if let Err(error) = stage.warning().await {
            wrong.push(format!("{}: {error:#}", fixture.name));
        }
        stage.clear().await.context(fixture.name)?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

/// Every honest page is left alone, or met with what its sidecar says.
pub async fn every_honest_page(stage: &Stage) -> Result<()> {
    let mut wrong = Vec::new();
    for fixture in Fixture::all("benign")? {
        let tab = stage.show(&fixture.url, fixture.page()).await?;
        let met = match fixture.level.as_str() {
            "caution" => stage.warning().await.map(|_| ()),
            _ => stage.quiet().await,
        };
        let badge = stage.desk.badge(&stage.browser, tab.id).await?;
        let expected = match fixture.level.as_str() {
            "none" => "",
            "notice" => "i",
            _ => "?",
        };
        if let Err(error) = met {
            wrong.push(format!("{}: {error:#}", fixture.name));
        } else if badge != expected {
            wrong.push(format!(
                "{}: badge {badge:?}, not {expected:?}",
                fixture.name
            ));
        }
        stage.clear().await.context(fixture.name)?;
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}
