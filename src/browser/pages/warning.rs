//! The danger warning as a page of our own, which no page can touch: same
//! words and same friction as the overlay.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use gloo::utils::{document, window};

use super::dom::{self, El, Place, button, el, message};
use super::{ask, parameter, parts};
use crate::browser::store;
use crate::message::{Reply, Text, ToBackground, Trusted, Warning};

/// Visible seconds before a danger can be passed, as in the overlay.
const PAUSE: u32 = 30;

/// Where the focus goes: the safe button, when it comes first (a question is
/// read before it is answered).
pub const FIRST: &str = ".actions:first-of-type > .primary:first-child";

/// What is warned of, and where.
struct Page {
    headline: Text,
    reasons: Vec<Text>,
    evidence: Vec<String>,
    /// The page's host; `None` when it is no longer known which page it was,
    /// and so there is none to go on to.
    host: Option<String>,
    trusted: Option<Trusted>,
    place: Rc<Place>,
}

/// Makes the page. When the warning is no longer known (the worker was killed
/// and its state lost), it warns in general.
pub async fn open() -> El {
    let place = Place::of(
        el("div")
            .attr("role", "alertdialog")
            .attr("aria-labelledby", "headline")
            .attr("aria-describedby", "reasons"),
    );
    let page = Rc::new(
        match ask(ToBackground::Tab {
            tab: parameter("tab"),
        })
        .await
        {
            Ok(Reply::Tab {
                warning: Some(warning),
                ..
            }) => Page::of(*warning, place),
            _ => Page::unknown(store::settings().await.settings.trusted, place),
        },
    );
    document().set_title(&parts::words(&page.headline));
    page.danger();
    el("div").place(&page.place)
}

impl Page {
    fn of(warning: Warning, place: Rc<Place>) -> Self {
        Self {
            headline: warning.headline,
            reasons: warning.reasons,
            evidence: warning.evidence,
            host: Some(warning.host),
            trusted: warning.trusted,
            place,
        }
    }

    fn unknown(trusted: Option<Trusted>, place: Rc<Place>) -> Self {
        let text = |id: &str| Text {
            id: id.to_owned(),
            args: Vec::new(),
        };
        Self {
            headline: text("headline_leave"),
            reasons: ["why_told", "why_told_access", "why_ignore"]
                .map(text)
                .into(),
            evidence: Vec::new(),
            host: None,
            trusted,
            place,
        }
    }

    /// First: what to do, the way out, and why.
    fn danger(self: &Rc<Self>) {
        let on = |_: &String| self.to("button_pass", Self::ask_phone).class("quiet");
        self.show(
            el("h1").text(&parts::words(&self.headline)),
            parts::trusted(self.trusted.as_ref())
                .into_iter()
                .chain(ways_out())
                .chain(parts::reasons(&self.reasons))
                .chain(parts::seen(&self.evidence))
                .chain(self.host.as_ref().map(on)),
        );
    }

    /// Then the question.
    fn ask_phone(self: &Rc<Self>) {
        let yes = button("button_yes", || send(ToBackground::Recover));
        let no = self.to("button_no", Self::wait);
        self.show(
            el("h1").say("ask_phone"),
            [
                el("div").class("actions answers").with([yes, no]),
                el("div").class("actions").with(leave()),
            ],
        );
    }

    /// Then the pause, with the reasons.
    fn wait(self: &Rc<Self>) {
        let left = Place::of(el("p").class("seconds").attr("aria-hidden", "true"));
        let spoken = Place::of(el("p").class("spoken").attr("aria-live", "polite"));
        let pass = Place::of(el("div"));
        let tick = {
            let (left, spoken, pass) = (left.clone(), spoken.clone(), pass.clone());
            let seconds = Cell::new(PAUSE + 1);
            move || {
                if document().hidden() || seconds.get() == 0 {
                    return;
                }
                seconds.set(seconds.get() - 1);
                let words = match seconds.get() {
                    0 => message("wait_over", &[]),
                    left => message("wait_seconds", &[&left.to_string()]),
                };
                left.say(&words);
                if seconds.get().is_multiple_of(10) {
                    spoken.say(&words);
                }
                if seconds.get() == 0 {
                    let on = button("button_go_on_anyway", || send(ToBackground::Pass));
                    pass.show(on.class("quiet"));
                }
            }
        };
        tick();
        self.show(
            el("h1").say("wait_headline"),
            parts::trusted(self.trusted.as_ref())
                .into_iter()
                .chain(ways_out())
                .chain(parts::reasons(&self.reasons))
                .chain(
                    el("div")
                        .place(&left)
                        .place(&spoken)
                        .place(&pass)
                        .keep(Interval::new(1000, tick)),
                ),
        );
    }

    /// A button that leads to another step.
    fn to(self: &Rc<Self>, id: &str, step: fn(&Rc<Self>)) -> El {
        let page = Rc::clone(self);
        button(id, move || step(&page))
    }

    fn show(&self, headline: El, rest: impl IntoIterator<Item = El>) {
        let headline = headline.attr("id", "headline").attr("tabindex", "-1");
        let host = |host: &String| el("p").class("host").say_with("warning_host", &[host]);
        self.place.show(
            parts::from()
                .into_iter()
                .chain(headline)
                .chain(rest)
                .chain(self.host.as_ref().map(host)),
        );
        window().scroll_to_with_x_and_y(0.0, 0.0);
        if !self.place.focus(FIRST) {
            self.place.focus("#headline");
        }
    }
}

fn ways_out() -> El {
    let recover = button("button_recover", || send(ToBackground::Recover));
    el("div").class("actions").with([leave(), recover])
}

fn leave() -> El {
    button("button_leave", || send(ToBackground::Leave)).class("primary")
}

/// Tells the background. Should it not answer, the recovery page is the one
/// safe place that needs nobody.
fn send(message: ToBackground) {
    dom::run(async {
        if let Err(error) = ask(message).await {
            window().location().set_href("recovery.html")?;
            return Err(error);
        }
        Ok(())
    });
}
