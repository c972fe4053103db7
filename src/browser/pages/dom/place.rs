//! Places in a page whose contents change; `<main>` is the largest.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::El;

/// A place in the page whose contents change.
pub struct Place {
    pub(super) node: HtmlElement,
    kept: RefCell<Vec<Box<dyn Any>>>,
}

impl Place {
    /// Makes a place of an element.
    pub fn of(el: El) -> Rc<Self> {
        Rc::new(Self {
            node: el.node,
            kept: RefCell::new(el.kept),
        })
    }

    /// Shows these in the place of what was there.
    pub fn show(&self, contents: impl IntoIterator<Item = El>) {
        self.node.set_text_content(None);
        let mut kept = Vec::new();
        for child in contents {
            self.node.append_child(&child.node).expect("a new node");
            kept.extend(child.kept);
        }
        // What was kept before ends here; it may be the listener that runs now.
        self.kept.replace(kept);
    }

    /// Shows this text in the place of what was there.
    pub fn say(&self, text: &str) {
        self.node.set_text_content(Some(text));
        self.kept.take();
    }

    /// Moves the focus to the first element that `selector` finds here.
    pub fn focus(&self, selector: &str) -> bool {
        let found = self.node.query_selector(selector).ok().flatten();
        found.is_some_and(|found| found.unchecked_into::<HtmlElement>().focus().is_ok())
    }
}

/// The page's `<main>`.
///
/// # Errors
/// When the page has none.
pub fn main() -> Result<Rc<Place>, JsValue> {
    thread_local!(static MAIN: RefCell<Option<Rc<Place>>> = const { RefCell::new(None) });
    MAIN.with_borrow_mut(|main| {
        if main.is_none() {
            let found = document().query_selector("main")?.ok_or("no <main>")?;
            let node = found.unchecked_into();
            *main = Some(Place::of(El::around(node)));
        }
        main.clone().ok_or(JsValue::NULL)
    })
}
