//! What has been ticked, read without trust in what is stored.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Step, System};

/// Storage key of the [`Checklist`] in `storage.local`.
pub const KEY: &str = "recovery";
/// Ticks this much older than now belong to another mishap, in milliseconds (14 days).
const STALE: u64 = 14 * 24 * 60 * 60 * 1000;

/// What has been ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Checklist {
    /// The steps that are done.
    pub done: BTreeSet<Step>,
    /// The system chosen by the person, when it is not this device's.
    pub system: Option<System>,
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub changed: u64,
}

impl Checklist {
    /// Reads what is stored. What is unknown or broken is left out, and what
    /// is older than 14 days begins anew: a person in need is never kept from
    /// the page, nor shown the ticks of last year's mishap.
    pub fn read(stored: &Value, now: u64) -> Self {
        let changed = stored["changed"].as_u64().unwrap_or(0);
        if now.saturating_sub(changed) > STALE {
            return Self::default();
        }
        let steps = stored["done"].as_array().map_or(&[][..], Vec::as_slice);
        Self {
            done: steps
                .iter()
                .filter_map(|step| Step::deserialize(step).ok())
                .collect(),
            system: System::deserialize(&stored["system"]).ok(),
            changed,
        }
    }

    /// Ticks or unticks a step.
    pub fn set(&mut self, step: Step, done: bool, now: u64) {
        if done {
            self.done.insert(step);
        } else {
            self.done.remove(&step);
        }
        self.changed = now;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn ticks_survive_storage() {
        let mut list = Checklist::default();
        list.set(Step::Bank, true, NOW);
        list.set(Step::HangUp, true, NOW);
        list.set(Step::HangUp, false, NOW + 1);
        list.system = Some(System::MacOs);
        let stored = serde_json::to_value(&list).expect("serialises");
        assert_eq!(Checklist::read(&stored, NOW + 2), list);
        assert!(list.done.contains(&Step::Bank) && !list.done.contains(&Step::HangUp));
    }

    #[test]
    fn broken_ticks_are_left_out_and_the_rest_kept() {
        let stored = json!({"done": ["bank", "no-such-step", 7], "system": "beos", "changed": NOW});
        let list = Checklist::read(&stored, NOW);
        assert_eq!(list.done, BTreeSet::from([Step::Bank]));
        assert_eq!(list.system, None);
        for broken in [json!(null), json!("x"), json!([1]), json!({"done": {}})] {
            assert_eq!(Checklist::read(&broken, NOW), Checklist::default());
        }
    }

    #[test]
    fn ticks_of_an_older_mishap_are_forgotten() {
        let stored = json!({"done": ["bank"], "changed": NOW});
        assert_eq!(Checklist::read(&stored, NOW + STALE).done.len(), 1);
        assert_eq!(Checklist::read(&stored, NOW + STALE + 1).done.len(), 0);
    }
}
