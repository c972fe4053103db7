//! A page whose words are all drawn on a picture, so that none can be read.

use super::Signal;
use crate::page::{FrameKind, View};

/// The page shows a picture and has next to no words, not even those that its
/// pictures and fields carry for people who cannot see.
pub const DRAWN: &str = "drawn";
/// It asks for something, and does not say what.
pub const UNNAMED_FIELDS: &str = "drawn-fields";
/// It makes it hard to leave.
pub const HOLDS: &str = "drawn-holds";

/// Letters and digits up to which a page has next to no words.
const FEW: usize = 20;

/// Finds them. A frame may well be a picture, or a lone field of a payment
/// service; only of the page itself is it odd.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    let facts = view.facts;
    let has_more = |text: &str, than| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .nth(than)
            .is_some()
    };
    let fields = || view.fields();
    let is_drawn = facts.frame == FrameKind::Top
        && !facts.images.is_empty()
        && !has_more(&facts.text, FEW)
        && fields().all(|field| !has_more(&field.placeholder, 0));
    if !is_drawn {
        return;
    }
    found.push(Signal::new(DRAWN, 1, &*facts.title));
    if fields().any(|field| is_typed_into(&field.kind)) {
        found.push(Signal::new(UNNAMED_FIELDS, 1, &*facts.title));
    }
    let api = &facts.api;
    let holds = [
        api.beforeunload,
        api.traps_history,
        api.blocks_keys,
        api.dialogs > 0,
        api.keyboard_lock,
        api.hides_pointer,
        facts.media.autoplay,
    ];
    let held = holds.iter().filter(|&&used| used).count();
    // One of these alone stands on many an honest page; in full screen, or with
    // a number to dial, it does not.
    let dials = facts.links.iter().any(|link| link.href.starts_with("tel:"));
    if held >= 2 || held == 1 && (api.fullscreen || dials) {
        found.push(Signal::new(HOLDS, held as i32, &*facts.title));
    }
}

/// Whether a field of this kind takes what a person types.
pub(crate) fn is_typed_into(kind: &str) -> bool {
    !matches!(
        kind,
        "search"
            | "submit"
            | "button"
            | "reset"
            | "image"
            | "checkbox"
            | "radio"
            | "range"
            | "color"
            | "select"
    )
}
