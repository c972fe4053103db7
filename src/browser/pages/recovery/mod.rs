//! "Did you let someone in?": the checklist, which works without a network and
//! whatever else has failed. Each thing that cannot be read is left out.

mod how;
mod installers;
mod left;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::console::warn;
use js_sys::Date;
use serde::Deserialize;
use serde_json::Value;
use wasm_bindgen::JsValue;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use super::dom::{self, El, Place, button, el, message};
use super::{ask, from_js, parts};
use crate::browser::api;
use crate::browser::store::{self, Area};
use crate::catalogue::RemoteTool;
use crate::message::{Reply, ToBackground};
use crate::recovery::{self, Checklist, KEY, PARTS, Step, System};

/// What the page shows and what was ticked.
struct Page {
    list: RefCell<Checklist>,
    /// The system of this device.
    here: System,
    tools: Vec<&'static RemoteTool>,
    files: Vec<installers::File>,
    progress: Rc<Place>,
    steps: Rc<Place>,
}

/// Makes the page.
pub async fn open() -> El {
    let files = installers::find().await;
    let journey = journey_tools().await;
    let met = journey.iter().map(String::as_str);
    let fetched = files.iter().filter_map(|file| file.tool.as_deref());
    let tools = recovery::tools(met.chain(fetched));
    let page = Rc::new(Page {
        list: RefCell::new(Checklist::read(
            &store::read::<Value>(Area::Local, KEY).await,
            now(),
        )),
        here: System::from_platform(&platform().await),
        tools,
        files,
        progress: Place::of(el("p").class("progress").attr("role", "status")),
        steps: Place::of(el("div").class("steps")),
    });
    let trusted = store::settings().await.settings.trusted;
    page.show_steps();
    el("div")
        .with(parts::from())
        .with(parts::heading("recovery_title"))
        .with(el("p").class("callout").say("recovery_seen"))
        .with(parts::trusted(trusted.as_ref()))
        .place(&page.steps)
        .with(left::section().await)
        .with(
            el("footer")
                .class("screen")
                .place(&page.progress)
                .with(page.begin_anew()),
        )
}

impl Page {
    fn system(&self) -> System {
        self.list.borrow().system.unwrap_or(self.here)
    }

    fn show_steps(self: &Rc<Self>) {
        let parts = PARTS.iter().map(|part| {
            el("section")
                .class("part")
                .with(el("h2").say(part.title))
                .with(el("ul").with(part.steps.iter().map(|step| self.step(*step))))
        });
        self.steps.show(parts);
        self.show_progress();
    }

    fn show_progress(&self) {
        let done = self.list.borrow().done.len().to_string();
        let total = recovery::total().to_string();
        self.progress
            .say(&message("recovery_progress", &[&done, &total]));
    }

    /// One thing to do, with its box to tick.
    fn step(self: &Rc<Self>, step: Step) -> El {
        let how = format!("how-{}", step.title());
        let tick = el("input")
            .attr("type", "checkbox")
            .attr("aria-describedby", &how);
        let node: HtmlInputElement = tick.node();
        node.set_checked(self.list.borrow().done.contains(&step));
        let page = Rc::clone(self);
        let tick = tick.on("change", move || {
            page.list.borrow_mut().set(step, node.checked(), now());
            page.show_progress();
            page.save();
        });
        let title = el("span").say(step.title());
        el("li")
            .class("step")
            .with(el("label").with([tick, title]))
            .with(el("div").attr("id", &how).with(self.how(step)))
    }

    /// The device may be another than this one.
    fn choose_system(self: &Rc<Self>) -> El {
        let options = System::ALL.map(|system| el("option").text(system.name()));
        let select = el("select").with(options);
        let node: HtmlSelectElement = select.node();
        let chosen = System::ALL.iter().position(|one| *one == self.system());
        node.set_selected_index(chosen.map_or(0, |index| index as i32));
        let page = Rc::clone(self);
        let select = select.on("change", move || {
            let chosen = usize::try_from(node.selected_index()).unwrap_or(0);
            {
                let mut list = page.list.borrow_mut();
                list.system = System::ALL.get(chosen).copied();
                list.changed = now();
            }
            page.show_steps();
            page.steps.focus("select");
            page.save();
        });
        el("label")
            .class("device")
            .with(el("span").say("recovery_device"))
            .with(select)
    }

    fn begin_anew(self: &Rc<Self>) -> El {
        let page = Rc::clone(self);
        button("recovery_reset", move || {
            page.list.replace(Checklist::default());
            page.show_steps();
            page.save();
            page.steps.focus("input");
        })
    }

    fn save(&self) {
        let list = self.list.borrow().clone();
        dom::run(async move { store::write(Area::Local, KEY, &list).await });
    }
}

/// The remote tools of the last hours, newest first.
async fn journey_tools() -> Vec<String> {
    match ask(ToBackground::Journey).await {
        Ok(Reply::Journey { events }) => {
            events.into_iter().filter_map(|event| event.tool).collect()
        }
        Ok(_) => Vec::new(),
        Err(error) => {
            warn!("no journey:", error);
            Vec::new()
        }
    }
}

async fn platform() -> String {
    #[derive(Deserialize, Default)]
    struct Info {
        os: String,
    }
    let info: Result<Info, JsValue> = api::platform_info().await.and_then(from_js);
    info.unwrap_or_default().os
}

/// Milliseconds since the Unix epoch.
fn now() -> u64 {
    Date::now() as u64
}
