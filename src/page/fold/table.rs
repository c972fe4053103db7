//! What becomes of each character, looked up.

/// What becomes of each character, in two steps: the block of 64 that it is
/// in, then its place there.
#[derive(Debug)]
pub struct Table<'t> {
    /// For each block of 64 characters below [`Table::END`], its number in `blocks`.
    pub index: &'t [u16],
    /// 0: stays as it is; else a character or one of the marks below, which
    /// are no characters.
    pub blocks: &'t [[u16; 64]],
    /// What folds to more than one character.
    pub strings: &'t [&'t str],
}

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
    /// The table ends here. Above stand ideographs (which stay) and, in plane
    /// 14, invisible tags (which go).
    pub const END: u32 = 0x2_0000;
    /// Becomes nothing.
    pub const DROP: u16 = 0xD800;
    /// Becomes a space.
    pub const SPACE: u16 = 0xD801;
    /// Up from here (to the end of the surrogates): the strings, in order.
    pub const STRINGS: u16 = 0xD802;

    /// What `c` becomes.
    pub fn fold(&self, c: char) -> Fold<'t> {
        let code = c as u32;
        if code >= Self::END {
            return match code {
                0xE_0000..=0xE_0FFF => Fold::Drop,
                0xF_0000.. => Fold::Space,
                _ => Fold::Char(c),
            };
        }
        let block = self.index[code as usize / 64];
        match self.blocks[block as usize][code as usize % 64] {
            0 => Fold::Char(c),
            Self::DROP => Fold::Drop,
            Self::SPACE => Fold::Space,
            unit => match char::from_u32(unit.into()) {
                Some(folded) => Fold::Char(folded),
                None => Fold::Str(self.strings[usize::from(unit - Self::STRINGS)]),
            },
        }
    }
}
