//! What is remembered of one tab between events: pure, the browser's side
//! only stores it.

mod frames;
mod passed;
#[cfg(test)]
mod tests;

use passed::unpassed;

pub use frames::{Fate, Taken};
pub use passed::Passed;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::arrival::Says;
use crate::message::Warning;
use crate::verdict::{Level, Verdict};

/// A document that gives way to the next in so long after it was first heard of is
/// hurried, in milliseconds: nobody has read its warning.
const HURRY_MS: f64 = 3_000.0;
/// So many hurried documents in a row are a fight: more than a person who presses
/// "reload" in disbelief makes.
const HURRIED: u32 = 4;

/// One tab's page and what was said of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TabState {
    /// The page's own random name, as its content script drew it: tells a
    /// reload from an update.
    pub document: String,
    /// The page's address.
    pub url: String,
    /// The loudest that was found in the page or any of its frames.
    pub verdict: Verdict,
    /// What it asks to be shown.
    pub warning: Option<Box<Warning>>,
    /// Whether a script of the page or of a frame calls `alert` or the like.
    pub dialogs: bool,
    /// What the page and its frames say of what arrives from them.
    pub says: Says,
    /// When the document was first heard of, in milliseconds.
    pub entered: f64,
    /// How many documents of this site in a row gave way to the next as soon as
    /// they were warned of.
    pub hurried: u32,
    /// Whether the person passed the warning.
    pub passed: bool,
    /// Frames whose page was taken away, by the browser's number (in digits: the
    /// storage has no other keys).
    pub taken: BTreeMap<String, Taken>,
    /// Whether the tab was taken to our own warning page.
    pub escalated: bool,
    /// Whether that page stands there.
    pub arrived: bool,
}

impl TabState {
    /// Begins anew when `document` is not the one that is remembered.
    pub fn enter(&mut self, document: &str, url: &str, now: f64) {
        if self.document == document {
            return;
        }
        let is_hurried = self.to_show().is_some()
            && now - self.entered < HURRY_MS
            && passed::site(url) == passed::site(&self.url);
        *self = Self {
            document: document.to_owned(),
            url: url.to_owned(),
            entered: now,
            hurried: if is_hurried { self.hurried + 1 } else { 0 },
            ..Self::default()
        };
    }

    /// Whether the page loads itself anew to be rid of the warning.
    pub fn reloads(&self) -> bool {
        self.hurried >= HURRIED && self.to_show().is_some()
    }

    /// Takes in a verdict of this document or one of its frames, of which the
    /// person has `passed` so much; `warn` puts one in words.
    ///
    /// Within one document a level only rises: a page that takes back what it
    /// showed has still shown it. Once it was passed, whatever else it shows
    /// counts anew.
    pub fn hear(
        &mut self,
        verdict: Verdict,
        passed: &[Passed],
        warn: impl Fn(&Verdict) -> Option<Warning>,
    ) {
        let open = unpassed(passed, &self.url, &verdict);
        let stands = self.to_show().map_or(Level::None, |warning| warning.level);
        let is_open = open.level >= Level::Caution;
        let heard = if is_open && open.level > stands {
            open
        } else if stands == Level::None && verdict.level > self.verdict.level {
            verdict
        } else {
            return;
        };
        self.warning = warn(&heard).map(Box::new);
        self.passed = self.warning.is_some() && !is_open;
        self.verdict = heard;
    }

    /// What is to be shown now.
    pub fn to_show(&self) -> Option<&Warning> {
        self.warning
            .as_deref()
            .filter(|warning| !self.passed && warning.level >= Level::Caution)
    }

    /// What the toolbar says: of what was passed, only that there was something.
    pub fn level(&self) -> Level {
        match self.passed {
            true => self.verdict.level.min(Level::Notice),
            false => self.verdict.level,
        }
    }
}
