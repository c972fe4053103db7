//! What a page says of what arrives from it.

use serde::{Deserialize, Serialize};

use crate::catalogue::Topic;
use crate::page::{Hit, Part, View};
use crate::signals::scam_advice;
use crate::verdict::{Level, Verdict};

/// What a caller has people do, or says beside it.
const CALLERS: [Topic; 6] = [
    Topic::SafeAccount,
    Topic::StayOnLine,
    Topic::SuspiciousSignIn,
    Topic::TechnicianWaits,
    Topic::ReadOutCode,
    Topic::AllowControl,
];
/// What is no program.
const LURES: [Topic; 4] = [
    Topic::LureDocument,
    Topic::LureEvent,
    Topic::LureCheck,
    Topic::LureParcel,
];
/// Bytes of text up to which all of it counts as what the page is about.
const SHORT: usize = 1_500;
/// So many ways to speak of a refund make a refund desk.
const DESK: usize = 2;

/// What a page says that bears on a program which arrives from it. Such words
/// stand on honest pages too: by themselves they decide nothing.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Nothing that does.
    #[default]
    Nothing,
    /// That it is a paper, an invitation or a check.
    Promises,
    /// A caller's words; or the page was warned of.
    Orders,
}

/// What the page says, on which this is the verdict.
pub fn says(view: &View, verdict: &Verdict) -> Says {
    if verdict.level >= Level::Caution {
        return Says::Orders;
    }
    if view.host.owner.is_some() || scam_advice::shown(view).is_some() {
        return Says::Nothing;
    }
    let is_said = |topic: &Topic| view.hits(*topic).iter().any(|hit| !view.is_denied(hit));
    let is_short = view.facts.text.len() < SHORT;
    let is_main = |hit: &Hit| is_short || matches!(hit.part, Part::Title | Part::Heading);
    let promises = |topic: &Topic| view.hits(*topic).iter().any(is_main);
    if CALLERS.iter().any(is_said) || view.count_distinct(Topic::RefundDesk) >= DESK {
        Says::Orders
    } else if LURES.iter().any(promises) {
        Says::Promises
    } else {
        Says::Nothing
    }
}
