//! Finding many phrases at once, with tables that need no building at start.
//!
//! An [`Automaton`] reads squeezed text (see [`crate::page`]) from a place
//! where a phrase may start and reports every phrase that stands there. Its
//! states were made at build time: like a tree of all ways to write all
//! phrases, with equal branches shared and chains packed, about a byte for
//! each letter in the catalogue. Two bit maps over the next bytes tell most
//! places where none starts. A walk ends with the longest phrase at the
//! latest: the cost per place is bounded by the catalogue, never by the page.

/// Phrases, ready to be found.
#[derive(Debug)]
pub struct Automaton {
    /// Where each first byte of a phrase leads; 0: nowhere.
    pub first: &'static [u32; 256],
    /// The states, none of them at 0. Each is:
    /// - a byte of [`RUN`], [`ENDS`] and how many bytes there are to choose
    ///   from ([`MANY`]: the next byte says it),
    /// - if it has a run: a length and so many bytes that must follow,
    /// - if phrases end here: a count and so many of them, number and
    ///   [`Check`], two bytes each,
    /// - the bytes to choose from, and for each the place of the next state in
    ///   three bytes.
    pub states: &'static [u8],
    /// Which three bytes start a phrase that stands at the border of a word.
    pub at_border: BitMap,
    /// Which eight bytes start a phrase that may stand anywhere.
    pub anywhere: BitMap,
}

/// What else must hold for a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// Nothing: it is long enough.
    Anywhere,
    /// It starts and ends at the borders of words and has so many spaces in
    /// it, or is spelt out letter by letter.
    Border(u8),
    /// It starts and ends at the borders of words and is written just so:
    /// this is the hash of its folded text.
    Exact(u16),
}

impl Check {
    /// As two bytes in a state. (Only the build writes any.)
    #[allow(dead_code)]
    pub fn to_u16(self) -> u16 {
        match self {
            Self::Anywhere => 0xFFFF,
            Self::Border(spaces) => 0x8000 | u16::from(spaces),
            Self::Exact(hash) => hash,
        }
    }

    fn from_u16(code: u16) -> Self {
        match code {
            0xFFFF => Self::Anywhere,
            0x8000.. => Self::Border(code as u8),
            hash => Self::Exact(hash),
        }
    }
}

/// Bytes must follow.
pub const RUN: u8 = 0x80;
/// Phrases end here.
pub const ENDS: u8 = 0x40;
/// There are so many bytes to choose from, or more.
pub const MANY: u8 = 0x3F;

impl Automaton {
    /// Tells `found` of every phrase that `text` starts with: its length in
    /// bytes, its number, and what else must hold.
    pub fn walk(&self, text: &[u8], mut found: impl FnMut(usize, u16, Check)) {
        let mut len = 1;
        let mut place = match text.first() {
            Some(&first) => self.first[usize::from(first)],
            None => 0,
        };
        while place != 0 {
            let state = &self.states[place as usize..];
            let head = state[0];
            let (choices, mut rest) = match head & MANY {
                MANY => (state[1], &state[2..]),
                few => (few, &state[1..]),
            };
            if head & RUN != 0 {
                let (run, after) = counted(rest, 1);
                // Mostly the first byte differs: not worth the call of a comparison.
                let follows = text[len..].iter().zip(run).all(|(a, b)| a == b);
                if !follows || text.len() - len < run.len() {
                    return;
                }
                len += run.len();
                rest = after;
            }
            if head & ENDS != 0 {
                let (ends, after) = counted(rest, 4);
                for end in ends.chunks_exact(4) {
                    let number = u16::from_le_bytes([end[0], end[1]]);
                    let check = u16::from_le_bytes([end[2], end[3]]);
                    found(len, number, Check::from_u16(check));
                }
                rest = after;
            }
            let (choices, rest) = rest.split_at(usize::from(choices));
            let next = text
                .get(len)
                .and_then(|byte| choices.iter().position(|c| c == byte));
            let Some(choice) = next else {
                return;
            };
            len += 1;
            let next = &rest[3 * choice..];
            place = u32::from_le_bytes([next[0], next[1], next[2], 0]);
        }
    }
}

/// Splits off a list: a count, then so many items of `size` bytes.
fn counted(bytes: &[u8], size: usize) -> (&[u8], &[u8]) {
    bytes[1..].split_at(usize::from(bytes[0]) * size)
}

/// A set of keys: never says no to one that is in it.
#[derive(Debug)]
pub struct BitMap {
    /// The bits, a power of two of them.
    pub words: &'static [u64],
}

impl BitMap {
    /// Whether `key` may be in the set.
    pub fn has(&self, key: u64) -> bool {
        let (word, mask) = slot(key, self.words.len());
        self.words[word] & mask == mask
    }
}

/// Where a key stands in a bit map of so many words: word, and its two bits.
pub fn slot(key: u64, words: usize) -> (usize, u64) {
    let hash = key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let mask = 1 << (hash & 63) | 1 << (hash >> 6 & 63);
    ((hash >> 12) as usize & (words - 1), mask)
}
