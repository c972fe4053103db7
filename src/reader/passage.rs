//! Which of a page's passages speak for a scam.

use std::cmp::Reverse;

use super::vector::{Block, bucket};
use super::weights;
use super::words::{MOST_WORDS, hash, pair, split};
use crate::page::{Part, View};

/// Words of a passage, and how far the next one starts.
const WORDS: usize = 10;
const STEP: usize = 5;
/// Passages that are quoted.
const MOST: usize = 3;

/// The passages that weigh most, none of which share a word.
pub(super) fn strongest(view: &View) -> Vec<String> {
    let read = [Part::Title, Part::Text];
    let mut passages: Vec<(i32, usize, usize)> = Vec::new();
    for (_, text) in view.parts().filter(|(part, _)| read.contains(part)) {
        let words: Vec<&[u8]> = split(text).take(MOST_WORDS).collect();
        let weighed = weigh(&words);
        for start in (0..words.len()).step_by(STEP) {
            let end = words.len().min(start + WORDS);
            let weight = weighed[start..end].iter().sum();
            let from = view.offset(words[start]);
            let to = view.offset(words[end - 1]) + words[end - 1].len();
            passages.push((weight, from, to));
        }
    }
    passages.sort_by_key(|&(weight, from, _)| (Reverse(weight), from));
    let mut chosen: Vec<(i32, usize, usize)> = Vec::new();
    for passage in passages {
        let (weight, from, to) = passage;
        let apart = chosen
            .iter()
            .all(|&(_, start, end)| to <= start || end <= from);
        if weight > 0 && apart && chosen.len() < MOST {
            chosen.push(passage);
        }
    }
    chosen
        .into_iter()
        .map(|(_, from, to)| view.quote_between(from, to))
        .collect()
}

/// What each word, with its left neighbour, weighs.
fn weigh(words: &[&[u8]]) -> Vec<i32> {
    let mut before = None;
    let weighed = words.iter().map(|word| {
        let hash = hash(word);
        let alone = weights::of(bucket(Block::Words, hash));
        let joined = before.map_or(0, |left| {
            weights::of(bucket(Block::Words, pair(left, hash)))
        });
        before = Some(hash);
        i32::from(alone) + i32::from(joined)
    });
    weighed.collect()
}
