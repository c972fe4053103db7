//! Sorts the phrases into the tables of `src/catalogue/patterns.rs`.

use std::fmt::Write;

use crate::patterns::{NONE, slot};

/// Writes phrases that are found at the borders of words.
pub fn emit_words(out: &mut String, name: &str, phrases: Vec<(String, u16)>) {
    emit(out, name, phrases, |phrase| key(phrase, 4));
}

/// Writes phrases that are found anywhere in squeezed text.
pub fn emit_squeezed(out: &mut String, name: &str, phrases: Vec<(String, u16)>) {
    emit(out, name, phrases, |phrase| key(phrase, 8));
}

/// The first `len` bytes as a little-endian number, filled up with spaces.
fn key(phrase: &str, len: usize) -> u64 {
    let mut bytes = [0; 8];
    let mut padded = phrase.bytes().chain(std::iter::repeat(b' '));
    bytes[..len].fill_with(|| padded.next().unwrap_or(b' '));
    u64::from_le_bytes(bytes)
}

/// Writes `pub static NAME: Patterns`. `phrases` are pairs of text and number;
/// `key` gives the bytes that the bit map is asked for.
fn emit(out: &mut String, name: &str, mut phrases: Vec<(String, u16)>, key: fn(&str) -> u64) {
    phrases.sort();
    let bits = (phrases.len() * 16).next_power_of_two().max(64).ilog2();
    let mut filter = vec![0u64; 1 << (bits - 6)];
    let mut text = String::new();
    let mut items = String::new();
    for (number, (phrase, pattern)) in phrases.iter().enumerate() {
        let (word, mask) = slot(key(phrase), bits);
        filter[word] |= mask;
        let prefix = phrases[..number]
            .iter()
            .rposition(|(shorter, _)| phrase.starts_with(shorter.as_str()))
            .map_or(NONE, |found| found as u16);
        write!(
            items,
            "Item{{at:{},len:{},prefix:{prefix},pattern:{pattern}}},",
            text.len(),
            phrase.len()
        )
        .expect("writing to a string");
        text.push_str(phrase);
    }
    writeln!(
        out,
        "pub static {name}: Patterns = Patterns {{ bits: {bits}, text: {text:?}, \
         items: &[{items}], filter: &{filter:?} }};"
    )
    .expect("writing to a string");
}
