//! What a scammer does to a page that was found out.
//!
//! What scripts do to a page (late insertion, `document.write`) stands here as
//! the document that they leave behind; that the collector sees it then is
//! asserted in the browsers.

mod letters;
mod other_language;
mod padding;
mod pictures;
mod places;
mod structure;

use crate::scam::Scam;

/// A way to hide what a page is, from page to page.
pub struct Trick {
    /// What it does.
    pub name: &'static str,
    change: Change,
}

/// What a trick needs to know and may change.
enum Change {
    /// The page alone.
    Html(fn(&str) -> String),
    /// Its name or address too.
    Scam(fn(&Scam) -> Scam),
}

/// The row to compare the others with.
pub const UNCHANGED: &str = "as it is";
/// Pages that the rarest of the tricks has something to change on.
pub const LEAST_CHANGED: usize = 15;

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Trick> {
    const PLAIN: &[Trick] = &[html(UNCHANGED, str::to_owned)];
    [
        PLAIN,
        letters::TRICKS,
        other_language::TRICKS,
        pictures::TRICKS,
        structure::TRICKS,
        places::TRICKS,
        padding::TRICKS,
    ]
    .into_iter()
    .flatten()
}

const fn html(name: &'static str, change: fn(&str) -> String) -> Trick {
    Trick {
        name,
        change: Change::Html(change),
    }
}

const fn scam(name: &'static str, change: fn(&Scam) -> Scam) -> Trick {
    Trick {
        name,
        change: Change::Scam(change),
    }
}

impl Trick {
    /// Plays it on a page.
    pub fn on(&self, scam: &Scam) -> Scam {
        match self.change {
            Change::Scam(change) => change(scam),
            Change::Html(change) => Scam {
                html: change(&scam.html),
                ..scam.clone()
            },
        }
    }
}
