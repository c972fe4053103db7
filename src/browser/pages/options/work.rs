//! "I use this for work": what was allowed, to take back.

use std::rc::Rc;

use crate::browser::pages::dom::{self, El, Place, button, el, message};
use crate::browser::store::{self, Area};
use crate::catalogue;
use crate::settings::{Loaded, WORK, WorkUse};

/// The list.
pub fn list(loaded: Loaded) -> El {
    let place = Place::of(el("div"));
    let locked = loaded.is_locked(WORK);
    place.show(items(&place, &loaded.settings.work, locked));
    el("div")
        .with(locked.then(|| el("p").say("options_locked")))
        .place(&place)
}

fn items(place: &Rc<Place>, work: &[WorkUse], locked: bool) -> El {
    if work.is_empty() {
        return el("p").attr("tabindex", "-1").say("options_none");
    }
    let items = work.iter().map(|one| {
        let tool = catalogue::tool(&one.tool).map_or(one.tool.as_str(), |tool| tool.name);
        let name = message("options_work_item", &[tool, &one.host]);
        let remove = (!locked).then(|| remove(place, one, &name));
        el("li")
            .class("row")
            .with(el("span").text(&name))
            .with(remove)
    });
    el("ul").class("rows").attr("tabindex", "-1").with(items)
}

fn remove(place: &Rc<Place>, one: &WorkUse, name: &str) -> El {
    let (place, one) = (Rc::clone(place), one.clone());
    button("options_remove", move || {
        let (place, one) = (Rc::clone(&place), one.clone());
        dom::run(async move {
            // Read again: the background may have added to it meanwhile.
            let mut work = store::settings().await.settings.work;
            work.retain(|other| *other != one);
            store::write(Area::Local, WORK, &work).await?;
            place.show(items(&place, &work, false));
            place.focus("[tabindex]");
            Ok(())
        });
    })
    .attr("aria-label", &message("options_remove_name", &[name]))
}
