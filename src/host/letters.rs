//! The many ways to write one label: what a person may read it as.

use std::borrow::Cow;

use super::name::readable;
use crate::page::fold;

/// Digits that stand for letters.
const DIGITS: [(char, char); 8] = [
    ('0', 'o'),
    ('1', 'l'),
    ('2', 'z'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('7', 't'),
    ('8', 'b'),
];

/// Pairs of letters that look like one.
const PAIRS: [(&str, &str); 3] = [("rn", "m"), ("nn", "m"), ("vv", "w")];

/// A label (between two dots) in every form that a person may read.
#[derive(Debug)]
pub(super) struct Label<'a> {
    /// As it is written, punycode decoded.
    pub written: Cow<'a, str>,
    /// With look-alike letters, digits and pairs taken for what they look
    /// like; without those that say nothing new.
    pub looks: Vec<String>,
}

impl<'a> Label<'a> {
    /// Reads a label of a host in lower-case ASCII.
    pub fn new(label: &'a str) -> Self {
        let written = readable(label);
        let mut looks = Vec::new();
        if !written.is_ascii() {
            // `fold` makes spaces of hyphens; they separate words here.
            add(&mut looks, &written, fold(&written).replace(' ', "-"));
        }
        let base = looks.first().map_or(&*written, String::as_str).to_owned();
        let lettered = digits_as_letters(&base);
        for form in [lettered.clone(), join_pairs(base), join_pairs(lettered)] {
            add(&mut looks, &written, form);
        }
        Self { written, looks }
    }

    /// Every form, the written one first.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.written).chain(self.looks.iter().map(String::as_str))
    }
}

fn add(looks: &mut Vec<String>, written: &str, form: String) {
    if form != written && !looks.contains(&form) {
        looks.push(form);
    }
}

fn digits_as_letters(text: &str) -> String {
    text.chars()
        .map(|c| {
            DIGITS
                .iter()
                .find(|(digit, _)| *digit == c)
                .map_or(c, |(_, letter)| *letter)
        })
        .collect()
}

fn join_pairs(mut text: String) -> String {
    for (pair, letter) in PAIRS {
        if text.contains(pair) {
            text = text.replace(pair, letter);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_looks_like(label: &str, form: &str) {
        let label = Label::new(label);
        assert!(label.looks.iter().any(|look| look == form), "{label:?}");
    }

    #[test]
    fn what_a_person_may_read() {
        assert_looks_like("4m4z0n", "amazon");
        assert_looks_like("arnazon", "amazon");
        assert_looks_like("arnaz0n", "amazon");
        assert_looks_like("annazon", "amazon");
        assert_looks_like("vvoot", "woot");
        assert_looks_like("xn--mazon-3ve", "amazon");
        assert_looks_like("xn--amzon-hra", "amazon");
    }

    #[test]
    fn a_plain_label_has_no_other_look() {
        assert!(Label::new("amazon-refund").looks.is_empty());
    }

    #[test]
    fn punycode_that_is_none_stays() {
        assert_eq!(Label::new("xn--99999999").written, "xn--99999999");
    }
}
