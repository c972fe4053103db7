//! Squeezing: folded text without what is put in, doubled or swapped on purpose.

/// Squeezes folded text byte by byte: no spaces, no doubled letters, and one
/// letter for those that are easily written for each other, so that phrases
/// are found however they are spaced, spelt out or misspelt on purpose.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Squeezer {
    /// What the squeezed text ends in.
    last: u8,
}

/// The letter that each byte is squeezed to; 0 for a space.
const ALIKE: [u8; 256] = {
    let mut letters = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        letters[byte] = match byte as u8 {
            b' ' => 0,
            b'0' => b'o',
            b'1' | b'i' => b'l',
            b'3' => b'e',
            b'5' => b's',
            b'w' => b'v',
            other => other,
        };
        byte += 1;
    }
    letters
};

impl Squeezer {
    /// What the next byte adds to the squeezed text: up to two bytes, 0 for none.
    #[inline]
    pub fn push(&mut self, byte: u8) -> (u8, u8) {
        // Looks like r and n.
        if byte == b'm' {
            self.last = b'n';
            return (b'r', b'n');
        }
        let letter = ALIKE[usize::from(byte)];
        if letter == 0 || letter == self.last && letter.is_ascii_lowercase() {
            return (0, 0);
        }
        self.last = letter;
        (letter, 0)
    }
}

/// A short check value of folded text: goes on from `hash` with `byte`.
pub fn hash(hash: u16, byte: u8) -> u16 {
    (hash ^ u16::from(byte)).wrapping_mul(0x6F4F) & 0x7FFF
}
