//! Scare screens: fear and a demand, and enough of the rest.

use super::{Kind, Level, Threat};
use crate::catalogue::is_under;
use crate::page::View;
use crate::signals::Signal;
use crate::signals::scam_advice::{ADVICE, ADVICE_IN_TEXT};
use crate::signals::scare::*;

/// Points from which a page is one.
const ENOUGH: i32 = 7;

/// Domains of those that scare screens pose as. Their help pages hold all the
/// words, and what they say of their own systems is theirs to say.
const POSED_AS: [&str; 3] = ["microsoft.com", "apple.com", "support.google.com"];

/// At most one.
pub(super) fn threats(view: &View, signals: &[Signal]) -> Vec<Threat> {
    let points = |smells: &[&str]| -> i32 {
        signals
            .iter()
            .filter(|signal| smells.contains(&signal.smell))
            .map(|signal| signal.weight)
            .sum()
    };
    let has = |smell| signals.iter().any(|signal| signal.smell == smell);
    let fear = points(&[LOCKED, INFECTED, STOLEN]);
    let demand = points(&[SUPPORT, NUMBER]);
    let tricks = points(&[TRICK, HARD_TRICK]);
    let all = fear + demand + tricks + points(&[KEEP_ON, THREAT, SCAN, ERROR_CODE]);
    // Hidden honest words must not switch the warning off: they only ask for
    // what an honest page lacks.
    let honest = (has(ADVICE) && !has(HARD_TRICK)) || (has(ADVICE_IN_TEXT) && tricks == 0);
    if fear == 0 || demand == 0 || all < ENOUGH || honest || is_posed_as(&view.url.host) {
        return Vec::new();
    }
    let mut marks: Vec<&Signal> = signals
        .iter()
        .filter(|signal| SHOWN.contains(&signal.smell))
        .collect();
    marks.sort_by_key(|signal| SHOWN.iter().position(|smell| *smell == signal.smell));
    vec![Threat {
        kind: Kind::ScareScreen,
        level: Level::Danger,
        brand: None,
        tool: None,
        evidence: marks.iter().map(|signal| signal.evidence.clone()).collect(),
    }]
}

/// The marks that a person understands, strongest first.
const SHOWN: [&str; 7] = [SUPPORT, LOCKED, NUMBER, INFECTED, STOLEN, KEEP_ON, THREAT];

fn is_posed_as(host: &str) -> bool {
    POSED_AS.iter().any(|domain| is_under(host, domain))
}
