//! Typed values in `storage.session` and `storage.local`.
//!
//! The worker may be killed between any two events, so nothing lives in its
//! memory alone: each event writes back at once what it changed, and what is
//! [`Known`] can be read again. A stored value that cannot be read counts as
//! absent and is said on the console.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::thread::LocalKey;

use futures_util::future::join;
use futures_util::lock::{Mutex, MutexGuard};
use gloo::console::warn;
use js_sys::{Object, Reflect};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use wasm_bindgen::JsValue;

use super::passed::PASSED;
use super::{api, managed};
use crate::journey::{Event, Journey, What};
use crate::known::Known;
use crate::settings::{KEYS, Loaded};
use crate::tab::Passed;

/// Key of the [`Journey`].
pub const JOURNEY: &str = "journey";

/// The storage areas.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Until the browser is closed; in memory only.
    Session,
    /// Kept.
    Local,
}

thread_local! {
    static SESSION: RefCell<Known> = RefCell::default();
    static LOCAL: RefCell<Known> = RefCell::default();
    /// Whether [`changed`] is told of changes: the background is, our pages are not.
    static IS_TOLD: Cell<bool> = const { Cell::new(false) };
}

impl Area {
    fn known(self) -> &'static LocalKey<RefCell<Known>> {
        match self {
            Self::Session => &SESSION,
            Self::Local => &LOCAL,
        }
    }
}

/// From now on [`changed`] will be told of every change.
pub fn will_be_told() {
    IS_TOLD.set(true);
}

/// A key's part of `storage.onChanged`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    #[serde(default)]
    new_value: Option<Value>,
}

/// The browser tells of changes in an area.
///
/// # Errors
/// When they are not of the expected shape.
pub fn changed(area: JsValue, changes: JsValue) -> Result<(), JsValue> {
    // There are more areas than we use.
    let Ok(area) = serde_wasm_bindgen::from_value::<Area>(area) else {
        return Ok(());
    };
    let changes: BTreeMap<String, Change> = serde_wasm_bindgen::from_value(changes)?;
    area.known().with_borrow_mut(|known| {
        for (key, change) in &changes {
            known.changed(key, change.new_value.as_ref());
        }
    });
    Ok(())
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

/// Reads the values of some keys in at most one round trip; those that are
/// absent are left out.
pub async fn read_all(area: Area, keys: &[&str]) -> Map<String, Value> {
    if !IS_TOLD.get() {
        return get(area, keys).await.unwrap_or_default();
    }
    if let Some(values) = area.known().with_borrow(|known| known.get(keys)) {
        return values;
    }
    let asked = area.known().with_borrow(Known::now);
    let Some(values) = get(area, keys).await else {
        return Map::new();
    };
    area.known()
        .with_borrow_mut(|known| known.answered(asked, keys, &values));
    values
}

/// Reads everything.
pub async fn read_everything(area: Area) -> Map<String, Value> {
    get(area, &None::<()>).await.unwrap_or_default()
}

/// Asks the browser; `None` when it has no answer.
async fn get<T: Serialize + ?Sized>(area: Area, keys: &T) -> Option<Map<String, Value>> {
    let keys = api::to_js(keys).unwrap_or(JsValue::NULL);
    let items = match area {
        Area::Session => api::session_get(&keys).await,
        Area::Local => api::local_get(&keys).await,
    };
    let items = items.inspect_err(|error| warn!("storage cannot be read:", error));
    Some(serde_wasm_bindgen::from_value(items.ok()?).unwrap_or_default())
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
    let value = api::to_js(value)?;
    let items = Object::new();
    Reflect::set(&items, &key.into(), &value)?;
    // As the browser will tell of it.
    let told = serde_wasm_bindgen::from_value(value)?;
    area.known()
        .with_borrow_mut(|known| known.written(key, told));
    let written = match area {
        Area::Session => api::session_set(&items).await,
        Area::Local => api::local_set(&items).await,
    };
    if written.is_err() {
        area.known().with_borrow_mut(|known| known.forget(key));
    }
    written.map(drop)
}

/// Removes a value of the session.
///
/// # Errors
/// When the browser refuses.
pub async fn remove(key: &str) -> Result<(), JsValue> {
    SESSION.with_borrow_mut(|known| known.forget(key));
    api::session_remove(key).await.map(drop)
}

/// Adds an event of now to the journey. Not for private windows.
///
/// # Errors
/// As [`write`].
pub async fn remember(what: What, tool: Option<String>, host: String) -> Result<(), JsValue> {
    let _writing = writer().await;
    let mut journey: Journey = read(Area::Local, JOURNEY).await;
    let event = Event {
        at: js_sys::Date::now() as u64,
        what,
        tool,
        host: Some(host),
    };
    if event.lets_in() {
        begin_chain().await?;
    }
    journey.record(event);
    write(Area::Local, JOURNEY, &journey).await
}

/// Someone may be let in from here on: what was passed at a bank after an earlier
/// session holds no longer. Whoever calls it is the writer.
///
/// # Errors
/// As [`write`].
pub async fn begin_chain() -> Result<(), JsValue> {
    let mut passed: Vec<Passed> = read(Area::Session, PASSED).await;
    let before = passed.len();
    passed.retain(|one| !one.is_of_session());
    match passed.len() == before {
        true => Ok(()),
        false => write(Area::Session, PASSED, &passed).await,
    }
}
