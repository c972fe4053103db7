//! What the person (or an organisation) has set.
//!
//! Each setting stands under a key of its own in `storage.local`; the same key
//! in `storage.managed` overrides it and locks it. A value that cannot be read
//! falls back to its default and is reported; the others stay as they are. The
//! language is no setting: it follows the browser.

mod loaded;
mod person;

pub use loaded::{Loaded, Unreadable};
pub use person::{NotTrusted, PERSON_LENGTH};

use serde::{Deserialize, Serialize};

use crate::message::Trusted;

/// Storage key of [`Settings::trusted`].
pub const TRUSTED: &str = "trusted";
/// Storage key of [`Settings::work`].
pub const WORK: &str = "work";
/// Every storage key, to ask `storage.local` and `storage.managed` for.
pub const KEYS: [&str; 2] = [TRUSTED, WORK];

/// Most uses for work that are kept; the oldest goes first.
pub const WORK_LENGTH: usize = 200;

/// A remote tool that the person uses for work on one site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkUse {
    /// The tool's id, e.g. `anydesk`.
    pub tool: String,
    /// The site's host.
    pub host: String,
}

/// What is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Someone to ring before doing anything.
    pub trusted: Option<Trusted>,
    /// "I use this for work".
    pub work: Vec<WorkUse>,
}

impl Settings {
    /// Whether the person said of `tool` on `host`: "I use this for work".
    pub fn is_for_work(&self, tool: Option<&str>, host: &str) -> bool {
        let mut work = self.work.iter();
        work.any(|known| Some(&*known.tool) == tool && known.host == host)
    }

    /// Remembers "I use this for work", once, and the newest at the end.
    pub fn use_for_work(&mut self, tool: &str, host: &str) {
        let new = WorkUse {
            tool: tool.to_owned(),
            host: host.to_owned(),
        };
        self.work.retain(|known| *known != new);
        self.work.push(new);
        let surplus = self.work.len().saturating_sub(WORK_LENGTH);
        self.work.drain(..surplus);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_kept_once_newest_last_and_capped() {
        let mut settings = Settings::default();
        for n in 0..=WORK_LENGTH {
            settings.use_for_work("anydesk", &format!("host{n}.example"));
        }
        settings.use_for_work("anydesk", "host5.example");
        assert_eq!(settings.work.len(), WORK_LENGTH);
        assert!(!settings.is_for_work(Some("anydesk"), "host0.example"));
        assert_eq!(settings.work[WORK_LENGTH - 1].host, "host5.example");
    }
}
