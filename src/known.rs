//! What the background knows of a storage area without asking: what it read or
//! wrote there last.
//!
//! Asking costs a warm verdict a third of its time in Firefox
//! (`docs/performance.md`). The storage stays the truth: each write goes to it at
//! once, so a background that is killed forgets nothing but this.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// The values of one storage area, as far as they are known.
#[derive(Debug, Default)]
pub struct Known {
    /// `None` for a key at which nothing is stored.
    values: BTreeMap<String, Option<Value>>,
    /// How often anything has changed.
    changes: u64,
}

/// When a read began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(u64);

impl Known {
    /// The values at `keys`, without those where nothing is stored; `None` when
    /// the storage has to be asked.
    pub fn get(&self, keys: &[&str]) -> Option<Map<String, Value>> {
        let mut found = Map::new();
        for key in keys {
            if let Some(value) = self.values.get(*key)? {
                found.insert((*key).to_owned(), value.clone());
            }
        }
        Some(found)
    }

    /// To be taken before the storage is asked.
    pub fn now(&self) -> Moment {
        Moment(self.changes)
    }

    /// The storage, asked at `asked` for `keys`, gave `values`. An answer that a
    /// change has overtaken is not kept.
    pub fn answered(&mut self, asked: Moment, keys: &[&str], values: &Map<String, Value>) {
        if asked != self.now() {
            return;
        }
        for key in keys {
            let value = values.get(*key).cloned();
            self.values.insert((*key).to_owned(), value);
        }
    }

    /// `value` is being written.
    pub fn written(&mut self, key: &str, value: Value) {
        self.changes += 1;
        self.values.insert(key.to_owned(), Some(value));
    }

    /// The storage has to be asked for this one.
    pub fn forget(&mut self, key: &str) {
        self.changes += 1;
        self.values.remove(key);
    }

    /// The browser tells that `value` (`None`: nothing) is stored now: by us, or
    /// by one of our pages, or it tells late of what we have written over since.
    pub fn changed(&mut self, key: &str, value: Option<&Value>) {
        if self.values.get(key).map(Option::as_ref) != Some(value) {
            self.forget(key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn map(values: Value) -> Map<String, Value> {
        values.as_object().cloned().unwrap_or_default()
    }

    fn known() -> Known {
        let mut known = Known::default();
        known.answered(known.now(), &["a", "b"], &map(json!({ "a": 1 })));
        known
    }

    #[test]
    fn what_was_read_is_known_what_is_missing_too() {
        assert_eq!(known().get(&["a", "b"]), Some(map(json!({ "a": 1 }))));
        assert_eq!(known().get(&["a", "c"]), None);
    }

    #[test]
    fn what_was_written_is_known_at_once() {
        let mut known = known();
        known.written("b", json!(2));
        assert_eq!(known.get(&["b"]), Some(map(json!({ "b": 2 }))));
    }

    #[test]
    fn an_answer_that_a_change_has_overtaken_is_not_kept() {
        for change in [
            (|known| known.written("a", json!(3))) as fn(&mut Known),
            |known| known.forget("a"),
            |known| known.changed("a", Some(&json!(3))),
            |known| known.changed("c", Some(&json!(3))),
        ] {
            let mut known = known();
            let asked = known.now();
            change(&mut known);
            known.answered(asked, &["a", "c"], &map(json!({ "a": 1, "c": 1 })));
            assert_eq!(known.get(&["a", "c"]), None);
        }
    }

    #[test]
    fn a_change_by_others_has_to_be_read() {
        let mut known = known();
        known.changed("a", Some(&json!(1))); // our own, told back
        assert!(known.get(&["a"]).is_some());
        known.changed("a", None);
        assert_eq!(known.get(&["a"]), None);
        known.changed("b", Some(&json!(2)));
        assert_eq!(known.get(&["b"]), None);
    }
}
