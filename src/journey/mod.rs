//! What happened in this browser in the last 48 hours, as a pure state machine.
//!
//! A remote tool by itself is an ordinary program and a bank an ordinary site;
//! one soon after the other is the scam's last step.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::catalogue::{self, Owner};
use crate::verdict::{Kind, Level, Threat};

/// How long an event is kept, in milliseconds.
pub const KEPT_MS: u64 = 48 * 60 * 60 * 1000;
/// How long after a remote tool's download or session a site where money can
/// be lost is dangerous, in milliseconds.
pub const RISK_MS: u64 = 2 * 60 * 60 * 1000;
/// Events kept at most; the oldest go first.
const MOST: usize = 200;
/// The same event within this time is the same visit, in milliseconds.
const SAME_MS: u64 = 60 * 1000;

/// Something worth remembering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Milliseconds since the Unix epoch.
    pub at: u64,
    /// What happened.
    pub what: What,
    /// The remote tool's id, when one is known.
    pub tool: Option<String>,
    /// The site's host, when one is known.
    pub host: Option<String>,
}

/// What can be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A page that offers or pushes a remote tool was seen.
    ToolPage,
    /// A remote tool was downloaded.
    Download,
    /// A session-join page was opened.
    Session,
    /// A warning was passed.
    Passed,
}

/// The remembered events, oldest first. An event that cannot be read (of a
/// later version, or corrupt) is left out when the list is read, so that it
/// does not take the others with it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Journey {
    #[serde(deserialize_with = "readable")]
    events: Vec<Event>,
}

/// The events of a list that can be read.
fn readable<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Event>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Stored {
        Event(Event),
        Unreadable(IgnoredAny),
    }
    let stored = Vec::<Stored>::deserialize(from)?;
    let event = |stored| match stored {
        Stored::Event(event) => Some(event),
        Stored::Unreadable(IgnoredAny) => None,
    };
    Ok(stored.into_iter().filter_map(event).collect())
}

impl Journey {
    /// Adds an event and drops what is too old. The same event again within a
    /// minute only moves its time.
    pub fn record(&mut self, event: Event) {
        self.prune(event.at);
        let again = self.events.iter_mut().rev().find(|known| {
            (known.what, &known.tool, &known.host) == (event.what, &event.tool, &event.host)
                && event.at.abs_diff(known.at) < SAME_MS
        });
        match again {
            Some(known) => known.at = event.at,
            None => self.events.push(event),
        }
        let surplus = self.events.len().saturating_sub(MOST);
        self.events.drain(..surplus);
    }

    /// Drops what is older than [`KEPT_MS`]. An event of the future (the clock
    /// was set back) is kept: forgetting it would hide a session.
    pub fn prune(&mut self, now: u64) {
        self.events
            .retain(|event| now.saturating_sub(event.at) <= KEPT_MS);
    }

    /// The events, newest first.
    pub fn newest_first(mut self) -> Vec<Event> {
        self.events.sort_by_key(|event| std::cmp::Reverse(event.at));
        self.events
    }

    /// Whether `host` is a site where money can be lost and someone may be on
    /// this computer: a remote tool was downloaded or joined within
    /// [`RISK_MS`] of `now` (milliseconds since the Unix epoch).
    pub fn money_risk(&self, host: &str, now: u64) -> Option<Threat> {
        let site = match catalogue::owner_of(host)? {
            Owner::Bank(bank) => bank.name,
            Owner::Brand(brand) => brand.name,
            Owner::Hosting(_) | Owner::Tool(_) | Owner::Anyone(_) => return None,
        };
        let let_in = self.events.iter().rev().find(|event| {
            matches!(event.what, What::Download | What::Session)
                && now.abs_diff(event.at) <= RISK_MS
        })?;
        let tool = let_in.tool.as_deref().and_then(catalogue::tool);
        let name = tool.map_or("A remote-access program", |tool| tool.name);
        let minutes = now.abs_diff(let_in.at) / 60_000;
        Some(Threat {
            kind: Kind::RemoteSessionMoney,
            level: Level::Danger,
            brand: None,
            tool: let_in.tool.clone(),
            evidence: vec![format!("{name}, {minutes} min → {site}")],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOON: u64 = 1_700_000_000_000;
    const MINUTE: u64 = 60_000;

    fn event(at: u64, what: What) -> Event {
        Event {
            at,
            what,
            tool: Some("anydesk".into()),
            host: Some("anydesk.com".into()),
        }
    }

    fn after(minutes: u64, what: What) -> Option<Threat> {
        let mut journey = Journey::default();
        journey.record(event(NOON, what));
        journey.money_risk("www.barclays.co.uk", NOON + minutes * MINUTE)
    }

    #[test]
    fn a_bank_soon_after_a_download_or_session_is_danger() {
        let threat = after(30, What::Download).expect("a threat");
        assert_eq!(threat.level, Level::Danger);
        assert_eq!(threat.tool.as_deref(), Some("anydesk"));
        assert!(threat.evidence[0].contains("AnyDesk, 30 min"));
        assert!(after(120, What::Session).is_some());
    }

    #[test]
    fn later_or_after_only_looking_it_is_not() {
        assert_eq!(after(121, What::Session), None);
        assert_eq!(after(1, What::ToolPage), None);
        assert_eq!(after(1, What::Passed), None);
    }

    #[test]
    fn only_where_money_can_be_lost() {
        let mut journey = Journey::default();
        journey.record(event(NOON, What::Download));
        assert_eq!(journey.money_risk("news.example", NOON), None);
        assert_eq!(journey.money_risk("", NOON), None);
        assert!(journey.money_risk("www.amazon.co.uk", NOON).is_some());
    }

    #[test]
    fn a_clock_set_back_hides_nothing() {
        let mut journey = Journey::default();
        journey.record(event(NOON, What::Download));
        journey.record(event(NOON - 60 * MINUTE, What::ToolPage));
        assert!(
            journey
                .money_risk("barclays.co.uk", NOON - 50 * MINUTE)
                .is_some()
        );
        assert_eq!(journey.newest_first().len(), 2);
    }

    #[test]
    fn an_unreadable_event_takes_no_other_with_it() {
        let mut journey = Journey::default();
        journey.record(event(NOON, What::Session));
        let mut stored = serde_json::to_value(&journey).expect("JSON");
        let events = stored.as_array_mut().expect("a list");
        events.insert(0, json!({"at": NOON, "what": "of-a-later-version"}));
        events.push(json!({"at": -1.5, "what": "session"}));
        events.push(json!("\u{0}"));
        let read: Journey = serde_json::from_value(stored).expect("a journey");
        assert_eq!(read, journey);
        for none in [json!(null), json!(7), json!({"events": []})] {
            assert!(serde_json::from_value::<Journey>(none).is_err());
        }
    }

    #[test]
    fn the_old_the_same_and_the_surplus_are_dropped() {
        let mut journey = Journey::default();
        journey.record(event(NOON, What::Download));
        journey.record(event(NOON + 10, What::Download));
        assert_eq!(journey.clone().newest_first().len(), 1);
        journey.record(event(NOON + KEPT_MS + 11, What::Session));
        assert_eq!(journey.clone().newest_first().len(), 1);
        for n in 0..300 {
            journey.record(event(NOON + KEPT_MS + n * 2 * MINUTE, What::ToolPage));
        }
        assert_eq!(journey.newest_first().len(), MOST);
    }
}
