//! What happened in this browser in the last 48 hours, as a pure state machine.
//!
//! A remote tool by itself is an ordinary program and a bank an ordinary site;
//! one soon after the other is the scam's last step.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use crate::catalogue::{self, BankKind, Owner};
use crate::host;
use crate::verdict::{Kind, Level, Threat};

/// How long an event is kept, in milliseconds.
pub const KEPT_MS: u64 = 48 * 60 * 60 * 1000;
/// How long after a remote tool's download or session a site where money can
/// be lost is dangerous, in milliseconds; so long after weaker signs a bank is worth
/// a pause.
pub const RISK_MS: u64 = 2 * 60 * 60 * 1000;
/// How long after a download or session a bank is still worth a pause.
pub const LATE_MS: u64 = 24 * 60 * 60 * 1000;
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
    /// On a site where money can be lost a pause was asked for.
    Paused,
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
    /// this computer at `now` (milliseconds since the Unix epoch): danger soon after
    /// a remote tool was downloaded or joined ([`RISK_MS`]). At a bank weaker signs
    /// are a caution, once for each site and sign: such an event up to [`LATE_MS`]
    /// ago; a remote tool's page that was seen, or a warning that was passed, within
    /// [`RISK_MS`].
    pub fn money_risk(&self, host: &str, now: u64) -> Option<Threat> {
        let (site, kind) = money_at(host)?;
        let holds_money = kind != BankKind::Shop;
        let within = |event: &&Event, time| now.abs_diff(event.at) <= time;
        let mut newest_first = self.events.iter().rev();
        let let_in = newest_first.find(|event| event.lets_in() && within(event, RISK_MS));
        if let Some(event) = let_in {
            return Some(event.threat(Level::Danger, site, now));
        }
        let is_sign = |event: &&Event| match event.what {
            What::Download | What::Session => within(event, LATE_MS),
            What::ToolPage => within(event, RISK_MS),
            What::Passed => within(event, RISK_MS) && !event.is_at_money(),
            What::Paused => false,
        };
        let paused = self
            .events
            .iter()
            .rposition(|event| event.what == What::Paused && event.is_at(host));
        // The list is in the order in which things happened, whatever the clock said.
        let since = paused.map_or(0, |at| at + 1);
        let mut news = self.events[since..].iter().rev().filter(|_| holds_money);
        let sign = news.find(is_sign)?;
        Some(sign.threat(Level::Caution, site, now))
    }
}

impl Event {
    /// Whether from here on someone may be on this computer.
    pub fn lets_in(&self) -> bool {
        matches!(self.what, What::Download | What::Session)
    }

    /// Whether it was on the site of `host`.
    fn is_at(&self, host: &str) -> bool {
        let own = self.host.as_deref().unwrap_or_default();
        host::registrable(own).unwrap_or(own) == host::registrable(host).unwrap_or(host)
    }

    fn is_at_money(&self) -> bool {
        self.host.as_deref().and_then(money_at).is_some()
    }

    /// What it means for `site` at `now`.
    fn threat(&self, level: Level, site: &str, now: u64) -> Threat {
        let tool = self.tool.as_deref().and_then(catalogue::tool);
        let name = tool.map_or("A remote-access program", |tool| tool.name);
        let minutes = now.abs_diff(self.at) / 60_000;
        Threat {
            kind: Kind::RemoteSessionMoney,
            level,
            brand: None,
            tool: self.tool.clone(),
            evidence: vec![format!("{name}, {minutes} min → {site}")],
        }
    }
}

/// Whose site it is, if money can be lost there, and how.
fn money_at(host: &str) -> Option<(&'static str, BankKind)> {
    match catalogue::owner_of(host)? {
        Owner::Bank(bank) => Some((bank.name, bank.kind)),
        Owner::Brand(brand) => Some((brand.name, brand.kind?)),
        Owner::Hosting(_) | Owner::Tool(_) | Owner::Anyone(_) => None,
    }
}

#[cfg(test)]
mod tests;
