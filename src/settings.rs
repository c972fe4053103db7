//! What the person (or an organisation) has set, read without trust in what is stored.
//!
//! Each setting stands under a key of its own in `storage.local`; the same key
//! in `storage.managed` overrides it and locks it. A value that cannot be read
//! falls back to its default and is reported; the others stay as they are. The
//! language is no setting: it follows the browser.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::message::Trusted;

/// Storage key of [`Settings::trusted`].
pub const TRUSTED: &str = "trusted";
/// Storage key of [`Settings::work`].
pub const WORK: &str = "work";
/// Every storage key, to ask `storage.local` and `storage.managed` for.
pub const KEYS: [&str; 2] = [TRUSTED, WORK];

/// Longest name and number of a trusted person, in characters.
pub const PERSON_LENGTH: usize = 60;
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

/// Settings as read from storage.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// What holds.
    pub settings: Settings,
    /// Keys that an organisation has set; the person cannot change them.
    pub locked: Vec<&'static str>,
    /// Values that could not be read and were replaced by their default.
    pub errors: Vec<Unreadable>,
}

/// A stored value that is not what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// Its storage key.
    pub key: &'static str,
    /// Why, for the console.
    pub reason: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "setting `{}` is unreadable: {}", self.key, self.reason)
    }
}

impl std::error::Error for Unreadable {}

/// Why a name and number cannot stand as [`Trusted`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTrusted {
    /// There is no name.
    NoName,
    /// The number is not one that a telephone can dial.
    NoNumber,
    /// The name is longer than [`PERSON_LENGTH`].
    NameTooLong,
    /// The number is longer than [`PERSON_LENGTH`].
    NumberTooLong,
}

impl Loaded {
    /// Reads what `storage.local.get` and `storage.managed.get` gave.
    pub fn read(local: &Map<String, Value>, managed: &Map<String, Value>) -> Self {
        let mut loaded = Self::default();
        loaded.settings = Settings {
            trusted: loaded.field(TRUSTED, local, managed),
            work: loaded.list(WORK, local, managed),
        };
        loaded
    }

    /// Whether an organisation has set `key`.
    pub fn is_locked(&self, key: &str) -> bool {
        self.locked.contains(&key)
    }

    fn field<T: Default + DeserializeOwned>(
        &mut self,
        key: &'static str,
        local: &Map<String, Value>,
        managed: &Map<String, Value>,
    ) -> T {
        let value = match managed.get(key) {
            Some(value) => {
                self.locked.push(key);
                value
            }
            None => local.get(key).unwrap_or(&Value::Null),
        };
        match value {
            Value::Null => T::default(),
            value => self
                .reported(key, T::deserialize(value))
                .unwrap_or_default(),
        }
    }

    /// A list, of which one corrupt item does not take the others with it.
    fn list<T: DeserializeOwned>(
        &mut self,
        key: &'static str,
        local: &Map<String, Value>,
        managed: &Map<String, Value>,
    ) -> Vec<T> {
        let items: Vec<Value> = self.field(key, local, managed);
        items
            .into_iter()
            .filter_map(|item| self.reported(key, T::deserialize(item)))
            .collect()
    }

    fn reported<T>(&mut self, key: &'static str, read: serde_json::Result<T>) -> Option<T> {
        read.map_err(|error| {
            let reason = error.to_string();
            self.errors.push(Unreadable { key, reason });
        })
        .ok()
    }
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

impl Trusted {
    /// Takes what a person typed, trimmed.
    ///
    /// # Errors
    /// When the name is empty, the number is none or either is over-long.
    pub fn new(name: &str, number: &str) -> Result<Self, NotTrusted> {
        let (name, number) = (name.trim(), number.trim());
        if name.is_empty() {
            return Err(NotTrusted::NoName);
        }
        if name.chars().count() > PERSON_LENGTH {
            return Err(NotTrusted::NameTooLong);
        }
        if number.chars().count() > PERSON_LENGTH {
            return Err(NotTrusted::NumberTooLong);
        }
        let trusted = Self {
            name: name.to_owned(),
            number: number.to_owned(),
        };
        match trusted.dial() {
            Some(_) => Ok(trusted),
            None => Err(NotTrusted::NoNumber),
        }
    }

    /// The number as a `tel:` address; `None` when it holds fewer than three
    /// digits or anything but digits, blanks, `+`, `(`, `)`, `-`, `.` and `/`.
    pub fn dial(&self) -> Option<String> {
        let filler = |c: char| c.is_whitespace() || "()-./".contains(c);
        let dialled: String = self.number.chars().filter(|c| !filler(*c)).collect();
        let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
        let is_number = digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| format!("tel:{dialled}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
    }

    fn anna() -> Trusted {
        Trusted::new("Anna", "020 7946 0000").expect("valid")
    }

    #[test]
    fn nothing_stored_gives_the_defaults() {
        let loaded = Loaded::read(&Map::new(), &Map::new());
        assert_eq!(loaded, Loaded::default());
    }

    #[test]
    fn a_corrupt_value_is_reported_and_loses_nothing_else() {
        let local = map(json!({
            "trusted": {"name": 7},
            "work": [{"tool": 7}, {"tool": "anydesk", "host": "it.example"}, null],
        }));
        let loaded = Loaded::read(&local, &Map::new());
        assert_eq!(loaded.settings.trusted, None);
        assert!(loaded.settings.is_for_work(Some("anydesk"), "it.example"));
        assert_eq!(loaded.settings.work.len(), 1);
        let keys: Vec<_> = loaded.errors.iter().map(|error| error.key).collect();
        assert_eq!(keys, [TRUSTED, WORK, WORK]);
    }

    #[test]
    fn an_organisation_overrides_and_locks_one_setting() {
        let local = map(json!({
            "trusted": {"name": "Mallory", "number": "666"},
            "work": [{"tool": "rustdesk", "host": "a.example"}],
        }));
        let managed = map(json!({"trusted": {"name": "Anna", "number": "020 7946 0000"}}));
        let loaded = Loaded::read(&local, &managed);
        assert_eq!(loaded.settings.trusted, Some(anna()));
        assert!(loaded.is_locked(TRUSTED) && !loaded.is_locked(WORK));
        assert!(loaded.settings.is_for_work(Some("rustdesk"), "a.example"));
    }

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

    #[test]
    fn a_trusted_person_needs_a_name_and_a_number() {
        assert_eq!(anna().dial().as_deref(), Some("tel:02079460000"));
        let abroad = Trusted::new(" Bo ", "+44 (20) 7946-0000").expect("valid");
        assert_eq!(abroad.name, "Bo");
        assert_eq!(abroad.dial().as_deref(), Some("tel:+442079460000"));
        assert_eq!(Trusted::new(" ", "159"), Err(NotTrusted::NoName));
        assert_eq!(Trusted::new("Bo", "ask me"), Err(NotTrusted::NoNumber));
        assert_eq!(Trusted::new("Bo", "12"), Err(NotTrusted::NoNumber));
        assert_eq!(Trusted::new("Bo", "159;x"), Err(NotTrusted::NoNumber));
        let long = "1".repeat(PERSON_LENGTH + 1);
        assert_eq!(Trusted::new(&long, "159"), Err(NotTrusted::NameTooLong));
        assert_eq!(Trusted::new("Bo", &long), Err(NotTrusted::NumberTooLong));
    }
}
