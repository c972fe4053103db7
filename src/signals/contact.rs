//! A number that one is told to call.

use super::{Signal, phone};
use crate::catalogue::Topic;
use crate::page::View;

/// Says to call, and has a number to dial.
pub const NUMBER_TO_CALL: &str = "number-to-call";

/// Finds it.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    let Some(said) = view.quote_first(Topic::CallUs) else {
        return;
    };
    if let Some(number) = phone::on_page(view).first() {
        let mut signal = Signal::new(NUMBER_TO_CALL, 2, said);
        if !signal.evidence.contains(number.text) {
            signal.evidence = number.text.to_owned();
        }
        found.push(signal);
    }
}
