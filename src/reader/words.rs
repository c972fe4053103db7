//! A page's words as hashes.

use super::vector::{Block, Vector};
use crate::catalogue::word_classes;
use crate::page::{Part, View};

/// Words that are read: scams say what they want at once, and an article would
/// otherwise be weighed by its length.
pub(super) const MOST_WORDS: usize = 600;
/// Bytes of a word whose letters are looked at.
const LONGEST: usize = 40;

/// Parts whose words stand nowhere else in the page's text.
const READ: [Part; 4] = [
    Part::Title,
    Part::Description,
    Part::Placeholder,
    Part::Text,
];

/// The words of the parts that are read, with the part that each stands in and
/// the part's text from the word on.
fn of<'v>(view: &'v View) -> impl Iterator<Item = (Part, &'v [u8], &'v [u8])> {
    let parts = view.parts().filter(|(part, _)| READ.contains(part));
    parts
        .flat_map(|(part, text)| {
            split(text).map(move |word| {
                let at = word.as_ptr().addr() - text.as_ptr().addr();
                (part, word, &text[at..])
            })
        })
        .take(MOST_WORDS)
}

/// The words of folded text.
pub(super) fn split(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| matches!(byte, b' ' | b'\n'))
        .filter(|word| !word.is_empty())
}

/// Whether there are so many words.
pub(super) fn are_at_least(view: &View, fewest: usize) -> bool {
    of(view).take(fewest).count() == fewest
}

/// Counts words, pairs of neighbours, runs of letters and what the words are about,
/// and says how many words it read.
pub(super) fn add(view: &View, vector: &mut Vector) -> usize {
    let mut before = None;
    let mut count = 0;
    for (part, word, rest) in of(view) {
        count += 1;
        let hash = hash(word);
        vector.count(Block::Words, hash);
        let first = START ^ part as u64;
        let left = before
            .filter(|&(near, _)| near == part)
            .map_or(first, |(_, hash)| hash);
        vector.count(Block::Words, pair(left, hash));
        before = Some((part, hash));
        letters(word, |run| vector.count(Block::Letters, run));
        word_classes(word, rest, |class| {
            let class = self::hash(class.as_bytes());
            vector.count(Block::Classes, class);
            if part == Part::Title {
                vector.count(Block::Classes, pair(START, class));
            }
        });
    }
    count
}

/// What stands to the left of a part's first word.
const START: u64 = 0x5354_4152_5400;

/// The hash of a word. Figures count by how many there are, so that one
/// caller's number is like another's.
#[inline]
pub(super) fn hash(word: &[u8]) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325;
    for &byte in word {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
    }
    hash
}

/// The hash of two neighbouring words.
#[inline]
pub(super) fn pair(left: u64, right: u64) -> u64 {
    left.rotate_left(21) ^ right
}

/// Runs of four and five letters of a word with its borders; of two letters
/// or three in scripts that take several bytes for each.
#[inline]
fn letters(word: &[u8], mut run: impl FnMut(u64)) {
    if word.len() < 3 || word.iter().all(u8::is_ascii_digit) {
        return;
    }
    let mut framed = [0; LONGEST + 10];
    let len = word.len().min(LONGEST);
    framed[0] = b' ';
    framed[1..=len].copy_from_slice(&word[..len]);
    framed[len + 1] = b' ';
    let len = len + 2;
    let lengths = match word[0] {
        0xE0.. => [3, 6],
        0x80.. => [4, 6],
        _ => [4, 5],
    };
    for at in 0..len {
        // A run starts where a letter does.
        if framed[at] & 0xC0 == 0x80 {
            continue;
        }
        let mut eight = [0; 8];
        eight.copy_from_slice(&framed[at..at + 8]);
        let eight = u64::from_le_bytes(eight);
        for bytes in lengths {
            if at + bytes <= len {
                let kept = eight & ((1 << (8 * bytes)) - 1);
                run(kept
                    .wrapping_add(bytes as u64)
                    .wrapping_mul(0xD6E8_FEB8_6659_FD93));
            }
        }
    }
}
