//! What the person decided about a warning, and how long that holds.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::api::{self, object};
use super::store::{self, Area, read, write};
use super::tabs::{change, state};
use super::watch;
use crate::journey::What;
use crate::page::Address;
use crate::settings;
use crate::tab::TabState;
use crate::verdict::Kind;

/// A site whose warning the person passed, until the browser is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    site: String,
    kind: Kind,
}

/// Key of the list of [`Passed`].
pub const PASSED: &str = "passed";

impl Passed {
    /// What a pass of the warning that stands in a tab is remembered as.
    pub fn of(state: &TabState) -> Option<Self> {
        let kind = state.warning.as_deref()?.kind;
        let site = site(&state.url);
        Some(Self { site, kind })
    }
}

/// The site that a pass holds for: the registrable domain, or the whole host.
fn site(url: &str) -> String {
    let host = Address::parse(url).host;
    crate::host::registrable(&host).unwrap_or(&host).to_owned()
}

/// The person passed the warning's friction.
pub async fn pass(tab: i32, from_own_page: bool, incognito: bool) -> Result<(), JsValue> {
    let state = change(tab, |state| {
        state.passed |= state.warning.is_some();
        state.escalated = false;
        state.arrived = false;
    });
    let state = state.await?;
    let Some(pass) = Passed::of(&state) else {
        return Ok(());
    };
    {
        let _writing = store::writer().await;
        let mut passed: Vec<Passed> = read(Area::Session, PASSED).await;
        passed.push(pass);
        write(Area::Session, PASSED, &passed).await?;
    }
    if !incognito {
        let host = Address::parse(&state.url).host.into_owned();
        let tool = state.warning.and_then(|warning| warning.tool);
        store::remember(What::Passed, tool, host).await?;
    }
    watch::end(tab).await?;
    if from_own_page {
        api::tab_update(tab, &object! { "url": state.url }).await?;
    }
    Ok(())
}

/// "I use this for work": never ask about this tool's own pages again.
pub async fn used_for_work(tab: i32) -> Result<(), JsValue> {
    let state = state(tab).await;
    let Some(tool) = state.warning.and_then(|warning| warning.tool) else {
        return Ok(());
    };
    let host = Address::parse(&state.url).host.into_owned();
    let _writing = store::writer().await;
    let mut settings = store::settings().await.settings;
    settings.use_for_work(&tool, &host);
    write(Area::Local, settings::WORK, &settings.work).await
}
