//! A brand's name in a short piece of text.

use std::ops::Range;

use super::own::names_somebody;
use crate::catalogue::Brand;
use crate::page::places_of;

/// Words that stand beside a brand's name without making it another's:
/// the endings of its domains, its markets (folded), its membership, its
/// carrier, its company form.
const BESIDE: &[&str] = &[
    "com",
    "co",
    "uk",
    "de",
    "fr",
    "it",
    "es",
    "nl",
    "se",
    "pl",
    "tr",
    "jp",
    "in",
    "ca",
    "au",
    "br",
    "mx",
    "ae",
    "sa",
    "eg",
    "sg",
    "us",
    "eu",
    "www",
    "inc",
    "logo",
    "icon",
    "home",
    "official",
    "logistics",
    "logistik",
    "logistica",
    "logistique",
    "shipping",
    "the",
    "usa",
    "canada",
    "mexico",
    "brasil",
    "brazil",
    "deutschland",
    "germany",
    "france",
    "italia",
    "italy",
    "espana",
    "spain",
    "nederland",
    "belgie",
    "belgique",
    "sverige",
    "polska",
    "turkiye",
    "japan",
    "india",
    "australia",
    "singapore",
    "uae",
    "egypt",
    "日本",
];

/// What a text has beside the brand's name.
pub struct Named {
    /// Number of other words; of a script without spaces, two characters
    /// count as one word.
    pub other_words: usize,
}

/// Looks for `brand`'s name as a word of its own in `text`.
pub fn named(brand: &Brand, text: &str) -> Option<Named> {
    let (folded, names) = places_of(brand.named, text);
    if names.is_empty() {
        return None;
    }
    let rest: String = folded
        .char_indices()
        .map(
            |(at, c)| match names.iter().any(|name| name.contains(&at)) {
                true => ' ',
                false => c,
            },
        )
        .collect();
    let words = rest
        .split_whitespace()
        .filter(|word| !is_word_beside(brand, word));
    Some(Named {
        other_words: words.map(weight).sum(),
    })
}

/// Whether `text` names what is called like the brand and is not ("Amazon Valley
/// School"): it says so in the next few words.
pub fn is_namesake(brand: &Brand, text: &str) -> bool {
    let (folded, names) = places_of(brand.named, text);
    let is_anothers = |name: &Range<usize>| {
        let mut after = folded[name.end..].split_whitespace().take(NEAR);
        after.any(|word| brand.is_namesake(word))
    };
    !names.is_empty() && names.iter().all(is_anothers)
}

/// Words behind the name in which it is said to be another's.
const NEAR: usize = 3;

/// Whether somebody else is named before the brand: "Spinecrack Ltd, an Amazon
/// company".
pub fn comes_second(brand: &Brand, text: &str) -> bool {
    let (folded, names) = places_of(brand.named, text);
    let first = names.iter().map(|name| name.start).min();
    first.is_some_and(|first| names_somebody(&folded[..first]))
}

/// Whether `text` (folded) is only what stands beside the brand's name: its
/// membership's, a country's.
pub fn is_beside(brand: &Brand, text: &str) -> bool {
    let mut words = text.split_whitespace();
    words.all(|word| is_word_beside(brand, word))
}

fn is_word_beside(brand: &Brand, word: &str) -> bool {
    BESIDE.contains(&word) || word == brand.membership_word
}

/// Two characters of Han, kana or Hangul count as a word.
fn weight(word: &str) -> usize {
    match word.chars().any(|c| c >= '\u{3000}') {
        true => word.chars().count().div_ceil(2),
        false => 1,
    }
}

/// Whether `text` is the brand's name and nothing else.
pub fn is_name(brand: &Brand, text: &str) -> bool {
    named(brand, text).is_some_and(|named| named.other_words == 0)
}
