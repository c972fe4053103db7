//! The folding itself, also compiled into the build script: phrases and pages
//! must be folded by the very same code, over the very same table.

mod squeeze;
mod table;

pub use squeeze::{Squeezer, hash};
pub use table::{Fold, Table};

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
