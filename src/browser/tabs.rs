//! What is remembered of tabs, and talking to their pages.

use js_sys::Date;
use serde::{Deserialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::api::{self, object};
use super::passed::PASSED;
use super::store::{self, Area, read, write};
use super::{toolbar, ways};
use crate::message::{Here, Reply, ToContent, Warning};
use crate::page::Address;
use crate::tab::{Passed, TabState};
use crate::verdict::{Threat, Verdict, words};

/// Key of a tab's state.
pub fn key(tab: i32) -> String {
    format!("{TAB}{tab}")
}

/// What the keys of tabs begin with.
const TAB: &str = "tab:";

/// Reads what is remembered of a tab, once whoever is writing has written.
pub async fn state(tab: i32) -> TabState {
    let _writing = store::writer().await;
    read(Area::Session, &key(tab)).await
}

/// The tab that the person sees: in front of the window they used last.
pub async fn in_front() -> Result<Option<i32>, JsValue> {
    #[derive(Deserialize)]
    struct Tab {
        id: i32,
    }
    let query = object! { "active": true, "lastFocusedWindow": true };
    let tabs: Vec<Tab> = serde_wasm_bindgen::from_value(api::tab_query(&query).await?)?;
    Ok(tabs.first().map(|tab| tab.id))
}

/// Every tab of which anything is remembered: a page of no interest may have come
/// since.
pub async fn remembered() -> Vec<(i32, TabState)> {
    let session = store::read_everything(Area::Session).await;
    let tabs = session.keys().filter_map(|key| {
        let tab = key.strip_prefix(TAB)?.parse().ok()?;
        Some((tab, store::value(&session, key)))
    });
    tabs.collect()
}

/// Changes what is remembered of a tab; what it is then.
pub async fn change(tab: i32, change: impl FnOnce(&mut TabState)) -> Result<TabState, JsValue> {
    let _writing = store::writer().await;
    let mut state = read(Area::Session, &key(tab)).await;
    change(&mut state);
    write(Area::Session, &key(tab), &state).await?;
    Ok(state)
}

/// Says something to the tab's top frame and hears its answer.
pub async fn tell<T: DeserializeOwned>(tab: i32, what: &ToContent) -> Result<T, JsValue> {
    let answer = api::tab_send(tab, &api::to_js(what)?, &object! { "frameId": 0 }).await?;
    Ok(serde_wasm_bindgen::from_value(answer)?)
}

/// Says something to every frame and does not wait: a page that lets nothing
/// run would never answer.
pub fn tell_all(tab: i32, what: ToContent) {
    spawn_local(async move {
        if let Ok(message) = api::to_js(&what) {
            api::tab_send(tab, &message, &object! {}).await.ok();
        }
    });
}

/// For the popup and the warning page: what is known of a tab.
pub async fn describe(tab: i32) -> Result<Reply, JsValue> {
    let mut state = state(tab).await;
    match tell::<Here>(tab, &ToContent::Here).await {
        // The record may be of the page that stood here before.
        Ok(here) => state.enter(&here.document, &here.url, Date::now()),
        // No content script stands in our own warning page: it is what asks.
        Err(_) if state.escalated => state = change(tab, |state| state.arrived = true).await?,
        Err(_) => state = TabState::default(),
    }
    Ok(Reply::Tab {
        host: Address::parse(&state.url).host.into_owned(),
        verdict: state.verdict,
        warning: state.warning,
        passed: state.passed,
    })
}

/// A link to a remote tool was clicked and held back: what to say.
pub async fn clicked(
    tab: i32,
    url: &str,
    threat: Option<Threat>,
) -> Result<Option<Box<Warning>>, JsValue> {
    let settings = store::settings().await.settings;
    let host = Address::parse(url).host;
    let is_wanted = |threat: &Threat| !settings.is_for_work(threat.tool.as_deref(), &host);
    let Some(threat) = threat.filter(is_wanted) else {
        return Ok(None);
    };
    let verdict = Verdict::of(vec![threat]);
    let passed: Vec<Passed> = read(Area::Session, PASSED).await;
    let state = change(tab, |state| {
        state.hear(verdict, &passed, |verdict| {
            words::warning(verdict, &host, settings.trusted.clone())
        });
    });
    let state = state.await?;
    toolbar::show(tab, state.level()).await?;
    Ok(state.to_show().cloned().map(Box::new))
}

/// The tab was closed. What a resisting page did is kept until our own page
/// has [adopted](super::ways::adopt) it.
pub async fn forget(tab: i32) -> Result<(), JsValue> {
    ways::taken(tab);
    let state = state(tab).await;
    if !state.escalated || state.arrived {
        store::remove(&key(tab)).await?;
    }
    Ok(())
}
