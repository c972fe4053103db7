//! Squeezed text, and the search for phrases in it.

use std::ops::Range;

use super::fold::{Squeezer, hash, is_joined};
use crate::catalogue::{Automaton, Check};

/// Folded text with its squeezed form: no spaces, no doubled letters, one
/// letter for those that are easily written for each other.
#[derive(Debug)]
pub struct Squeezed {
    folded: Vec<u8>,
    bytes: Vec<u8>,
    /// For each squeezed byte, the place of the folded one that it comes from.
    from: Vec<u32>,
}

/// So many bytes after the end, so that keys can always be read.
const PADDING: usize = 8;

impl Squeezed {
    /// Squeezes `folded`.
    pub fn new(folded: Vec<u8>) -> Self {
        let mut bytes = Vec::with_capacity(folded.len() + PADDING);
        let mut from = Vec::with_capacity(folded.len() + PADDING);
        let mut squeezer = Squeezer::default();
        for (at, &byte) in (0u32..).zip(&folded) {
            let (first, second) = squeezer.push(byte);
            if first != 0 {
                bytes.push(first);
                from.push(at);
            }
            if second != 0 {
                bytes.push(second);
                from.push(at);
            }
        }
        bytes.extend([b'\n'; PADDING]);
        from.extend([folded.len() as u32; PADDING]);
        Self {
            folded,
            bytes,
            from,
        }
    }

    /// What was squeezed.
    pub fn folded(&self) -> &[u8] {
        &self.folded
    }

    /// Tells `found` of every phrase: its number, where in the folded text it
    /// stands, and the length of its squeezed form.
    pub fn search(&self, phrases: &Automaton, mut found: impl FnMut(u16, Range<usize>, usize)) {
        let mut key = 0;
        for byte in self.bytes[..PADDING - 1].iter().rev() {
            key = key << 8 | u64::from(*byte);
        }
        key <<= 8;
        for (start, &next) in self.bytes[PADDING - 1..].iter().enumerate() {
            key = key >> 8 | u64::from(next) << 56;
            let long = phrases.anywhere.has(key);
            if !long && !phrases.at_border.has(key & 0xFF_FFFF) {
                continue;
            }
            let border = self.starts_word(start);
            if !long && !border {
                continue;
            }
            phrases.walk(&self.bytes[start..], |len, number, check| {
                let end = start + len;
                let text = self.folded_between(start, end);
                let at_borders = || border && self.ends_word(end);
                let stands = match check {
                    Check::Anywhere => true,
                    Check::Border(spaces) => {
                        at_borders() && is_spaced(&self.folded[text.clone()], spaces)
                    }
                    Check::Exact(wanted) => {
                        at_borders() && hash_of(&self.folded[text.clone()]) == wanted
                    }
                };
                if stands {
                    found(number, text, len);
                }
            });
        }
    }

    /// The folded letters that a squeezed one stands for, also in two words
    /// (the `t` of "Start TeamViewer"), and any spaces after them.
    fn letters(&self, at: usize) -> Range<usize> {
        self.from[at] as usize..self.from[at + 1] as usize
    }

    /// Whether a word starts with a squeezed byte.
    fn starts_word(&self, at: usize) -> bool {
        let letters = self.letters(at);
        // Mostly one letter, with nothing in it to look for.
        self.is_border(letters.start)
            || letters.len() > 1 && self.folded[letters].trim_ascii_end().contains(&b' ')
    }

    /// Whether a word ends before a squeezed byte.
    fn ends_word(&self, at: usize) -> bool {
        let letters = self.letters(at - 1);
        self.is_border(letters.end) || self.folded[letters].contains(&b' ')
    }

    /// Whether a word may start or end at a folded byte.
    fn is_border(&self, at: usize) -> bool {
        match (self.folded[..at].last(), self.folded.get(at)) {
            (None | Some(b' ' | b'\n'), _) | (_, None) => true,
            // The scripts that join their words all stand from U+0590 up.
            (_, Some(..0xD6)) => false,
            (_, Some(_)) => starts_joined(&self.folded[at..]),
        }
    }

    /// The folded text between two squeezed bytes, cut to the words meant.
    fn folded_between(&self, start: usize, end: usize) -> Range<usize> {
        let (first, last) = (self.letters(start), self.letters(end - 1));
        let letters = self.folded[first.clone()].trim_ascii_end();
        let skip = letters
            .iter()
            .rposition(|&byte| byte == b' ')
            .map_or(0, |space| space + 1);
        let keep = self.folded[last.clone()]
            .iter()
            .position(|&byte| byte == b' ');
        let start = first.start + skip;
        start..start.max(last.start + keep.unwrap_or(last.len()))
    }
}

/// Whether so many spaces stand in folded text, or one between any two letters.
fn is_spaced(folded: &[u8], wanted: u8) -> bool {
    let spaces = folded.iter().filter(|&&byte| byte == b' ').count();
    spaces == usize::from(wanted) || 2 * spaces + 1 == folded.len()
}

fn hash_of(folded: &[u8]) -> u16 {
    folded.iter().fold(0, |so_far, &byte| hash(so_far, byte))
}

/// Whether folded text starts with a letter of a script that joins its words.
fn starts_joined(text: &[u8]) -> bool {
    let len = match text[0] {
        ..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    };
    let letter = text.get(..len).and_then(|bytes| str::from_utf8(bytes).ok());
    letter
        .and_then(|letter| letter.chars().next())
        .is_some_and(is_joined)
}
