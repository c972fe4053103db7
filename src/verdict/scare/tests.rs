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
    let found = crate::judge_by_rules(&facts).threats;
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
    assert_eq!(crate::judge_by_rules(&facts).level, Level::None);
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
        crate::judge_by_rules(&facts).level
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
        crate::judge_by_rules(&facts).level
    };
    assert_eq!(level(true), Level::Caution);
    assert_eq!(level(false), Level::None);
}

#[test]
fn two_tricks_do_where_the_device_is_said_to_be_locked() {
    let level = |text: &str| {
        let facts = PageFacts {
            text: text.to_owned(),
            api: Api {
                fullscreen: true,
                beforeunload: true,
                ..Api::default()
            },
            ..PageFacts::default()
        };
        crate::judge_by_rules(&facts).level
    };
    let number = "Ring 020 7946 0958.";
    let locked = format!("Your computer has been locked by order of the police. {number}");
    assert_eq!(level(&locked), Level::Caution);
    assert_eq!(
        level(&format!("Your video is ready. {number}")),
        Level::None
    );
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

#[test]
fn three_common_tricks_do_over_one_line_that_names_the_system() {
    let level = |text: String| {
        let facts = PageFacts {
            text,
            api: Api {
                beforeunload: true,
                blocks_keys: true,
                traps_history: true,
                ..Api::default()
            },
            ..PageFacts::default()
        };
        crate::judge_by_rules(&facts).level
    };
    let line = "Windows Firewall: (888) 555-0121";
    assert_eq!(level(line.to_owned()), Level::Caution);
    let lesson = "Today we learn how a packet finds its way. ".repeat(9);
    assert_eq!(level(format!("{line} {lesson}")), Level::None);
}
