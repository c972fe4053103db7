//! Frames whose page is taken away while the rest of the page stays.

use gloo::timers::future::TimeoutFuture;
use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::api::{self, object};
use super::passed::PASSED;
use super::store::{Area, read};
use super::{tabs, toolbar};
use crate::arrival::Says;
use crate::message::{Here, Reply, ToContent, Warning};
use crate::page::Address;
use crate::tab::{Fate, Passed};
use crate::verdict::{Level, Verdict};

/// A frame's document, as the browser and its content script tell of it.
#[derive(Debug, Clone)]
pub struct Frame {
    /// The browser's number.
    pub number: i64,
    /// The document's random name.
    pub document: String,
    /// Its address, or that of the page which made it.
    pub url: String,
}

/// How long a frame may take to empty itself, in milliseconds.
const EMPTIES_MS: u32 = 1_500;

/// What is to become of a frame in the page `here`.
pub async fn judged(
    tab: i32,
    frame: &Frame,
    here: &Here,
    verdict: &Verdict,
) -> Result<Fate, JsValue> {
    let passed: Vec<Passed> = read(Area::Session, PASSED).await;
    let mut fate = Fate::Stays;
    let state = tabs::change(tab, |state| {
        state.enter(&here.document, &here.url, Date::now());
        let document = (&*frame.document, &*frame.url);
        fate = state.judge_frame(frame.number, document, verdict, &passed);
        if fate == Fate::Taken {
            state.says = Says::Orders;
        }
    });
    state.await?;
    if fate == Fate::Taken {
        toolbar::show(tab, Level::Notice).await?;
    }
    Ok(fate)
}

/// Has the warning stand over the whole page when the frame is still there.
pub fn see_that_it_goes(tab: i32, frame: Frame, warning: Option<Box<Warning>>) {
    spawn_local(async move {
        TimeoutFuture::new(EMPTIES_MS).await;
        let target = object! { "frameId": frame.number };
        let Ok(message) = api::to_js(&ToContent::Here) else {
            return;
        };
        let answer = api::tab_send(tab, &message, &target).await;
        let here: Option<Here> = answer
            .ok()
            .and_then(|answer| serde_wasm_bindgen::from_value(answer).ok());
        let is_there = here.is_some_and(|here| here.document == frame.document);
        if let Some(warning) = warning.filter(|_| is_there) {
            let told: Result<Here, _> = tabs::tell(tab, &ToContent::Warn { warning }).await;
            told.ok();
        }
    });
}

/// For an empty frame: whose page stood there.
pub async fn whose(tab: i32, number: i64) -> Reply {
    let state = tabs::state(tab).await;
    let host = |url: &str| Address::parse(url).host.into_owned();
    Reply::Taken {
        host: state
            .taken
            .get(&number.to_string())
            .map(|taken| host(&taken.url)),
    }
}

/// Opens it in a tab of its own, where the whole warning stands over it.
pub async fn open(tab: i32, number: i64) -> Result<(), JsValue> {
    let state = tabs::state(tab).await;
    if let Some(taken) = state.taken.get(&number.to_string()) {
        api::tab_create(&object! { "url": taken.url.clone() }).await?;
    }
    Ok(())
}
