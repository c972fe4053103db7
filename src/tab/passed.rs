//! What the person went on in spite of.

use serde::{Deserialize, Serialize};

use crate::page::Address;
use crate::verdict::{Kind, Level, Threat, Verdict};

/// A threat that the person saw on a site and passed: neither a louder one nor
/// one that poses as someone else or pushes something else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    site: String,
    kind: Kind,
    level: Level,
    brand: Option<String>,
    tool: Option<String>,
}

impl Passed {
    /// All that a verdict on the page at `url` says, which its warning quotes.
    pub fn all(url: &str, verdict: &Verdict) -> impl Iterator<Item = Self> {
        let site = site(url);
        verdict.threats.iter().map(move |threat| Self {
            site: site.clone(),
            kind: threat.kind,
            level: threat.level,
            brand: threat.brand.clone(),
            tool: threat.tool.clone(),
        })
    }

    /// Whether it was a bank's or shop's soon after a session: the next session is
    /// another matter.
    pub fn is_of_session(&self) -> bool {
        self.kind == Kind::RemoteSessionMoney
    }

    fn covers(&self, threat: &Threat) -> bool {
        threat.level <= self.level
            && (threat.kind, &threat.brand, &threat.tool) == (self.kind, &self.brand, &self.tool)
    }
}

/// What is left of a verdict on the page at `url` when the person has passed so
/// much.
pub(super) fn unpassed(passed: &[Passed], url: &str, verdict: &Verdict) -> Verdict {
    let site = site(url);
    let is_new = |threat: &&Threat| {
        let mut here = passed.iter().filter(|passed| passed.site == site);
        !here.any(|passed| passed.covers(threat))
    };
    Verdict::of(verdict.threats.iter().filter(is_new).cloned().collect())
}

/// The site of an address: the registrable domain, or the whole host.
pub(super) fn site(url: &str) -> String {
    let host = Address::parse(url).host;
    crate::host::registrable(&host).unwrap_or(&host).to_owned()
}
