//! The folding itself, also compiled into the build script: phrases and pages
//! must be folded by the very same code, over the very same table.

/// Code units below this are the table's own: a folded character, or:
const DROP: u16 = 0xD800;
const SPACE: u16 = 0xD801;
/// Up from here (to the end of the surrogates): the strings, in order.
const STRINGS: u16 = 0xD802;

/// What becomes of each character, in two steps: the block of 64 that it is
/// in, then its place there.
#[derive(Debug)]
pub struct Table<'t> {
    /// For each block of 64 characters below [`END`], its number in `blocks`.
    pub index: &'t [u16],
    /// 0: stays as it is; else a character or one of the marks above.
    pub blocks: &'t [[u16; 64]],
    /// What folds to more than one character.
    pub strings: &'t [&'t str],
}

/// The table ends here. Above stand ideographs (which stay) and, in plane 14,
/// invisible tags (which go).
pub const END: u32 = 0x2_0000;

/// What one character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold<'t> {
    /// Nothing.
    Drop,
    /// White space or punctuation.
    Space,
    /// One character.
    Char(char),
    /// Several.
    Str(&'t str),
}

impl<'t> Table<'t> {
    /// What `c` becomes.
    pub fn fold(&self, c: char) -> Fold<'t> {
        let code = c as u32;
        if code >= END {
            return match code {
                0xE_0000..=0xE_0FFF => Fold::Drop,
                0xF_0000.. => Fold::Space,
                _ => Fold::Char(c),
            };
        }
        let block = self.index[code as usize / 64];
        match self.blocks[block as usize][code as usize % 64] {
            0 => Fold::Char(c),
            DROP => Fold::Drop,
            SPACE => Fold::Space,
            unit => match char::from_u32(unit.into()) {
                Some(folded) => Fold::Char(folded),
                None => Fold::Str(self.strings[usize::from(unit - STRINGS)]),
            },
        }
    }
}

/// Writes folded text: single spaces, and one between a word of a script that
/// spaces its words and one of a script that does not.
#[derive(Debug)]
pub struct Folder<'t> {
    table: &'t Table<'t>,
    /// What has been written; starts and ends wherever the caller likes.
    pub out: Vec<u8>,
    /// What the text so far ends in.
    pub last: Class,
}

/// How a character stands to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// White space, or the start of a text.
    Space,
    /// Of a script with spaces between words.
    Spaced,
    /// Of a script without, or one that joins particles to its words.
    Joined,
}

/// What becomes of each ASCII character: letters and digits, else a space.
const ASCII: [u8; 128] = {
    let mut folded = [b' '; 128];
    let mut byte = 0;
    while byte < 128 {
        if (byte as u8).is_ascii_alphanumeric() {
            folded[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    folded
};

impl<'t> Folder<'t> {
    /// Writes to `out`.
    pub fn new(table: &'t Table<'t>, out: Vec<u8>) -> Self {
        Self {
            table,
            out,
            last: Class::Space,
        }
    }

    /// Ends a piece of text: what follows is never joined to it. Phrases do
    /// not match across `\n`.
    pub fn end(&mut self) {
        self.space();
        self.out.push(b'\n');
        self.last = Class::Space;
    }

    /// Folds `c`.
    #[inline(always)]
    pub fn push(&mut self, c: char) {
        match ASCII.get(c as usize) {
            Some(b' ') => self.space(),
            Some(&letter) => self.ascii(letter),
            None => self.other(c),
        }
    }

    /// Folds what is not ASCII.
    fn other(&mut self, c: char) {
        match self.table.fold(c) {
            Fold::Drop => {}
            Fold::Space => self.space(),
            Fold::Char(c) => self.letter(c),
            Fold::Str(s) => s.chars().for_each(|c| self.letter(c)),
        }
    }

    /// Folds `text`.
    pub fn push_str(&mut self, text: &str) {
        text.chars().for_each(|c| self.push(c));
    }

    #[inline]
    fn ascii(&mut self, letter: u8) {
        if self.last == Class::Joined {
            self.out.push(b' ');
        }
        self.out.push(letter);
        self.last = Class::Spaced;
    }

    #[inline]
    fn space(&mut self) {
        if self.last != Class::Space {
            self.out.push(b' ');
            self.last = Class::Space;
        }
    }

    fn letter(&mut self, c: char) {
        if c == ' ' {
            return self.space();
        }
        let class = class(c);
        if self.last != Class::Space && self.last != class {
            self.out.push(b' ');
        }
        self.out
            .extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        self.last = class;
    }
}

fn class(c: char) -> Class {
    match c {
        ' ' => Class::Space,
        _ if is_joined(c) => Class::Joined,
        _ => Class::Spaced,
    }
}

/// Whether words of `c`'s script stand without spaces (Han, Kana, Thai, Lao,
/// Khmer, Burmese) or take on particles without one (Hangul, Arabic, Hebrew):
/// a phrase in them may start and end inside a run of letters.
pub fn is_joined(c: char) -> bool {
    matches!(c as u32,
        0x0590..=0x06FF | 0x0750..=0x077F | 0x0E00..=0x0EFF | 0x1000..=0x109F
        | 0x1780..=0x17FF | 0x3005..=0x30FF | 0x31F0..=0x31FF | 0x3400..=0x9FFF
        | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

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
