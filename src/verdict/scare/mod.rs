//! Scare screens: fear and a demand, and enough of the rest. Without the one
//! (a demand that is only a picture, words of a language that is not known) or
//! against its own word (a page that says it is no scam), a page must show all
//! the more, and is a caution at most.

use super::{Kind, Level, Marks, Threat};
use crate::catalogue::is_under;
use crate::page::View;
use crate::signals::scam_advice::{ADVICE, ADVICE_IN_TEXT};
use crate::signals::scare::*;

/// Points from which a page is one.
const ENOUGH: i32 = 7;
/// Points from which a page is one, and may be one, that has nothing else on it;
/// the last when it frightens twice.
const BARE_ENOUGH: (i32, i32, i32) = (6, 5, 4);
/// Points of a kit, and of tricks, with which no words are needed.
const WORDLESS: (i32, i32) = (3, 2);
/// Points of fear, and of all, of a page that makes no demand in words.
const SPEECHLESS: (i32, i32) = (3, 9);
/// Points of a whole scare screen: more than an article has reason to quote.
const WHOLE: i32 = 12;

/// Domains of those that scare screens pose as. Their help pages hold all the
/// words, and what they say of their own systems is theirs to say.
const POSED_AS: [&str; 3] = ["microsoft.com", "apple.com", "support.google.com"];

/// At most one.
pub(super) fn threats(view: &View, marks: Marks) -> Vec<Threat> {
    let points = |smells| marks.points(smells);
    let has = |smell| marks.has(smell);
    let fear = points(&[LOCKED, INFECTED, STOLEN]);
    let demand = points(&[SUPPORT, NUMBER]);
    let tricks = points(&[TRICK, HARD_TRICK]);
    let kit = points(&[KIT]);
    let all = fear + demand + tricks + kit + points(&[KEEP_ON, THREAT, SCAN, ERROR_CODE]);
    let told_openly = has(ADVICE) && !has(HARD_TRICK);
    // Words in the text may be hidden ones, which cost a scammer nothing.
    let told_in_text = has(ADVICE_IN_TEXT) && tricks == 0;
    let (least_fear, least) = SPEECHLESS;
    let painted = has(HARD_TRICK) || has(KIT);
    let speechless = demand == 0 && painted && fear >= least_fear && all >= least;
    // An antivirus maker frightens and has a number, but does not press.
    let presses = demand > 1 || tricks > 0 || has(KEEP_ON) || has(THREAT);
    let (enough, perhaps) = match BARE_ENOUGH {
        (enough, _, twice) if has(BARE) && fear > 1 && demand > 1 => (enough, twice),
        (enough, once, _) if has(BARE) && presses => (enough, once),
        _ => (ENOUGH, ENOUGH),
    };
    if told_openly || is_posed_as(&view.url.host) {
        return Vec::new();
    }
    let by_words = match () {
        () if fear == 0 => None,
        () if speechless => Some(Level::Caution),
        () if demand == 0 || all < perhaps => None,
        () if told_in_text => (all >= WHOLE).then_some(Level::Caution),
        () if all < enough => Some(Level::Caution),
        () => Some(Level::Danger),
    };
    // Its words may be of a language that is not known.
    let wordless = match () {
        () if kit >= WORDLESS.0 && tricks >= WORDLESS.1 => Some(Level::Danger),
        () if has(HELD) || has(KIT) && fear + demand + tricks > 0 => Some(Level::Caution),
        () => None,
    };
    let Some(level) = by_words.max(wordless) else {
        return Vec::new();
    };
    let shown = SHOWN.iter().flat_map(|smell| marks.of(smell));
    vec![Threat {
        kind: Kind::ScareScreen,
        level,
        brand: None,
        tool: None,
        evidence: shown.map(|signal| signal.evidence.clone()).collect(),
    }]
}

/// The marks that a person understands, strongest first.
const SHOWN: [&str; 8] = [
    SUPPORT, LOCKED, NUMBER, HELD, INFECTED, STOLEN, KEEP_ON, THREAT,
];

fn is_posed_as(host: &str) -> bool {
    POSED_AS.iter().any(|domain| is_under(host, domain))
}

#[cfg(test)]
mod tests;
