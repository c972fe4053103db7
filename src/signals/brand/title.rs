//! What the page calls itself: title, site name, the first words.

use super::named::is_name;
use super::{CLAIM, Marks, OWN_NAME, named};
use crate::catalogue::{Ask, Topic};
use crate::page::{Part, fold};
use crate::signals::fields;

pub(super) fn find(marks: &mut Marks) {
    let facts = marks.view.facts;
    title(marks);
    if !facts.site_name.trim().is_empty() {
        match is_name(marks.brand, &facts.site_name) {
            true => marks.add(CLAIM, 3, &*facts.site_name),
            false => marks.add(OWN_NAME, 2, &*facts.site_name),
        }
    }
    // A heading that repeats the title says nothing new.
    let repeats = segments(&facts.title)
        .filter(|part| part.split_whitespace().count() > 1)
        .any(|part| facts.text.trim_start().starts_with(part));
    let first_word = facts.text.split_whitespace().next().unwrap_or_default();
    if !repeats && is_name(marks.brand, first_word) {
        let start: String = facts.text.chars().take(60).collect();
        marks.add(CLAIM, 1, start);
    }
}

/// The part of the title that names the brand: by itself, with what a form is
/// for ("Amazon Sign-In"), or in a headline.
fn title(marks: &mut Marks) {
    let title = &marks.view.facts.title;
    let parts: Vec<&str> = segments(title).collect();
    let best = parts
        .iter()
        .filter_map(|part| named(marks.brand, part).map(|named| named.other_words))
        .min();
    let Some(other_words) = best else {
        return;
    };
    let weight = match (other_words, has_purpose(marks)) {
        (_, false) if is_headline(title) => 1,
        _ if is_guide(marks) => 1,
        (0, _) => 3,
        (1..=3, true) => 3,
        (4..=6, true) => 2,
        _ => 1,
    };
    marks.add(CLAIM, weight, &**title);
    let own = parts.iter().rev().find(|part| is_host_name(marks, part));
    if let Some(own) = own {
        marks.add(OWN_NAME, 2, *own);
    }
}

/// "Amazon Prime Video: what is new in April": what follows is told about it.
fn is_headline(title: &str) -> bool {
    let told = title.split_once([':', '：']).map(|(_, told)| told);
    told.is_some_and(|told| told.split_whitespace().count() >= HEADLINE)
}

/// "How to cancel Amazon Prime", and it leads there: scammers write such guides
/// too, and have one call them instead.
fn is_guide(marks: &Marks) -> bool {
    let hits = marks.view.hits(Topic::TitleGuide);
    hits.iter().any(|hit| hit.part == Part::Title) && marks.view.leads_to(marks.brand)
}

/// Words behind a colon that make a headline.
const HEADLINE: usize = 4;

/// Whether the title says what a person is to do, or what is wrong; or the
/// page wants the number of a gift card, which only the brand has use for.
fn has_purpose(marks: &Marks) -> bool {
    asks_gift_card(marks)
        || [
            Topic::SignIn,
            Topic::AccountTrouble,
            Topic::PaymentTrouble,
            Topic::Refund,
            Topic::CancelMembership,
            Topic::TitlePurpose,
        ]
        .into_iter()
        .any(|topic| {
            marks
                .view
                .hits(topic)
                .iter()
                .any(|hit| hit.part == Part::Title)
        })
}

fn asks_gift_card(marks: &Marks) -> bool {
    let facts = marks.view.facts;
    let forms = facts.forms.iter().map(|form| form.fields.as_slice());
    forms
        .chain([facts.fields.as_slice()])
        .any(|fields| fields::classify(fields).contains(&Some(Ask::GiftCard)))
}

/// A title's parts: "Cancel Amazon Prime | Customer Care".
fn segments(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(['|', '–', '—', '·', '•', '»', '｜', ':', '：'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether the part is the name that the host bears, or begins with it:
/// "Kitchen Verdict" or "Kitchen Verdict Forum" on kitchenverdict.example.
fn is_host_name(marks: &Marks, part: &str) -> bool {
    let label = marks.view.domain.split('.').next().unwrap_or_default();
    let joined: String = fold(part).split_whitespace().collect();
    let label: String = fold(label).split_whitespace().collect();
    label.len() >= 4 && joined == label
        || joined.len() >= 6 && label.contains(&joined)
        || label.len() >= 6 && joined.starts_with(&label)
}
