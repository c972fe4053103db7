//! Reads the settings without trust in what is stored.

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Settings, TRUSTED, WORK};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Trusted;
    use serde_json::json;

    fn map(value: Value) -> Map<String, Value> {
        value.as_object().cloned().expect("an object")
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
        let anna = Trusted::new("Anna", "020 7946 0000").expect("valid");
        assert_eq!(loaded.settings.trusted, Some(anna));
        assert!(loaded.is_locked(TRUSTED) && !loaded.is_locked(WORK));
        assert!(loaded.settings.is_for_work(Some("rustdesk"), "a.example"));
    }
}
