//! What the page calls itself: title, site name, the first words.

use super::named::is_name;
use super::own::{SAID, is_host_name, is_purpose, names_somebody, segments};
use super::{CLAIM, Marks, OWN_NAME, named};
use crate::catalogue::{Ask, Topic};
use crate::page::{Part, fold, tells};

pub(super) fn find(marks: &mut Marks) {
    let facts = marks.view.facts;
    title(marks);
    if !facts.site_name.trim().is_empty() {
        match is_name(marks.brand, &facts.site_name) {
            true => marks.add(CLAIM, 3, &*facts.site_name),
            false if names_somebody(&facts.site_name) => {
                marks.add(OWN_NAME, 2, &*facts.site_name);
            }
            false => {}
        }
    }
    // A heading that repeats the title says nothing new.
    let repeats = segments(&facts.title)
        .filter(|part| part.split_whitespace().count() > 1)
        .any(|part| marks.opening().starts_with(part));
    let first_word = marks
        .opening()
        .split_whitespace()
        .next()
        .unwrap_or_default();
    let start: String = marks.opening().chars().take(60).collect();
    let is_first = is_name(marks.brand, first_word) && marks.called(&start).is_some();
    if !repeats && is_first {
        marks.add(CLAIM, heads(marks, first_word), start);
    }
}

/// What the brand's name as the first word says. Over the first heading of a page
/// that leads hardly anywhere it stands as a logo does, all the more as a domain.
fn heads(marks: &Marks, first_word: &str) -> i32 {
    let facts = marks.view.facts;
    let rest = marks.opening()[first_word.len()..].trim_start();
    let heading = facts.headings.first().map(|heading| heading.trim());
    let over = heading.is_some_and(|heading| !heading.is_empty() && rest.starts_with(heading));
    match first_word.contains('.') {
        _ if !over || !marks.view.is_bare() => 1,
        true => 3,
        false => 2,
    }
}

/// The part of the title that names the brand: by itself, with what a form is
/// for ("Amazon Sign-In"), or in a headline.
fn title(marks: &mut Marks) {
    let title = &marks.view.facts.title;
    let parts: Vec<&str> = segments(title).collect();
    let best = parts
        .iter()
        .filter_map(|part| marks.called(part).map(|named| named.other_words))
        .min();
    let Some(other_words) = best else {
        return heading(marks);
    };
    let purpose = Purpose::of(marks);
    let told = words_told(title);
    let weight = match (other_words, purpose) {
        _ if is_guide(marks) || is_quoted(title) => 1,
        (_, Purpose::None | Purpose::Word) if told >= HEADLINE => 1,
        (0, _) | (1..=3, Purpose::Said) => 3,
        (1..=3, Purpose::Word) if told < SUBTITLE => 3,
        (1..=3, Purpose::Word) | (4..=6, Purpose::Said | Purpose::Word) => 2,
        _ => 1,
    };
    marks.add(CLAIM, weight, &**title);
    // A name by which the host resembles the brand is none of its own.
    let resembles = marks.view.host.resembles.is_some();
    let is_borrowed = |part: &str| resembles && named(marks.brand, part).is_some();
    let own = parts
        .into_iter()
        .rev()
        .find(|part| is_host_name(marks.view, part));
    if let Some(own) = own.filter(|own| !(is_purpose(own) || is_borrowed(own))) {
        marks.add(OWN_NAME, 2, own);
    }
}

/// The first heading does for a title that does not name the brand: "Amazon
/// refund cancellation server". A way to pay is no name.
fn heading(marks: &mut Marks) {
    let headings = &marks.view.facts.headings;
    let Some(heading) = headings.first().filter(|_| !marks.is_long) else {
        return;
    };
    let Some(other_words) = marks.called(heading).map(|named| named.other_words) else {
        return;
    };
    let short = (1..=6).contains(&other_words);
    let folded = fold(heading);
    let is_way_to_pay = folded.split_whitespace().any(|word| word == "pay");
    let purposes = [Topic::TitlePurpose, Topic::LureParcel];
    let mut purposes = SAID.into_iter().chain(purposes);
    if short && !is_way_to_pay && purposes.any(|topic| tells(heading, topic)) {
        let weight = if other_words <= 2 { 3 } else { 2 };
        marks.add(CLAIM, weight, &**heading);
    }
}

/// Whether the title quotes somebody who speaks of an account or a payment:
/// `Amazon: "your account is suspended", the mail not to open`. News do.
fn is_quoted(title: &str) -> bool {
    const MARKS: [char; 9] = ['"', '“', '”', '„', '«', '»', '「', '」', '『'];
    let mut pieces = title.split(MARKS).skip(1).step_by(2);
    pieces.any(|piece| SAID.into_iter().any(|topic| tells(piece, topic)))
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
        if SAID.into_iter().any(|topic| in_title(marks, topic)) || marks.asks(&[Ask::GiftCard]) {
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
