//! The extension's own pages. Each is one file that makes the contents of
//! `<main>`; `extension/pages/page.js` loads the engine and calls [`page`].
//!
//! - [`dom`]: a few words to build a page with
//! - [`parts`]: what several pages show
//! - [`try_it`]: not the extension's, but the try-it page in `www/`
//! - [`warning`], [`recovery`], [`popup`], [`options`], [`download`]: the pages

mod dom;
mod download;
mod options;
mod parts;
mod popup;
mod recovery;
mod try_it;
mod warning;

use std::str::FromStr;

use gloo::utils::window;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::UrlSearchParams;

use super::api;
use crate::message::{Reply, ToBackground};

/// Fills the page called `name`.
///
/// # Errors
/// When the page cannot be made; `page.js` then says so in its place.
#[wasm_bindgen]
pub async fn page(name: &str) -> Result<(), JsValue> {
    let contents = match name {
        "warning" => warning::open().await,
        "recovery" => recovery::open().await,
        "popup" => popup::open().await?,
        "options" => options::open().await,
        "download" => download::open().await?,
        _ => return Err(JsValue::from_str("no such page")),
    };
    let main = dom::main()?;
    main.show(contents);
    main.focus(warning::FIRST);
    Ok(())
}

/// Asks the background.
///
/// # Errors
/// When it does not answer, or answers with an error.
async fn ask(message: ToBackground) -> Result<Reply, JsValue> {
    match from_js(api::send(&api::to_js(&message)?).await?)? {
        Reply::Error { message } => Err(JsValue::from_str(&message)),
        reply => Ok(reply),
    }
}

/// What the browser gave, typed.
fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// A parameter of the page's own address, where the background put it.
fn parameter<T: FromStr>(name: &str) -> Option<T> {
    let search = window().location().search().ok()?;
    let value = UrlSearchParams::new_with_str(&search).ok()?.get(name)?;
    value.parse().ok()
}
