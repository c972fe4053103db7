//! What an organisation has set, kept in `storage.session`.
//!
//! Chromium answers nobody who asks `storage.managed` in the first 3 s after it
//! has started, and now and then nobody at all; no page may go unwarned for
//! that. So the browser is waited for once, and a worker that starts anew goes
//! by what it was told last while it asks again.

use std::cell::Cell;

use futures_util::future::{Either, select};
use gloo::console::warn;
use gloo::timers::future::TimeoutFuture;
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::api;
use super::store::{Area, write};
use crate::settings::KEYS;

/// Its key in `storage.session`.
pub const KEY: &str = "managed";

/// How long the first answer is waited for, in milliseconds, where 1 to 20 are
/// usual.
const PATIENCE_MS: u32 = 150;

thread_local! {
    /// Whether this worker has asked.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// An organisation's settings, by what was read of `storage.session` at [`KEY`].
pub async fn settings(session: &Map<String, Value>) -> Map<String, Value> {
    let is_first = !ASKED.replace(true);
    let Some(Value::Object(kept)) = session.get(KEY) else {
        return first_answer().await;
    };
    if is_first {
        spawn_local(async { keep(ask().await).await });
    }
    kept.clone()
}

async fn first_answer() -> Map<String, Value> {
    let limit = TimeoutFuture::new(PATIENCE_MS);
    match select(Box::pin(ask()), limit).await {
        Either::Left((set, _)) => {
            spawn_local(keep(set.clone()));
            set
        }
        Either::Right(((), late)) => {
            spawn_local(async {
                keep(Map::new()).await;
                keep(late.await).await;
            });
            Map::new()
        }
    }
}

async fn ask() -> Map<String, Value> {
    let keys = api::to_js(&KEYS).unwrap_or(JsValue::NULL);
    let set = api::managed_get(&keys).await;
    // Firefox fails where no organisation has set anything.
    set.map(|set| serde_wasm_bindgen::from_value(set).unwrap_or_default())
        .unwrap_or_default()
}

async fn keep(set: Map<String, Value>) {
    if let Err(error) = write(Area::Session, KEY, &set).await {
        warn!("an organisation's settings cannot be kept:", error);
    }
}
