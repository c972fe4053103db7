//! Stands guard over a tab while a danger does: no sound, every frame quiet,
//! and when the page lets nothing run any more (an `alert` without end, a
//! loop), the tab is taken away. Afterwards all is as it was.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use gloo::timers::future::TimeoutFuture;
use serde::Deserialize;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::api::{self, object};
use super::{tabs, ways};
use crate::message::{Here, ToContent};
use crate::page::Address;
use crate::tab::TabState;
use crate::verdict::Level;

/// How closely a page is watched.
struct Pace {
    /// Between two questions to the page, in milliseconds.
    every: u32,
    /// How long the page may be busy with itself before it counts as holding
    /// the person, in milliseconds.
    patience: u32,
}

/// On a slow machine an honest page blocks its tab for a second or two.
const PATIENT: Pace = Pace {
    every: 250,
    patience: 2_500,
};
/// For a page whose scripts call `alert` and the like.
const IMPATIENT: Pace = Pace {
    every: 100,
    patience: 250,
};
/// How often the answer is looked for while it is waited for, in milliseconds.
const STEP_MS: u32 = 50;

thread_local! {
    static WATCHED: RefCell<BTreeSet<i32>> = const { RefCell::new(BTreeSet::new()) };
}

/// The part of `tabs.Tab` that is read.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Tab {
    active: bool,
    muted_info: MutedInfo,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct MutedInfo {
    muted: bool,
    /// Of the extension that muted it.
    extension_id: Option<String>,
}

impl MutedInfo {
    /// Whether the sound was turned off, and not by us (a watch before this one
    /// may have been cut short).
    fn by_others(&self) -> bool {
        self.muted && !self.by_us()
    }

    fn by_us(&self) -> bool {
        self.muted && self.extension_id == Some(api::OWN_ID.with(Clone::clone))
    }
}

/// Begins to watch `document` in `tab`, unless that is being done.
pub fn begin(tab: i32, document: String) {
    if !WATCHED.with_borrow_mut(|watched| watched.insert(tab)) {
        return;
    }
    spawn_local(async move {
        if let Err(error) = watch(tab, &document).await {
            gloo::console::debug!("Ringfence: the watch over a tab ended:", error);
        }
        WATCHED.with_borrow_mut(|watched| watched.remove(&tab));
    });
}

/// The danger was passed: all is as it was, also where the background was
/// stopped and its watch with it.
pub async fn end(tab: i32) -> Result<(), JsValue> {
    if WATCHED.with_borrow(|watched| watched.contains(&tab)) {
        return Ok(());
    }
    tabs::tell_all(tab, ToContent::Calm);
    if look(tab).await?.muted_info.by_us() {
        api::tab_update(tab, &object! { "muted": false }).await?;
    }
    Ok(())
}

async fn watch(tab: i32, document: &str) -> Result<(), JsValue> {
    let was_muted = look(tab).await?.muted_info.by_others();
    api::tab_update(tab, &object! { "muted": true }).await?;
    tabs::tell_all(tab, ToContent::Hush);
    let mut still_there = true;
    let mut held = 0;
    while still_there && let Some(pace) = pace(tab, document).await {
        TimeoutFuture::new(pace.every).await;
        let answer = ask(tab, pace.patience).await;
        // Firefox stops a background that has called none of its functions for
        // 30 s: not even in the pause before a warning can be passed.
        let is_active = look(tab).await?.active;
        let is_held = match &answer {
            Some(Ok(here)) => {
                // Time that we have lived through ourselves: the clock alone
                // also runs on while the device sleeps.
                let is_still = here.stalled > f64::from(held);
                held = if is_still { held + pace.every } else { 0 };
                held >= pace.patience
            }
            Some(Err(_)) => false,
            None => true,
        };
        // A tab in the background may be frozen by the browser itself.
        if is_held && is_active {
            ways::replace(tab).await?;
            return Ok(());
        }
        if let Some(answer) = answer {
            still_there = answer.is_ok_and(|here| here.document == document);
        }
    }
    if still_there {
        tabs::tell_all(tab, ToContent::Calm);
    }
    if !was_muted {
        api::tab_update(tab, &object! { "muted": false }).await?;
    }
    Ok(())
}

async fn look(tab: i32) -> Result<Tab, JsValue> {
    Ok(serde_wasm_bindgen::from_value(api::tab_get(tab).await?)?)
}

/// How closely to watch this document; `None` when no danger stands over it.
async fn pace(tab: i32, document: &str) -> Option<Pace> {
    let state = tabs::state(tab).await;
    let is_danger = state.document == document && state.to_show()?.level == Level::Danger;
    is_danger.then_some(if state.dialogs { IMPATIENT } else { PATIENT })
}

/// What stands in the tabs that a download may come from: those with a page of one
/// of these hosts, and the one that the person sees, for a page need not say that
/// it is the one who asks (`noreferrer`). Only pages that were `noted`.
pub async fn behind_download(hosts: &[&str], noted: impl Fn(&TabState) -> bool) -> Vec<TabState> {
    let in_front = tabs::in_front().await.ok().flatten();
    let mut behind = Vec::new();
    for (tab, state) in tabs::remembered().await {
        if !noted(&state) {
            continue;
        }
        // A page that lets nothing run is still there; a slow one gets its time.
        let is_there =
            |here: Result<Here, _>| here.is_ok_and(|here| here.document == state.document);
        if hosts.contains(&&*Address::parse(&state.url).host)
            || in_front == Some(tab) && ask(tab, PATIENT.patience).await.is_none_or(is_there)
        {
            behind.push(state);
        }
    }
    behind
}

/// Asks the page who it is; `None` when it does not answer in time.
async fn ask(tab: i32, patience: u32) -> Option<Result<Here, JsValue>> {
    let answer = Rc::new(RefCell::new(None));
    let written = Rc::clone(&answer);
    spawn_local(async move {
        let here = tabs::tell(tab, &ToContent::Here).await;
        written.replace(Some(here));
    });
    for _ in 0..patience / STEP_MS {
        TimeoutFuture::new(STEP_MS).await;
        if answer.borrow().is_some() {
            break;
        }
    }
    answer.take()
}
