//! What only the brand's own pages say.

use super::{CLAIM, LOOK, Marks, OWN_NAME};
use crate::catalogue::{Ask, Topic};
use crate::page::{Hit, Part};

pub(super) fn find(marks: &mut Marks) {
    let hits = marks.view.hits(marks.brand.wording);
    let count = |keep: fn(&Hit) -> bool| {
        let mut patterns: Vec<u16> = hits
            .iter()
            .filter(|hit| keep(hit))
            .map(|hit| hit.phrase)
            .collect();
        patterns.dedup();
        patterns.len()
    };
    // Running text and the descriptions of pictures may quote; labels, buttons
    // and links are the page's own.
    let own = count(|hit| {
        matches!(
            hit.part,
            Part::Label | Part::Placeholder | Part::Button | Part::Link | Part::Heading
        )
    });
    let any = count(|_| true);
    // Without the brand's name anywhere, one or two such words may be chance.
    let is_named = marks.view.has(marks.brand.named);
    let quote = marks
        .view
        .quote_first(marks.brand.wording)
        .unwrap_or_default();
    match (own, any) {
        (0, 0) => {}
        (_, 1 | 2) if !is_named => {}
        (2.., _) | (_, 3..) if own > 0 || !marks.is_long => marks.add(LOOK, 3, quote),
        (1, _) | (_, 2) if own > 0 || !marks.is_long => marks.add(LOOK, 2, quote),
        _ => marks.add(CLAIM, 1, quote),
    }
    trouble(marks);
    prize(marks);
    if let Some(quote) = marks.view.quote_first(Topic::DisclaimsBrand) {
        marks.add(OWN_NAME, 1, quote);
    }
}

/// "You have won", and what: said in a title or heading, the brand's name beside
/// it, or anywhere on a page that says so twice and leads hardly anywhere.
fn prize(marks: &mut Marks) {
    let view = marks.view;
    let shown = |hits: &[Hit]| {
        let mut hits = hits.iter();
        hits.any(|hit| matches!(hit.part, Part::Title | Part::Heading))
    };
    let named = view.hits(marks.brand.named);
    let weight = match () {
        () if !shown(view.hits(Topic::Prize)) => return,
        () if shown(named) => 2,
        () if view.count_distinct(Topic::Prize) < 2 => return,
        () if !named.is_empty() && view.is_bare() => 3,
        () => return,
    };
    // Who has won pays nothing.
    if marks.asks(&[Ask::CardNumber, Ask::SecurityCode, Ask::Iban]) {
        let quote = view.quote_first(Topic::Prize).unwrap_or_default();
        marks.add(CLAIM, weight, quote);
    }
}

/// "Your account is locked", said on a page that names the brand.
fn trouble(marks: &mut Marks) {
    let is_named = marks.view.has(marks.brand.named);
    let trouble = [Topic::AccountTrouble, Topic::PaymentTrouble]
        .into_iter()
        .find_map(|topic| marks.view.quote_first(topic));
    if let Some(quote) = trouble.filter(|_| is_named) {
        marks.add(CLAIM, 1, quote);
    }
}
