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
use super::tabs;
use crate::message::{Here, ToContent};
use crate::verdict::Level;

/// Between two questions to the page, in milliseconds.
const EVERY_MS: u32 = 250;
/// How long a page may be busy with itself before it counts as holding the
/// person, in milliseconds: on a slow machine an honest page blocks its tab for a
/// second or two.
const PATIENCE_MS: u32 = 2_500;
/// The same for a page whose scripts call `alert` and the like.
const PATIENCE_DIALOGS_MS: u32 = 300;
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
#[serde(default)]
struct MutedInfo {
    muted: bool,
}

/// Begins to watch `document` in `tab`, unless that is being done.
pub fn begin(tab: i32, document: String, has_dialogs: bool) {
    if !WATCHED.with_borrow_mut(|watched| watched.insert(tab)) {
        return;
    }
    let patience = if has_dialogs {
        PATIENCE_DIALOGS_MS
    } else {
        PATIENCE_MS
    };
    spawn_local(async move {
        if let Err(error) = watch(tab, &document, patience).await {
            gloo::console::debug!("Ringfence: the watch over a tab ended:", error);
        }
        WATCHED.with_borrow_mut(|watched| watched.remove(&tab));
    });
}

async fn watch(tab: i32, document: &str, patience: u32) -> Result<(), JsValue> {
    let was_muted = look(tab).await?.muted_info.muted;
    api::tab_update(tab, &object! { "muted": true }).await?;
    tabs::tell_all(tab, ToContent::Hush);
    let mut still_there = true;
    while still_there && is_danger(tab, document).await {
        TimeoutFuture::new(EVERY_MS).await;
        match ask(tab, patience).await {
            Some(answer) => still_there = answer.is_ok_and(|here| here.document == document),
            None if look(tab).await?.active => {
                tabs::replace(tab).await?;
                return Ok(());
            }
            // A tab in the background may be frozen by the browser itself.
            None => {}
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

/// Whether a danger still stands over this document.
async fn is_danger(tab: i32, document: &str) -> bool {
    let state = tabs::state(tab).await;
    state.document == document
        && state
            .to_show()
            .is_some_and(|warning| warning.level == Level::Danger)
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
