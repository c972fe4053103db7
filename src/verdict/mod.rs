//! Signals in, [`Verdict`] out: which scam is this, how sure, why.
//!
//! One rule file per family of threats: `fn threats(&View, Marks) ->
//! Vec<Threat>`, listed in [`decide`].

mod drawn;
mod fake_brand;
mod look_alike;
mod marks;
pub(crate) mod reader;
pub mod remote_tool;
mod scare;

pub mod words;

use serde::{Deserialize, Serialize};

use self::marks::Marks;
use crate::page::View;
use crate::signals::Signal;

/// How loud the warning is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Nothing to say.
    #[default]
    None,
    /// Changes the toolbar only.
    Notice,
    /// A calm panel that one can pass.
    Caution,
    /// Covers the page; passed only through friction.
    Danger,
}

/// Which scam a threat is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Asks for money or card details in a brand's name.
    FakeBrandPayment,
    /// Asks for a password, code or identity in a brand's name.
    FakeBrandSignIn,
    /// "Call this number", "cancel your Prime", a refund form, in a brand's name.
    FakeBrandContact,
    /// Pushes a remote-access program (a renamed one included).
    RemoteToolPush,
    /// The genuine vendor's download or session page.
    RemoteToolVendor,
    /// "Your computer is locked, call ...".
    ScareScreen,
    /// The host's name resembles a brand's.
    LookAlikeHost,
    /// A bank, shop or money page soon after a remote tool was let in.
    RemoteSessionMoney,
}

/// One threat that the page poses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Threat {
    /// Which scam.
    pub kind: Kind,
    /// How loud this one is by itself.
    pub level: Level,
    /// Whom it poses as: a brand's id, e.g. `amazon`.
    pub brand: Option<String>,
    /// Which remote tool: a tool's id, e.g. `anydesk`.
    pub tool: Option<String>,
    /// What was seen, quoted, each at most [`crate::page::limits::EVIDENCE`]
    /// characters, strongest first.
    pub evidence: Vec<String>,
}

/// What is to be said of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The loudest of the threats' levels.
    pub level: Level,
    /// The threats, loudest first.
    pub threats: Vec<Threat>,
}

/// Weighs the signals of a page.
///
/// A host that a brand owns and controls poses no threat, whatever it shows.
/// The rules speak first: they name what is certain. Where they find nothing
/// to pause for, the learned reader may.
pub fn decide(view: &View, signals: &[Signal]) -> Verdict {
    if view.host.owner.is_some() {
        return Verdict::default();
    }
    let mut verdict = by_rules(view, signals);
    if verdict.level < Level::Caution {
        verdict
            .threats
            .extend(reader::threats(view, Marks(signals)));
    }
    Verdict::of(verdict.threats)
}

/// What the rules alone say. Each rule file looks at one family of threats;
/// here they are only put in order.
pub(crate) fn by_rules(view: &View, signals: &[Signal]) -> Verdict {
    let marks = Marks(signals);
    let rules = [
        fake_brand::threats,
        remote_tool::threats,
        scare::threats,
        look_alike::threats,
    ];
    let mut threats: Vec<Threat> = rules.iter().flat_map(|rule| rule(view, marks)).collect();
    // Where words tell what a page is, their absence need not.
    if threats.iter().all(|threat| threat.level < Level::Caution) {
        threats.extend(drawn::threats(view, marks));
    }
    Verdict::of(threats)
}

impl Verdict {
    /// Puts threats in order; the loudest gives the level.
    pub fn of(mut threats: Vec<Threat>) -> Self {
        threats.sort_by_key(|threat| (std::cmp::Reverse(threat.level), threat.kind));
        Self {
            level: threats.first().map_or(Level::None, |loudest| loudest.level),
            threats,
        }
    }
}
