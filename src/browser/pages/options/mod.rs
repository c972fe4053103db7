//! The options: someone you trust, programs used for work, what is
//! remembered, what cannot be seen, and how private it all is.

mod memory;
mod person;
mod work;

use super::dom::{El, el};
use super::parts;
use crate::browser::store;

/// Makes the page. What cannot be read is shown as empty, and can be set anew.
pub async fn open() -> El {
    let loaded = store::settings().await;
    el("div")
        .with(parts::from())
        .with(parts::heading("options_title"))
        .with(
            section("options_trusted")
                .with(el("p").say("options_trusted_how"))
                .with(person::form(&loaded)),
        )
        .with(
            section("options_work")
                .with(el("p").say("options_work_how"))
                .with(work::list(loaded)),
        )
        .with(
            section("options_journey")
                .with(el("p").say("options_journey_how"))
                .with(memory::list().await),
        )
        .with(section("options_unseen").with(el("p").say("options_unseen_how")))
        .with(section("options_privacy").with(privacy()))
}

fn section(title: &str) -> El {
    el("section").class("part").with(el("h2").say(title))
}

fn privacy() -> [El; 3] {
    [
        "options_privacy_device",
        "options_privacy_typed",
        "options_privacy_list",
    ]
    .map(|id| el("p").say(id))
}
