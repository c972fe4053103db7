//! A download of a remote tool was stopped: whose wish was it?

use std::rc::Rc;

use gloo::utils::window;
use wasm_bindgen::JsValue;

use super::dom::{self, El, Place, button, el};
use super::{ask, parameter, parts};
use crate::browser::store;
use crate::message::{Held, Reply, ToBackground, Trusted};

/// Makes the page.
///
/// # Errors
/// When the background does not answer.
pub async fn open() -> Result<El, JsValue> {
    let place = Place::of(el("div"));
    let held = parameter("held");
    let download = match held {
        Some(held) => ask(ToBackground::Held { held }).await?,
        None => Reply::Held { download: None },
    };
    match (held, download) {
        (
            Some(held),
            Reply::Held {
                download: Some(download),
            },
        ) => {
            let trusted = store::settings().await.settings.trusted;
            place.show(question(&place, held, &download, trusted.as_ref()));
        }
        _ => place.show(answer("download_lost", "download_lost_how")),
    }
    Ok(el("div").with(parts::from()).place(&place))
}

fn question(place: &Rc<Place>, held: u32, download: &Held, trusted: Option<&Trusted>) -> Vec<El> {
    let title = match &download.tool_name {
        Some(tool) => el("h1").say_with("download_tool", &[tool]),
        None => el("h1").say("download_other"),
    };
    let file = el("p")
        .class("seen")
        .say("download_held")
        .text(" ")
        .with(el("bdi").class("file").text(&download.file))
        .text(" ")
        .say_with("download_from", &[&download.host]);
    let refuse = choice(place, "download_refuse", move |place| async move {
        ask(ToBackground::Download { held, keep: false }).await?;
        place.show(answer("download_refused", "download_refused_how"));
        Ok(())
    });
    let told = choice(place, "button_told", move |_| async move {
        ask(ToBackground::Download { held, keep: false }).await?;
        window().location().set_href("recovery.html")
    });
    let work = choice(place, "download_work", move |place| async move {
        ask(ToBackground::Download { held, keep: true }).await?;
        place.show(answer("download_kept", "download_kept_how"));
        Ok(())
    });
    let mut contents = vec![title];
    contents.extend(parts::trusted(trusted));
    contents.extend([
        el("p").class("question").say("download_ask"),
        el("p").say("why_thief").text(" ").say("why_real_firms"),
        el("div")
            .class("actions")
            .with([refuse.class("primary"), told, work.class("quiet")]),
        file,
    ]);
    contents
}

/// A button that does something and then shows what came of it.
fn choice<W>(place: &Rc<Place>, id: &str, act: impl Fn(Rc<Place>) -> W + 'static) -> El
where
    W: Future<Output = Result<(), JsValue>> + 'static,
{
    let place = Rc::clone(place);
    button(id, move || {
        let work = act(Rc::clone(&place));
        let place = Rc::clone(&place);
        dom::run(async move {
            work.await?;
            place.focus("h1");
            Ok(())
        });
    })
}

fn answer(title: &str, how: &str) -> [El; 2] {
    [parts::heading(title), el("p").say(how)]
}
