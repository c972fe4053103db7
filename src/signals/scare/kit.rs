//! Kits for scare screens are copied from one scammer to the next, and with them
//! the ids and class names of their painted scanner, its windows and buttons.

use super::{KIT, SHORT, Signal};
use crate::page::View;

/// Names that stand in many kits and on no honest page of the corpus. What is
/// numbered there (`scan_box2`) is named here without its number.
const NAMES: [&str; 32] = [
    "action_buttons",
    "activate_lic",
    "addtochromebutton",
    "alert_popup",
    "answer_list",
    "bgimg",
    "bt_can",
    "card_top",
    "cardcontainer",
    "col_fourth",
    "colo-rd",
    "footertxt",
    "leave_page",
    "link_black",
    "make_this",
    "minimize",
    "mycanvas",
    "pc_desk",
    "pop_up_new",
    "poptxt",
    "pro_box",
    "pro_box_header",
    "quick_scan",
    "right-foot",
    "scan_body",
    "scan_box",
    "scan_box_header",
    "scan_footer",
    "table_quick",
    "tooreg_detail_scan",
    "txtadd",
    "welcomediv",
];

/// Different names that must stand on a page: one alone may be chance.
const FEW: usize = 4;
const MANY: usize = 8;

/// Whether the page is built with one.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) -> bool {
    let facts = view.facts;
    if facts.text.len() > SHORT {
        return false;
    }
    let mut matched: Vec<&str> = facts
        .idents
        .iter()
        .filter_map(|ident| name(ident))
        .collect();
    matched.sort_unstable();
    matched.dedup();
    let is_kit = matched.len() >= FEW;
    if is_kit {
        let weight = if matched.len() >= MANY { 3 } else { 2 };
        found.push(Signal::new(KIT, weight, matched[..FEW].join(" ")));
    }
    is_kit
}

/// The kits' name for it, if it is one of theirs.
fn name(ident: &str) -> Option<&'static str> {
    let stem = ident.trim_end_matches(|c: char| c.is_ascii_digit());
    let named = NAMES.iter().find(|name| name.eq_ignore_ascii_case(stem));
    named.copied()
}
