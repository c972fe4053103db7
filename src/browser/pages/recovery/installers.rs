//! The browser's downloads that are installers of remote tools.

use std::rc::Rc;

use gloo::console::warn;
use serde::Deserialize;
use wasm_bindgen::JsValue;

use crate::arrival::{Arrival, Says};
use crate::browser::api::{self, object};
use crate::browser::pages::dom::{self, El, Place, button, el, message};
use crate::browser::pages::from_js;

/// Most files that are listed.
const FILES: usize = 8;

/// A downloaded file that installs a remote tool.
pub struct File {
    /// The browser's number for the download.
    id: i32,
    /// Its name without the folder.
    name: String,
    /// The tool's id; `None` for a renamed one that is not known by name.
    pub tool: Option<String>,
}

/// The members of `downloads.DownloadItem` that are read.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Item {
    id: i32,
    url: String,
    /// Firefox has the member without a value.
    referrer: Option<String>,
    filename: String,
    exists: bool,
}

/// Finds those that are still there, newest first; none when the browser
/// cannot tell (Firefox on Android).
pub async fn find() -> Vec<File> {
    let query = object! { "orderBy": ["-startTime"], "state": "complete" };
    let found: Result<Vec<Item>, JsValue> = api::download_search(&query).await.and_then(from_js);
    let found = found.unwrap_or_else(|error| {
        warn!("no downloads:", error);
        Vec::new()
    });
    let installers = found.into_iter().filter_map(installer);
    installers.take(FILES).collect()
}

fn installer(item: Item) -> Option<File> {
    let name = item.filename.rsplit(['/', '\\']).next()?;
    let referrer = item.referrer.as_deref().unwrap_or_default();
    let arrival = Arrival {
        url: &item.url,
        filename: name,
        referrer,
        says: Says::Nothing,
    };
    let threat = arrival.threat()?;
    item.exists.then(|| File {
        id: item.id,
        name: name.to_owned(),
        tool: threat.tool,
    })
}

/// Shows them, each with its buttons.
pub fn show(files: &[File]) -> Vec<El> {
    if files.is_empty() {
        return vec![el("p").say("recovery_file_none")];
    }
    files.iter().map(row).collect()
}

fn row(file: &File) -> El {
    let id = file.id;
    let name = file.name.clone();
    let place = Place::of(el("div").class("row"));
    let label = |text: &str| message(text, &[&name]);
    let show = button("recovery_file_show", move || {
        dom::run(async move { api::download_show(id) });
    })
    .attr("aria-label", &label("recovery_file_show_name"));
    let (row, gone) = (Rc::clone(&place), label("recovery_file_deleted"));
    let delete = button("recovery_file_delete", move || {
        let (row, gone) = (Rc::clone(&row), gone.clone());
        dom::run(async move {
            api::download_remove_file(id).await?;
            api::download_erase(&object! { "id": id }).await?;
            row.show(
                el("p")
                    .attr("tabindex", "-1")
                    .attr("role", "status")
                    .text(&gone),
            );
            row.focus("p");
            Ok(())
        });
    })
    .attr("aria-label", &label("recovery_file_delete_name"));
    place.show([
        el("bdi").class("file").text(&name),
        el("span").class("actions").with([show, delete]),
    ]);
    el("div").place(&place)
}
