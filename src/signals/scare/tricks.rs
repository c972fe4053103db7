//! What a page's scripts are seen to use to hold its visitor.

use super::{HARD_TRICK, HELD, SHORT, Signal, TRICK};
use crate::catalogue::Topic;
use crate::page::View;
use crate::signals::{brand, phone};

/// How many tricks of each sort a page plays.
struct Tricks {
    /// Such as many honest pages play too.
    common: usize,
    /// Such as hardly any honest page plays.
    rare: usize,
    /// Keep one from leaving.
    keeps: usize,
    /// Fills the screen.
    fills: bool,
}

impl Tricks {
    fn of(view: &View) -> Self {
        let api = &view.facts.api;
        let count = |used: &[bool]| used.iter().filter(|&&used| used).count();
        let dialogs = api.dialogs > 0;
        Self {
            common: count(&[
                api.fullscreen,
                api.beforeunload,
                api.traps_history,
                api.blocks_keys,
                api.sound,
                dialogs,
            ]),
            rare: count(&[
                api.keyboard_lock,
                api.hides_pointer,
                view.facts.media.autoplay,
            ]),
            keeps: count(&[api.beforeunload, dialogs, api.keyboard_lock]),
            fills: api.fullscreen,
        }
    }

    fn all(&self) -> usize {
        self.common + self.rare
    }
}

/// A number to ring on a short page that fills the screen and plays two more
/// tricks, one of which keeps one from leaving (or that one alone, where the page
/// says that something is wrong with the device and little else); or that names the system which
/// scare screens pose as and plays three tricks, a rare one among them. Two rare
/// ones need no number: a script may fill it in. Sound, a hidden pointer and keys
/// alone are a game's or a film's, and an exam, a kiosk or a remote desktop says
/// whose it is.
pub(super) fn held(view: &View, found: &mut Vec<Signal>) {
    let tricks = Tricks::of(view);
    let frightens = view.is_bare() && FEAR.iter().any(|&topic| view.has(topic));
    let enough = if frightens { 2 } else { 3 };
    let keeps = tricks.fills && tricks.keeps > 0 && tricks.all() >= enough;
    let poses = tricks.all() > 2 && view.has(Topic::SystemName);
    // Common tricks say enough where next to nothing else is said.
    let poses = poses && (tricks.rare > 0 || tricks.keeps > 0 && is_a_line(view));
    if view.facts.text.len() > SHORT || !(keeps || poses) || brand::is_signed(view) {
        return;
    }
    if let Some(number) = phone::on_page(view).first() {
        found.push(Signal::new(HELD, 1, number.text));
    } else if poses && tricks.rare > 1 {
        let name = view.quote_first(Topic::SystemName).unwrap_or_default();
        found.push(Signal::new(HELD, 1, name));
    }
}

/// What is said to be wrong with the device.
const FEAR: [Topic; 3] = [Topic::ScareLocked, Topic::ScareInfected, Topic::ScareStolen];

/// Bytes of text of a page that says a sentence or two.
const LINE: usize = 300;

fn is_a_line(view: &View) -> bool {
    view.facts.text.len() < LINE && view.is_bare()
}

/// Whether it plays any.
pub(super) fn any(view: &View) -> bool {
    Tricks::of(view).all() > 0
}

/// The tricks as points. There is nothing to quote.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    let tricks = Tricks::of(view);
    for (smell, points) in [(TRICK, tricks.common.min(2)), (HARD_TRICK, tricks.rare)] {
        if points > 0 {
            found.push(Signal::new(smell, points as i32, ""));
        }
    }
}
