//! Folding: one form for the many ways to write the same words.

use super::fold::{Folder, Table};

include!(concat!(env!("OUT_DIR"), "/fold.rs"));

/// Folds text for matching: lower case, compatibility forms and confusable
/// letters to ASCII, marks and zero-width characters dropped, white space and
/// punctuation to single spaces.
pub fn fold(text: &str) -> String {
    let mut folder = folder(Vec::with_capacity(text.len()));
    folder.push_str(text);
    String::from_utf8_lossy(&folder.out).trim_end().to_owned()
}

/// A folder that writes to `out`.
pub(super) fn folder(out: Vec<u8>) -> Folder<'static> {
    Folder::new(&TABLE, out)
}
