//! Finding many phrases at once, with tables that need no building at start.
//!
//! The phrases stand sorted. At a place in the text where one may start, a
//! bit map over the hashed first bytes says "surely none" most of the time.
//! Else one binary search finds the last phrase that sorts at or before the
//! text from there on. Every phrase that the text starts with is a prefix of
//! that one too, so following each phrase's link to its longest prefix finds
//! them all. The cost per place is bounded by the catalogue, never by the
//! page. The tables are a tenth of an automaton's, which is what makes a
//! background worker slow to start.

/// Sorted phrases.
#[derive(Debug)]
pub struct Patterns {
    /// Their text, one after the other.
    pub text: &'static str,
    /// Where each stands, sorted by its bytes.
    pub items: &'static [Item],
    /// The bit map, 2^`bits` bits.
    pub filter: &'static [u64],
    /// Its size.
    pub bits: u32,
}

/// One phrase.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// Byte offset in [`Patterns::text`].
    pub at: u32,
    /// Bytes.
    pub len: u16,
    /// The longest other phrase that it starts with (or one equal to it);
    /// [`NONE`] if there is none.
    pub prefix: u16,
    /// Number of the phrase in the catalogue.
    pub pattern: u16,
}

/// No item.
pub const NONE: u16 = u16::MAX;

/// Where in a bit map of 2^`bits` bits a key stands: word and mask.
pub fn slot(key: u64, bits: u32) -> (usize, u64) {
    let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits);
    ((hash / 64) as usize, 1 << (hash % 64))
}

impl Patterns {
    /// Whether a phrase may start with `key`.
    pub fn may_start(&self, key: u64) -> bool {
        let (word, mask) = slot(key, self.bits);
        self.filter[word] & mask != 0
    }

    /// Every phrase that `text` starts with, longest first.
    pub fn starts_of<'s>(&'s self, text: &'s [u8]) -> impl Iterator<Item = &'s Item> {
        let after = self
            .items
            .partition_point(|item| self.phrase(item).as_bytes() <= text);
        let link = |index: u16| (index != NONE).then(|| &self.items[usize::from(index)]);
        std::iter::successors(
            after.checked_sub(1).map(|last| &self.items[last]),
            move |item| link(item.prefix),
        )
        .filter(move |item| text.starts_with(self.phrase(item).as_bytes()))
    }

    /// The text of `item`, folded.
    pub fn phrase(&self, item: &Item) -> &'static str {
        &self.text[item.at as usize..][..usize::from(item.len)]
    }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{SQUEEZED, WORDS};

    #[test]
    fn every_phrase_finds_itself_and_its_prefixes() {
        for patterns in [&WORDS, &SQUEEZED] {
            for item in patterns.items {
                let phrase = patterns.phrase(item);
                let text = format!("{phrase} and more");
                let found: Vec<_> = patterns.starts_of(text.as_bytes()).collect();
                let wanted: Vec<_> = patterns
                    .items
                    .iter()
                    .filter(|other| text.starts_with(patterns.phrase(other)))
                    .collect();
                assert_eq!(found.len(), wanted.len(), "{phrase}");
                assert!(
                    found.iter().any(|found| found.pattern == item.pattern),
                    "{phrase}"
                );
            }
        }
    }
}
