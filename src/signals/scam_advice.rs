//! Honest pages about scams: they say all the words of a scam, and they name
//! the thing.

use super::Signal;
use crate::catalogue::Topic;
use crate::page::{Hit, Part, View};

/// The page speaks about scams in its title, headings or description.
pub const ADVICE: &str = "scam-advice";
/// It does so in its text alone, where a scammer may have put it.
pub const ADVICE_IN_TEXT: &str = "scam-advice-in-text";

/// Finds the louder of the two, once.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    let known = |signal: &Signal| matches!(signal.smell, ADVICE | ADVICE_IN_TEXT);
    if found.iter().any(known) {
        return;
    }
    let hits = view.hits(Topic::ScamAdvice);
    if let Some(hit) = shown(view) {
        found.push(Signal::new(ADVICE, 0, view.quote(hit)));
    } else if let Some(hit) = hits.first() {
        found.push(Signal::new(ADVICE_IN_TEXT, 0, view.quote(hit)));
    }
}

/// Where the page says so for all to see.
pub(crate) fn shown<'v>(view: &'v View) -> Option<&'v Hit> {
    view.hits(Topic::ScamAdvice).iter().find(|hit| {
        matches!(
            hit.part,
            Part::Title | Part::Heading | Part::Description | Part::SiteName
        )
    })
}
