//! Scare screens: fear and a demand, and enough of the rest. Without the one
//! (a demand that is only a picture, words of a language that is not known) or
//! against its own word (a page that says it is no scam), a page must show all
//! the more, and is a caution at most.

use super::{Kind, Level, Threat};
use crate::catalogue::is_under;
use crate::page::View;
use crate::signals::Signal;
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
    let mut marks: Vec<&Signal> = signals
        .iter()
        .filter(|signal| SHOWN.contains(&signal.smell))
        .collect();
    marks.sort_by_key(|signal| SHOWN.iter().position(|smell| *smell == signal.smell));
    vec![Threat {
        kind: Kind::ScareScreen,
        level,
        brand: None,
        tool: None,
        evidence: marks.iter().map(|signal| signal.evidence.clone()).collect(),
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
mod tests {
    use super::*;
    use crate::page::{Api, PageFacts};

    const FEAR: &str = "Your computer has been locked. Access to this PC was blocked. \
        Trojan spyware: your computer is infected with a virus. Do not shut down \
        or restart this computer. Your hard drive will be erased, with loss of data.";
    const DEMAND: &str = "Call Windows support immediately: 0808 196 0147.";

    /// The level of a page with this text, and with rare tricks or none.
    fn level(text: &str, tricks: bool) -> Level {
        let facts = PageFacts {
            text: text.to_owned(),
            api: Api {
                keyboard_lock: tricks,
                hides_pointer: tricks,
                fullscreen: tricks,
                ..Api::default()
            },
            ..PageFacts::default()
        };
        let found = crate::judge(&facts).threats;
        let scare = found.iter().find(|threat| threat.kind == Kind::ScareScreen);
        scare.map_or(Level::None, |threat| threat.level)
    }

    #[test]
    fn fear_and_a_demand_are_danger() {
        assert_eq!(level(&format!("{FEAR} {DEMAND}"), false), Level::Danger);
        assert_eq!(level(DEMAND, false), Level::None);
    }

    #[test]
    fn a_short_scare_screen_is_a_caution_and_a_repairer_with_menus_is_nothing() {
        let short = "Your PC is blocked. Malware detected. Contact Windows Support now: \
            1-833-555-0150";
        assert_eq!(level(short, false), Level::Caution);
        let link = |href: &str| crate::page::Link {
            href: format!("https://repairs.example/{href}"),
            ..crate::page::Link::default()
        };
        let facts = PageFacts {
            text: short.to_owned(),
            links: ["a", "b", "c", "d"].map(link).to_vec(),
            ..PageFacts::default()
        };
        assert_eq!(crate::judge(&facts).level, Level::None);
    }

    #[test]
    fn a_kits_painted_scanner_needs_no_words() {
        let level = |idents: &[&str]| {
            let facts = PageFacts {
                text: "x".to_owned(),
                idents: idents.iter().map(|&ident| ident.to_owned()).collect(),
                api: Api {
                    blocks_keys: true,
                    ..Api::default()
                },
                ..PageFacts::default()
            };
            crate::judge(&facts).level
        };
        let kit = ["scan_box2", "pro_box", "pc_desk", "activate_lic"];
        assert_eq!(level(&kit), Level::Caution);
        assert_eq!(level(&kit[..3]), Level::None);
    }

    #[test]
    fn a_demand_that_is_only_a_picture_is_a_caution() {
        assert_eq!(level(FEAR, true), Level::Caution);
        assert_eq!(level(FEAR, false), Level::None);
    }

    #[test]
    fn a_number_on_a_page_that_holds_its_visitor_is_a_caution() {
        let level = |holds| {
            let facts = PageFacts {
                text: "Ismeretlen nyelv: +36 1 555 0199".to_owned(),
                api: Api {
                    fullscreen: true,
                    beforeunload: holds,
                    traps_history: true,
                    sound: true,
                    ..Api::default()
                },
                ..PageFacts::default()
            };
            crate::judge(&facts).level
        };
        assert_eq!(level(true), Level::Caution);
        assert_eq!(level(false), Level::None);
    }

    #[test]
    fn a_word_that_it_is_a_scam_must_not_silence_a_whole_scare_screen() {
        let advice = "This is how a tech support scam works.";
        let part = "Your computer has been locked. It is infected with trojan spyware.";
        assert_eq!(
            level(&format!("{advice} {part} {DEMAND}"), false),
            Level::None
        );
        let whole = format!(
            "{advice} {FEAR} {DEMAND} Quick scan: threats found. Our engineers will \
             walk you through the removal over the phone."
        );
        assert_eq!(level(&whole, false), Level::Caution);
    }
}
