//! What the page calls itself: title, site name, the first words.

use super::named::is_name;
use super::{CLAIM, Marks, OWN_NAME, named};
use crate::catalogue::Topic;
use crate::page::{Part, fold};

pub(super) fn find(marks: &mut Marks) {
    let facts = marks.view.facts;
    title(marks);
    if !facts.site_name.trim().is_empty() {
        match is_name(marks.brand, &facts.site_name) {
            true => marks.add(CLAIM, 3, &*facts.site_name),
            false => marks.add(OWN_NAME, 2, &*facts.site_name),
        }
    }
    let first_word = facts.text.split_whitespace().next().unwrap_or_default();
    if is_name(marks.brand, first_word) {
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

/// Whether the title says what a person is to do, or what is wrong.
fn has_purpose(marks: &Marks) -> bool {
    [
        Topic::SignIn,
        Topic::AccountTrouble,
        Topic::PaymentTrouble,
        Topic::Refund,
        Topic::CancelMembership,
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

/// A title's parts: "Cancel Amazon Prime | Customer Care".
fn segments(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(['|', '–', '—', '·', '•', '»', '｜', ':', '：'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether the part is the name that the host bears: "Kitchen Verdict" on
/// kitchenverdict.example.
fn is_host_name(marks: &Marks, part: &str) -> bool {
    let label = marks.view.domain.split('.').next().unwrap_or_default();
    let joined: String = fold(part).split_whitespace().collect();
    let label: String = fold(label).split_whitespace().collect();
    label.len() >= 4 && (joined == label || joined.len() >= 6 && label.contains(&joined))
}
