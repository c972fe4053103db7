//! What the person decided about a warning, and how long that holds.

use wasm_bindgen::JsValue;

use super::api::{self, object};
use super::store::{self, Area, read, write};
use super::tabs::{change, key};
use super::{toolbar, watch};
use crate::journey::What;
use crate::page::Address;
use crate::settings;
use crate::tab::{Passed, TabState};

/// Key of the list of [`Passed`].
pub const PASSED: &str = "passed";

/// The person passed the warning's friction.
pub async fn pass(tab: i32, from_own_page: bool, incognito: bool) -> Result<(), JsValue> {
    let (state, is_new) = {
        let _writing = store::writer().await;
        let mut state: TabState = read(Area::Session, &key(tab)).await;
        let mut passed: Vec<Passed> = read(Area::Session, PASSED).await;
        let is_new = state.to_show().is_some();
        if is_new {
            passed.extend(Passed::all(&state.url, &state.verdict));
            write(Area::Session, PASSED, &passed).await?;
        }
        state.passed |= is_new;
        state.escalated = false;
        state.arrived = false;
        write(Area::Session, &key(tab), &state).await?;
        (state, is_new)
    };
    if is_new && !incognito {
        let host = Address::parse(&state.url).host.into_owned();
        let tool = state
            .warning
            .as_ref()
            .and_then(|warning| warning.tool.clone());
        store::remember(What::Passed, tool, host).await?;
    }
    toolbar::show(tab, state.level()).await?;
    watch::end(tab).await?;
    if from_own_page {
        api::tab_update(tab, &object! { "url": state.url }).await?;
    }
    Ok(())
}

/// "I use this for work": never ask about this tool's own pages again.
pub async fn used_for_work(tab: i32) -> Result<(), JsValue> {
    let state = change(tab, |state| state.passed = state.warning.is_some()).await?;
    toolbar::show(tab, state.level()).await?;
    let Some(tool) = state.warning.and_then(|warning| warning.tool) else {
        return Ok(());
    };
    let host = Address::parse(&state.url).host.into_owned();
    let _writing = store::writer().await;
    let mut settings = store::settings().await.settings;
    settings.use_for_work(&tool, &host);
    write(Area::Local, settings::WORK, &settings.work).await
}
