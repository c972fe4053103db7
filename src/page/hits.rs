//! Finds the catalogue's phrases in a page's words.

use super::fold::{is_joined, squeeze};
use super::words::{Part, Words};
use crate::catalogue::{Item, PATTERN_SUBJECTS, Patterns, SQUEEZED, Subject, WORDS};

/// A phrase of the catalogue, found in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What the phrase is about.
    pub subject: Subject,
    /// Its number in the catalogue.
    pub pattern: u16,
    /// Where in the page.
    pub part: Part,
    /// Whether it was found only after squeezing: spelt out or misspelt.
    pub squeezed: bool,
    /// Its place in the folded words.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// So many times a phrase is noted; once more says nothing new.
const MOST: u8 = 8;

/// Every hit, sorted by subject, then phrase, then part.
pub fn find(words: &Words) -> Vec<Hit> {
    let mut finder = Finder {
        words,
        seen: vec![0; PATTERN_SUBJECTS.len()],
        hits: Vec::new(),
    };
    finder.plain();
    finder.squeezed();
    finder.hits.sort_unstable();
    finder.hits
}

struct Finder<'w> {
    words: &'w Words<'w>,
    seen: Vec<u8>,
    hits: Vec<Hit>,
}

impl Finder<'_> {
    /// Phrases as they are, at the borders of words.
    fn plain(&mut self) {
        let words = self.words;
        each_word_match(&WORDS, &words.folded, |item, start, end| {
            self.hit(item.pattern, start, end, false);
        });
    }

    /// Long phrases however they are spaced, unless found as they are.
    fn squeezed(&mut self) {
        let mut text = Vec::with_capacity(self.words.folded.len() + 8);
        let mut marks = Vec::with_capacity(self.words.folded.len() / STRIDE + 1);
        for (at, &byte) in self.words.folded.iter().enumerate() {
            if at % STRIDE == 0 {
                marks.push(text.len());
            }
            squeeze(&mut text, byte);
        }
        let plain = self.seen.clone();
        for at in 0..text.len() {
            let Some(key) = text[at..].first_chunk() else {
                break;
            };
            if !SQUEEZED.may_start(u64::from_le_bytes(*key)) {
                continue;
            }
            for item in SQUEEZED.starts_of(&text[at..]) {
                if plain[usize::from(item.pattern)] == 0 {
                    let start = self.unsqueezed(&marks, at);
                    let end = self.unsqueezed(&marks, at + usize::from(item.len) - 1) + 1;
                    self.hit(item.pattern, start, end, true);
                }
            }
        }
    }

    /// The folded offset of the squeezed offset `at`.
    fn unsqueezed(&self, marks: &[usize], at: usize) -> usize {
        let stride = marks.partition_point(|&mark| mark <= at).saturating_sub(1);
        let mut text = vec![b'\n'; 1];
        let base = marks[stride];
        for (offset, &byte) in self.words.folded.iter().enumerate().skip(stride * STRIDE) {
            squeeze(&mut text, byte);
            if base + text.len() - 1 > at {
                return offset;
            }
        }
        self.words.folded.len().saturating_sub(1)
    }

    fn hit(&mut self, pattern: u16, start: usize, end: usize, squeezed: bool) {
        let seen = &mut self.seen[usize::from(pattern)];
        if *seen == MOST {
            return;
        }
        *seen += 1;
        self.hits.push(Hit {
            subject: Subject(PATTERN_SUBJECTS[usize::from(pattern)]),
            pattern,
            part: self.words.part(start),
            squeezed,
            start: start as u32,
            end: end as u32,
        });
    }
}

/// Tells `found` of every phrase in folded `text` that stands at the borders
/// of words, with its start and end. `text` ends in a space.
pub fn each_word_match(
    patterns: &Patterns,
    text: &[u8],
    mut found: impl FnMut(&Item, usize, usize),
) {
    let mut last = b' ';
    for (at, &byte) in text.iter().enumerate() {
        let after_space = last == b' ' || last == b'\n';
        last = byte;
        // Only a script that joins its words (all from U+0590 up) lets a
        // phrase start elsewhere than after a space.
        if !after_space && byte < 0xD6 {
            continue;
        }
        let rest = &text[at..];
        let mut key = [b' '; 4];
        let len = rest.len().min(4);
        key[..len].copy_from_slice(&rest[..len]);
        if !patterns.may_start(u32::from_le_bytes(key).into()) {
            continue;
        }
        for item in patterns.starts_of(rest) {
            let phrase = patterns.phrase(item);
            let joined = |c: Option<char>| c.is_some_and(is_joined);
            let ends = matches!(rest.get(phrase.len()), Some(b' ' | b'\n') | None);
            if (after_space || joined(phrase.chars().next()))
                && (ends || joined(phrase.chars().next_back()))
            {
                found(item, at, at + phrase.len());
            }
        }
    }
}

/// Folded bytes between two marks of the way back from squeezed text.
const STRIDE: usize = 256;
