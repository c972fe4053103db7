//! What is remembered of the last hours, to see and to forget.

use std::rc::Rc;

use gloo::console::warn;
use js_sys::Date;
use wasm_bindgen::JsValue;

use crate::browser::api::object;
use crate::browser::pages::ask;
use crate::browser::pages::dom::{self, El, Place, button, el, message};
use crate::catalogue;
use crate::journey::{Event, What};
use crate::message::{Reply, ToBackground};

/// The list.
pub async fn list() -> El {
    let place = Place::of(el("div"));
    let events = match ask(ToBackground::Journey).await {
        Ok(Reply::Journey { events }) => events,
        other => {
            warn!("no journey:", format!("{other:?}"));
            Vec::new()
        }
    };
    place.show(items(&place, &events));
    el("div").place(&place)
}

fn items(place: &Rc<Place>, events: &[Event]) -> Vec<El> {
    if events.is_empty() {
        return vec![el("p").attr("tabindex", "-1").say("options_none")];
    }
    vec![
        el("ul").class("rows").with(events.iter().filter_map(item)),
        el("div").class("actions").with(forget(place)),
    ]
}

/// `None` of what only we did.
fn item(event: &Event) -> Option<El> {
    let tool = event
        .tool
        .as_deref()
        .map(|id| catalogue::tool(id).map_or(id, |tool| tool.name));
    let some_tool = message("options_some_tool", &[]);
    let what = match event.what {
        What::ToolPage => "options_tool_page",
        What::Download => "options_download",
        What::Session => "options_session",
        What::Passed => "options_passed",
        What::Paused => return None,
    };
    let date = Date::new(&JsValue::from_f64(event.at as f64));
    let style = object! { "dateStyle": "medium", "timeStyle": "short" };
    let time = String::from(date.to_locale_string(&message("page_language", &[]), &style));
    let row = el("li")
        .with(el("span").say_with(what, &[tool.unwrap_or(&some_tool)]))
        .with(
            event
                .host
                .as_ref()
                .map(|host| el("span").class("host").with(el("bdi").text(host))),
        )
        .with(el("time").class("host").text(&time));
    Some(row)
}

fn forget(place: &Rc<Place>) -> El {
    let place = Rc::clone(place);
    button("options_journey_clear", move || {
        let place = Rc::clone(&place);
        dom::run(async move {
            ask(ToBackground::Forget).await?;
            place.show(items(&place, &[]));
            place.focus("p");
            Ok(())
        });
    })
}
