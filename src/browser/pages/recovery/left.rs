//! The pages that the person was got out of: one may have been their own.

use super::super::dom::{self, El, button, el, message};
use crate::browser::api::{self, object};
use crate::browser::store::{self, Area};
use crate::browser::ways::LEFT;
use crate::page::Address;

/// A section with the way back to each; nothing when there was none.
pub async fn section() -> Option<El> {
    let left: Vec<String> = store::read(Area::Session, LEFT).await;
    if left.is_empty() {
        return None;
    }
    let ways = left.into_iter().map(|url| {
        let host = Address::parse(&url).host.into_owned();
        let open = button("recovery_left_open", move || {
            let url = url.clone();
            dom::run(async move {
                let tab = api::tab_create(&object! { "url": url }).await;
                tab.map(drop)
            });
        })
        .attr("aria-label", &message("recovery_left_open_host", &[&host]));
        el("div")
            .class("row")
            .with(el("bdi").class("file").text(&host))
            .with(open)
    });
    let part = el("section").class("part screen");
    Some(
        part.with(el("h2").say("recovery_left"))
            .with(el("p").say("recovery_left_how"))
            .with(ways),
    )
}
