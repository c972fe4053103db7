//! A number that one is told to call.

use super::{Signal, money, phone};
use crate::catalogue::Topic;
use crate::page::{Part, View};

/// Says to call, and has a number to dial.
pub const NUMBER_TO_CALL: &str = "number-to-call";
/// A short page that leads hardly anywhere has an amount of money and a number:
/// a bill to ring about, in whatever language.
pub const BILLED: &str = "billed";

/// Finds them.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    billed(view, found);
    let dials = || {
        view.facts
            .links
            .iter()
            .find(|link| link.href.starts_with("tel:"))
    };
    // A link that dials, under a heading or title about a renewal or refund,
    // needs no "call us"; nor does any number on a page that leads nowhere.
    let told = [
        Topic::CancelMembership,
        Topic::Refund,
        Topic::AccountTrouble,
    ]
    .iter()
    .any(|topic| {
        let mut hits = view.hits(*topic).iter();
        hits.any(|hit| matches!(hit.part, Part::Title | Part::Heading))
    });
    let dialled = || dials().filter(|_| told).map(|link| link.href.clone());
    let said = view.quote_first(Topic::CallUs).or_else(dialled);
    if said.is_none() && !(told && view.is_bare()) {
        return;
    }
    if let Some(number) = phone::on_page(view).first() {
        let said = said.unwrap_or_default();
        let evidence = match said.contains(number.text) {
            true => said,
            false => number.text.to_owned(),
        };
        found.push(Signal::new(NUMBER_TO_CALL, 2, evidence));
    }
}

/// Bytes of text up to which a page is one bill.
const SHORT: usize = 2000;

fn billed(view: &View, found: &mut Vec<Signal>) {
    let text = &view.facts.text;
    if text.len() > SHORT || !view.is_bare() {
        return;
    }
    if let (Some(amount), Some(number)) = (money::first(text), phone::on_page(view).first()) {
        found.push(Signal::new(BILLED, 1, number.text));
        found.push(Signal::new(BILLED, 1, amount));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Link, PageFacts};

    fn has_number(pages: usize) -> bool {
        let link = |page| Link {
            href: format!("https://a1.example/{page}"),
            ..Link::default()
        };
        let facts = PageFacts {
            headings: vec!["Cancel your Prime membership".to_owned()],
            text: "Step 1: say OFF to 1-844-555-0129".to_owned(),
            links: (0..pages).map(link).collect(),
            ..PageFacts::default()
        };
        let mut found = Vec::new();
        find(&View::new(&facts), &mut found);
        found.iter().any(|signal| signal.smell == NUMBER_TO_CALL)
    }

    #[test]
    fn a_number_under_a_cancellation_is_to_be_called_where_nothing_else_is() {
        assert!(has_number(0));
        assert!(!has_number(9));
    }
}
