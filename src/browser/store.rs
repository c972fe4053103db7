//! Typed values in `storage.session` and `storage.local`.
//!
//! The worker may be killed between any two events, so nothing lives in its
//! memory: each event reads what it needs and writes back what changed. A
//! stored value that cannot be read counts as absent and is said on the console.

use gloo::console::warn;
use js_sys::{Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::api;
use crate::journey::{Event, Journey, What};
use crate::settings::{KEYS, Loaded};

/// The two storage areas.
#[derive(Clone, Copy)]
pub enum Area {
    /// Until the browser is closed; in memory only.
    Session,
    /// Kept.
    Local,
}

/// Reads a value; the default when it is absent or corrupt.
pub async fn read<T: DeserializeOwned + Default>(area: Area, key: &str) -> T {
    let items = match area {
        Area::Session => api::session_get(&key.into()).await,
        Area::Local => api::local_get(&key.into()).await,
    };
    let value = items.and_then(|items| Reflect::get(&items, &key.into()));
    match value {
        Ok(value) if value.is_undefined() => T::default(),
        Ok(value) => serde_wasm_bindgen::from_value(value).unwrap_or_else(|error| {
            warn!("stored value is corrupt:", key, error.to_string());
            T::default()
        }),
        Err(error) => {
            warn!("storage cannot be read:", key, error);
            T::default()
        }
    }
}

/// The settings: the person's, and an organisation's on top.
pub async fn settings() -> Loaded {
    let keys = api::to_js(&KEYS).unwrap_or(JsValue::NULL);
    // Firefox rejects `managed` when no organisation has set anything.
    let managed = api::managed_get(&keys)
        .await
        .map_or_else(|_| Map::new(), as_map);
    let local = api::local_get(&keys)
        .await
        .map_or_else(|_| Map::new(), as_map);
    let loaded = Loaded::read(&local, &managed);
    for error in &loaded.errors {
        warn!(error.to_string());
    }
    loaded
}

fn as_map(items: JsValue) -> Map<String, Value> {
    serde_wasm_bindgen::from_value(items).unwrap_or_default()
}

/// Writes a value.
///
/// # Errors
/// When the browser refuses, a full disk for one.
pub async fn write<T: Serialize>(area: Area, key: &str, value: &T) -> Result<(), JsValue> {
    let items = Object::new();
    Reflect::set(&items, &key.into(), &api::to_js(value)?)?;
    match area {
        Area::Session => api::session_set(&items).await?,
        Area::Local => api::local_set(&items).await?,
    };
    Ok(())
}

/// Adds an event of now to the journey. Not for private windows.
///
/// # Errors
/// As [`write`].
pub async fn remember(what: What, tool: Option<String>, host: String) -> Result<(), JsValue> {
    let mut journey: Journey = read(Area::Local, "journey").await;
    journey.record(Event {
        at: js_sys::Date::now() as u64,
        what,
        tool,
        host: Some(host),
    });
    write(Area::Local, "journey", &journey).await
}
