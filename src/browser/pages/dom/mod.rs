//! A few words to build a page with: elements, their text, what they do.
//!
//! Text is only ever set as text, never as HTML. Listeners and timers belong
//! to the element they were given to, and end with it.

mod place;

pub use place::{Place, main};

use std::any::Any;
use std::rc::Rc;

use gloo::console::error;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::document;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement};

use crate::browser::api;

/// An element being built, with what must live as long as it.
pub struct El {
    node: HtmlElement,
    kept: Vec<Box<dyn Any>>,
}

/// An element; `tag` is a literal of ours.
pub fn el(tag: &str) -> El {
    let node = document().create_element(tag).expect("a valid tag");
    El {
        node: node.unchecked_into(),
        kept: Vec::new(),
    }
}

/// An SVG element; `tag` is a literal of ours.
pub fn svg(tag: &str) -> El {
    let svg = Some("http://www.w3.org/2000/svg");
    let node = document().create_element_ns(svg, tag).expect("a valid tag");
    El {
        node: node.unchecked_into(),
        kept: Vec::new(),
    }
}

/// A button that says the message `id`.
pub fn button(id: &str, act: impl FnMut() + 'static) -> El {
    el("button").attr("type", "button").say(id).on("click", act)
}

/// The message `id` in the browser's language. Arguments may be of any
/// language and are kept from turning the text around them.
pub fn message(id: &str, args: &[&str]) -> String {
    let isolated = args.iter().map(|arg| format!("\u{2068}{arg}\u{2069}"));
    api::i18n_message(id, isolated.collect())
}

impl El {
    /// An element that stands already, to be put somewhere.
    pub fn around(node: HtmlElement) -> Self {
        Self {
            node,
            kept: Vec::new(),
        }
    }

    /// Sets the class names.
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Sets an attribute; `name` is a literal of ours.
    pub fn attr(self, name: &str, value: &str) -> Self {
        self.node.set_attribute(name, value).expect("a valid name");
        self
    }

    /// Adds text.
    pub fn text(self, text: &str) -> Self {
        let node = document().create_text_node(text);
        self.node.append_child(&node).expect("text has no children");
        self
    }

    /// Adds the message `id`.
    pub fn say(self, id: &str) -> Self {
        self.text(&message(id, &[]))
    }

    /// Adds the message `id` with text in its places.
    pub fn say_with(self, id: &str, args: &[&str]) -> Self {
        self.text(&message(id, args))
    }

    /// Adds the message `id` with elements in its places.
    pub fn say_around(mut self, id: &str, args: impl IntoIterator<Item = Self>) -> Self {
        const PLACES: [&str; 3] = ["\u{e000}", "\u{e001}", "\u{e002}"];
        let message = api::i18n_message(id, PLACES.map(str::to_owned).into());
        let mut args: Vec<Option<Self>> = args.into_iter().map(Some).collect();
        let is_place = |c: char| PLACES.iter().any(|place| place.starts_with(c));
        for piece in message.split_inclusive(is_place) {
            self = self.text(piece.trim_end_matches(is_place));
            let place = PLACES.iter().position(|place| piece.ends_with(place));
            let arg = place.and_then(|place| args.get_mut(place)?.take());
            self = self.with(arg);
        }
        self
    }

    /// Adds children: one, some or many.
    pub fn with(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        for child in children {
            self.node.append_child(&child.node).expect("a new node");
            self.kept.extend(child.kept);
        }
        self
    }

    /// Adds a place whose contents change.
    pub fn place(mut self, place: &Rc<Place>) -> Self {
        self.node.append_child(&place.node).expect("a new node");
        self.kept.push(Box::new(Rc::clone(place)));
        self
    }

    /// Does `act` whenever `event` happens here.
    pub fn on(mut self, event: &'static str, mut act: impl FnMut() + 'static) -> Self {
        let listener = EventListener::new(&self.node, event, move |_| act());
        self.kept.push(Box::new(listener));
        self
    }

    /// Does `act` when the form is sent, which goes nowhere else.
    pub fn on_submit(mut self, mut act: impl FnMut() + 'static) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let send = move |event: &Event| {
            event.prevent_default();
            act();
        };
        let listener = EventListener::new_with_options(&self.node, "submit", options, send);
        self.kept.push(Box::new(listener));
        self
    }

    /// Keeps something, a timer for one, as long as the element is shown.
    pub fn keep(mut self, thing: impl Any) -> Self {
        self.kept.push(Box::new(thing));
        self
    }

    /// The element as what it is.
    pub fn node<T: JsCast>(&self) -> T {
        self.node.clone().unchecked_into()
    }
}

impl IntoIterator for El {
    type Item = Self;
    type IntoIter = std::iter::Once<Self>;

    fn into_iter(self) -> Self::IntoIter {
        std::iter::once(self)
    }
}

/// Runs what the press of a button began. What goes wrong is said in the
/// page's alert line, and why on the console.
pub fn run(work: impl Future<Output = Result<(), JsValue>> + 'static) {
    spawn_local(async {
        let result = work.await;
        let line = document().get_element_by_id("trouble");
        let text = result.as_ref().err().map(|_| message("page_error", &[]));
        if let Some(line) = line {
            line.set_text_content(text.as_deref());
        }
        if let Err(why) = result {
            error!(why);
        }
    });
}
