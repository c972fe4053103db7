//! What is remembered of one tab between events: pure, the browser's side
//! only stores it.

use serde::{Deserialize, Serialize};

use crate::message::Warning;
use crate::verdict::{Level, Verdict};

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
    /// Whether the person passed the warning.
    pub passed: bool,
    /// Whether the tab was taken to our own warning page.
    pub escalated: bool,
    /// Whether that page stands there.
    pub arrived: bool,
}

impl TabState {
    /// Begins anew when `document` is not the one that is remembered.
    pub fn enter(&mut self, document: &str, url: &str) {
        if self.document != document {
            *self = Self {
                document: document.to_owned(),
                url: url.to_owned(),
                ..Self::default()
            };
        }
    }

    /// Takes in a verdict of this document or one of its frames. Within one
    /// document a level only rises: a page that takes back what it showed has
    /// still shown it.
    pub fn hear(&mut self, verdict: Verdict, warning: Option<Warning>) {
        if verdict.level > self.verdict.level || self.verdict.threats.is_empty() {
            self.verdict = verdict;
            self.warning = warning.map(Box::new);
        }
    }

    /// What is to be shown now.
    pub fn to_show(&self) -> Option<&Warning> {
        self.warning
            .as_deref()
            .filter(|warning| !self.passed && warning.level >= Level::Caution)
    }
}
