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
    let purpose = Purpose::of(marks);
    let told = words_told(title);
    let weight = match (other_words, purpose) {
        _ if is_guide(marks) => 1,
        (_, Purpose::None | Purpose::Word) if told >= HEADLINE => 1,
        (0, _) | (1..=3, Purpose::Said) => 3,
        (1..=3, Purpose::Word) if told < SUBTITLE => 3,
        (1..=3, Purpose::Word) | (4..=6, Purpose::Said | Purpose::Word) => 2,
        _ => 1,
    };
    marks.add(CLAIM, weight, &**title);
    let own = parts.iter().rev().find(|part| is_host_name(marks, part));
    if let Some(own) = own {
        marks.add(OWN_NAME, 2, *own);
    }
}

/// Words behind a colon: "Amazon Prime Video: what is new in April" is told
/// about it.
fn words_told(title: &str) -> usize {
    let told = title.split_once([':', '：']).map(|(_, told)| told);
    told.map_or(0, |told| told.split_whitespace().count())
}

/// Words behind a colon that make a headline.
const HEADLINE: usize = 4;
/// Words behind a colon that say more than what a page is for.
const SUBTITLE: usize = 3;

/// "How to cancel Amazon Prime", and it leads there: scammers write such guides
/// too, and have one call them instead.
fn is_guide(marks: &Marks) -> bool {
    in_title(marks, Topic::TitleGuide) && marks.view.leads_to(marks.brand)
}

/// What a title tells of the page's purpose.
#[derive(Clone, Copy)]
enum Purpose {
    /// What a person is to do, or what is wrong; or the page wants the number
    /// of a gift card, which only the brand has use for.
    Said,
    /// A word like "refund" or "payment".
    Word,
    /// Nothing.
    None,
}

impl Purpose {
    fn of(marks: &Marks) -> Self {
        const SAID: [Topic; 5] = [
            Topic::SignIn,
            Topic::AccountTrouble,
            Topic::PaymentTrouble,
            Topic::Refund,
            Topic::CancelMembership,
        ];
        if SAID.into_iter().any(|topic| in_title(marks, topic)) || asks_gift_card(marks) {
            Self::Said
        } else if in_title(marks, Topic::TitlePurpose) {
            Self::Word
        } else {
            Self::None
        }
    }
}

fn in_title(marks: &Marks, topic: Topic) -> bool {
    let hits = marks.view.hits(topic);
    hits.iter().any(|hit| hit.part == Part::Title)
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
