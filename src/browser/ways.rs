//! The ways out of a tab, and ours into it: what is done when a page fights the
//! warning or the person wants to get away.

use std::cell::RefCell;
use std::collections::BTreeSet;

use gloo::timers::future::TimeoutFuture;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use super::api::{self, object};
use super::store::{self, Area, write};
use super::tabs::{change, key, state, tell_all};
use crate::message::ToContent;

/// How long a tab may take to arrive at our warning page before we open one of
/// our own and close it, in milliseconds (a page that answers is left in a
/// third of this).
const ARRIVAL_MS: u32 = 1_000;
/// How long a page's content scripts get to hear that we leave, in
/// milliseconds. Their answer is not waited for: a page in a loop gives none.
const HEAR_MS: u32 = 30;

thread_local! {
    /// Tabs that are being taken away, until they are gone.
    static TAKEN: RefCell<BTreeSet<i32>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether nobody else is taking this tab away.
fn take(tab: i32) -> bool {
    TAKEN.with_borrow_mut(|taken| taken.insert(tab))
}

/// The tab is gone, or our own page stands in it.
pub fn taken(tab: i32) {
    TAKEN.with_borrow_mut(|taken| taken.remove(&tab));
}

/// The page fights the warning: takes the tab to our own page, which no page
/// can touch. First by navigation; if the page holds on (an `alert` loop, a
/// `beforeunload` question), by a tab of our own in its place.
pub async fn escalate(tab: i32) -> Result<(), JsValue> {
    if !take(tab) {
        return Ok(());
    }
    remember_escalated(tab).await?;
    announce_leaving(tab).await;
    let url = api::own_url("pages/warning.html");
    // Chromium refuses while the person drags the tab.
    if api::tab_update(tab, &object! { "url": url }).await.is_ok() {
        TimeoutFuture::new(ARRIVAL_MS).await;
        if api::tab_get(tab).await.is_err() {
            // Closed meanwhile, as the person wished: nothing to come back for.
            taken(tab);
            store::remove(&key(tab)).await?;
            return Ok(());
        }
        // Our page asks for the tab's state as soon as it stands.
        if state(tab).await.arrived {
            taken(tab);
            return Ok(());
        }
    }
    put_ours(tab).await
}

/// Opens our warning page in a tab of its own and closes the page's: for a
/// page that cannot even be navigated away.
pub async fn replace(tab: i32) -> Result<(), JsValue> {
    if !take(tab) {
        return Ok(());
    }
    remember_escalated(tab).await?;
    put_ours(tab).await
}

async fn put_ours(tab: i32) -> Result<(), JsValue> {
    let url = api::own_url("pages/warning.html");
    let ours = api::tab_create(&object! { "url": format!("{url}?tab={tab}") }).await;
    let removed = api::tab_remove(tab).await;
    if ours.is_err() || removed.is_err() {
        taken(tab);
        notify("notify_page_resists").await?;
    }
    Ok(())
}

/// Key of the addresses of pages that the person was got out of, newest first.
pub const LEFT: &str = "left";
/// So many are kept.
const MOST_LEFT: usize = 5;

/// "Get me out": a new tab in the place of this one, so that no trapped
/// history and no script of the page is left. The recovery page leads back.
pub async fn leave(tab: i32, incognito: bool) -> Result<(), JsValue> {
    announce_leaving(tab).await;
    if !incognito {
        remember_left(tab).await?;
    }
    api::tab_create(&object! {}).await?;
    if api::tab_remove(tab).await.is_err() {
        notify("notify_page_resists").await?;
    }
    Ok(())
}

async fn remember_left(tab: i32) -> Result<(), JsValue> {
    let url = state(tab).await.url;
    if !url.starts_with("http") {
        return Ok(());
    }
    let _writing = store::writer().await;
    let mut left: Vec<String> = store::read(Area::Session, LEFT).await;
    left.retain(|one| *one != url);
    left.insert(0, url);
    left.truncate(MOST_LEFT);
    write(Area::Session, LEFT, &left).await
}

/// Lets the page's content scripts swallow its `beforeunload` first.
async fn announce_leaving(tab: i32) {
    tell_all(tab, ToContent::Leaving);
    TimeoutFuture::new(HEAR_MS).await;
}

async fn remember_escalated(tab: i32) -> Result<(), JsValue> {
    change(tab, |state| state.escalated = true).await?;
    Ok(())
}

/// Our warning page in the tab `new` stands for the page in `old`, whose tab
/// was closed because it resisted: it takes over what is known of it.
pub async fn adopt(old: i32, new: i32) -> Result<bool, JsValue> {
    let state = state(old).await;
    let resisted = state.escalated && !state.arrived && old != new;
    if resisted {
        write(Area::Session, &key(new), &state).await?;
        store::remove(&key(old)).await?;
    }
    Ok(resisted)
}

/// Opens one of our pages in a tab of its own; that tab.
pub async fn open(page: &str) -> Result<i32, JsValue> {
    #[derive(Deserialize)]
    struct Tab {
        id: i32,
    }
    let tab = api::tab_create(&object! { "url": api::own_url(page) }).await?;
    let Tab { id } = serde_wasm_bindgen::from_value(tab)?;
    Ok(id)
}

/// A system notification, for when no page of ours can be shown.
pub async fn notify(message: &str) -> Result<(), JsValue> {
    let options = object! {
        "type": "basic",
        "iconUrl": api::own_url("icons/danger-128.png"),
        "title": api::i18n_message("extension_name", Vec::new()),
        "message": api::i18n_message(message, Vec::new()),
    };
    api::notify("ringfence", &options).await?;
    Ok(())
}
