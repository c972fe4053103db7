//! What the words on a field say that it asks for.

use super::tables::{ASKS, IDENT_WORDS, LABEL_WORDS};
use super::{Ask, Automaton};
use crate::page::{Squeezed, fold};

/// What a label or placeholder asks for, in any of the catalogue's languages.
pub fn ask_of_label(text: &str) -> Option<Ask> {
    longest(&LABEL_WORDS, &squeezed(text))
}

/// What a `name` or `id` attribute asks for. Words in it are told apart by
/// case, digits and punctuation (`addCreditCardNumber`, `cc_exp-month2`); a
/// label's words count too, for languages other than English.
pub fn ask_of_ident(ident: &str) -> Option<Ask> {
    let words = squeezed(&spaced(ident));
    longest(&IDENT_WORDS, &words).or_else(|| longest(&LABEL_WORDS, &words))
}

/// The meaning of the longest phrase; of equally long ones, the first found.
fn longest(words: &Automaton, text: &Squeezed) -> Option<Ask> {
    let mut best: Option<(usize, u16)> = None;
    text.search(words, |ask, _, len| {
        if best.is_none_or(|(longest, _)| len > longest) {
            best = Some((len, ask));
        }
    });
    best.map(|(_, ask)| ASKS[usize::from(ask)])
}

/// `text` as it is searched.
fn squeezed(text: &str) -> Squeezed {
    Squeezed::new(fold(text).into_bytes())
}

/// Puts spaces between the words of an identifier.
fn spaced(ident: &str) -> String {
    let mut out = String::with_capacity(ident.len() + 8);
    let mut last = ' ';
    for c in ident.chars() {
        let new_word = c.is_uppercase() && last.is_lowercase()
            || c.is_ascii_digit() != last.is_ascii_digit() && last != ' ' && !is_short_code(&out);
        if new_word {
            out.push(' ');
        }
        out.push(c);
        last = c;
    }
    out
}

/// `cvv2`, `cv2`, `3ds`: digits that belong to their word.
fn is_short_code(so_far: &str) -> bool {
    let word = so_far.rsplit(|c: char| !c.is_alphanumeric()).next();
    matches!(
        word.map(str::to_ascii_lowercase).as_deref(),
        Some("cvv" | "cvc" | "cv" | "password" | "3" | "2")
    )
}
