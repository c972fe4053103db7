//! Marks of a scare screen: a page that plays a computer in peril so that the
//! person rings a number.
//!
//! What it must say for the trick to work stays the same from kit to kit:
//! something is wrong *here and now* (fear), and *ring us* (demand). The rest
//! makes it hard to think or to leave: orders, threats, a scanner's picture,
//! noise, full screen. Each is one mark of its own, found in any language of
//! the catalogue, and none is needed. Honest pages about such screens say the
//! same words; what they do not do is play tricks, and they name the thing.

mod kit;
mod tricks;

use super::{Signal, phone, scam_advice};
use crate::catalogue::Topic;
use crate::page::{Hit, View, distinct};

/// "Your computer is locked."
pub const LOCKED: &str = "scare-locked";
/// "A trojan was found."
pub const INFECTED: &str = "scare-infected";
/// "Your passwords are being taken."
pub const STOLEN: &str = "scare-stolen";
/// "Call Microsoft at once."
pub const SUPPORT: &str = "scare-support";
/// "Do not switch it off."
pub const KEEP_ON: &str = "scare-keep-on";
/// What is said to happen otherwise.
pub const THREAT: &str = "scare-threat";
/// The picture of a scanner.
pub const SCAN: &str = "scare-scan";
/// A number to ring.
pub const NUMBER: &str = "scare-number";
/// An error code in the title or a heading.
pub const ERROR_CODE: &str = "scare-error-code";
/// Something that makes it hard to leave or to think, of the kind that many
/// honest pages use too.
pub const TRICK: &str = "scare-trick";
/// The same, of a kind that hardly any honest page uses.
pub const HARD_TRICK: &str = "scare-hard-trick";
/// A number to ring on a short page that holds its visitor, in whatever
/// language.
pub const HELD: &str = "scare-held";
/// Built with a kit for scare screens.
pub const KIT: &str = "scare-kit";
/// See [`View::is_bare`].
pub const BARE: &str = "scare-bare";
/// Bytes of text up to which a page is short.
const SHORT: usize = 5000;
/// Topic, smell, and the most points that it gives: one a different phrase.
const WORDS: [(Topic, &str, usize); 7] = [
    (Topic::ScareLocked, LOCKED, 2),
    (Topic::ScareInfected, INFECTED, 2),
    (Topic::ScareStolen, STOLEN, 2),
    (Topic::ScareSupport, SUPPORT, 3),
    (Topic::ScareKeepOn, KEEP_ON, 2),
    (Topic::ScareThreat, THREAT, 2),
    (Topic::ScareScan, SCAN, 2),
];

/// Finds them.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    tricks::held(view, found);
    let is_kit = kit::find(view, found);
    let before = found.len();
    // A write-up, a forum and a view of the source quote the whole screen, but
    // do none of what it does to its visitor.
    let holds = tricks::any(view);
    for (topic, smell, most) in WORDS {
        let hits: Vec<&Hit> = view.said(topic, holds).collect();
        let points = distinct(hits.iter().copied()).min(most);
        if let Some(hit) = hits.first() {
            found.push(Signal::new(smell, points as i32, view.quote(hit)));
        }
    }
    // Two kinds of words at least, or the page is about something else.
    if found.len() < before + 2 && !is_kit {
        found.truncate(before);
        return;
    }
    scam_advice::find(view, found);
    if let Some(number) = phone::on_page(view).first() {
        found.push(Signal::new(NUMBER, 1, number.text));
    }
    let mut shown = [&view.facts.title].into_iter().chain(&view.facts.headings);
    if let Some(code) = shown.find_map(|text| error_code(text)) {
        found.push(Signal::new(ERROR_CODE, 1, code));
    }
    if view.is_bare() {
        found.push(Signal::new(BARE, 0, ""));
    }
    tricks::find(view, found);
}

/// `0x80073b01`, `#DW6BD36`: made up to look like a machine's own words.
fn error_code(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '#')
        .find(|word| {
            let hex = word
                .find("0x")
                .is_some_and(|at| word[at + 2..].len() >= 3 && word.len() >= 6);
            let numbered = word.strip_prefix('#').is_some_and(|code| code.len() >= 4);
            (hex || numbered) && word.bytes().any(|b| b.is_ascii_digit())
        })
}
