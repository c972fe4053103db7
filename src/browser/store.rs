//! Typed values in `storage.session` and `storage.local`.
//!
//! The worker may be killed between any two events, so nothing lives in its
//! memory: each event reads what it needs and writes back what changed. A
//! stored value that cannot be read counts as absent and is said on the console.

use std::sync::LazyLock;

use futures_util::future::join;
use futures_util::lock::{Mutex, MutexGuard};
use gloo::console::warn;
use js_sys::{Object, Reflect};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::{api, managed};
use crate::journey::{Event, Journey, What};
use crate::settings::{KEYS, Loaded};

/// Key of the [`Journey`].
pub const JOURNEY: &str = "journey";

/// The storage areas.
#[derive(Clone, Copy)]
pub enum Area {
    /// Until the browser is closed; in memory only.
    Session,
    /// Kept.
    Local,
}

/// Whoever reads something to write it back holds this meanwhile: events
/// overlap at each `await`, and the later writer would undo the earlier.
pub async fn writer() -> MutexGuard<'static, ()> {
    static WRITER: LazyLock<Mutex<()>> = LazyLock::new(Mutex::default);
    WRITER.lock().await
}

/// Reads a value; the default when it is absent or corrupt.
pub async fn read<T: DeserializeOwned + Default>(area: Area, key: &str) -> T {
    value(&read_all(area, &[key]).await, key)
}

/// Reads the values of some keys in one round trip; those that are absent are
/// left out.
pub async fn read_all(area: Area, keys: &[&str]) -> Map<String, Value> {
    get(area, api::to_js(keys).unwrap_or(JsValue::NULL)).await
}

/// Reads everything.
pub async fn read_everything(area: Area) -> Map<String, Value> {
    get(area, JsValue::NULL).await
}

async fn get(area: Area, keys: JsValue) -> Map<String, Value> {
    let items = match area {
        Area::Session => api::session_get(&keys).await,
        Area::Local => api::local_get(&keys).await,
    };
    match items {
        Ok(items) => serde_wasm_bindgen::from_value(items).unwrap_or_default(),
        Err(error) => {
            warn!("storage cannot be read:", error);
            Map::new()
        }
    }
}

/// One of the values that were read; the default when it is absent or corrupt.
pub fn value<T: DeserializeOwned + Default>(values: &Map<String, Value>, key: &str) -> T {
    let Some(value) = values.get(key) else {
        return T::default();
    };
    T::deserialize(value).unwrap_or_else(|error| {
        warn!("stored value is corrupt:", key, error.to_string());
        T::default()
    })
}

/// The settings: the person's, and an organisation's on top.
pub async fn settings() -> Loaded {
    let local = read_all(Area::Local, &KEYS);
    let (local, session) = join(local, read_all(Area::Session, &[managed::KEY])).await;
    settings_in(&local, &session).await
}

/// The settings among values that were read.
pub async fn settings_in(local: &Map<String, Value>, session: &Map<String, Value>) -> Loaded {
    let loaded = Loaded::read(local, &managed::settings(session).await);
    for error in &loaded.errors {
        warn!(error.to_string());
    }
    loaded
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
    let _writing = writer().await;
    let mut journey: Journey = read(Area::Local, JOURNEY).await;
    journey.record(Event {
        at: js_sys::Date::now() as u64,
        what,
        tool,
        host: Some(host),
    });
    write(Area::Local, JOURNEY, &journey).await
}
