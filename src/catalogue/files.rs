//! What a file is by the ending of its name: `files/endings.toml`.

use super::tables::ENDINGS;

/// What can be true of a file; the table's head says what each means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileTrait {
    /// A double click runs or installs it.
    Program,
    /// Runs, or leads to what does; pages hardly ever link it.
    Opens,
    /// Programs are packed in it.
    Archive,
    /// Packed by itself and called by both endings.
    Packed,
    /// Of these, what nobody packs who means well.
    Script,
    /// Nobody who means well hands it out by itself to people at home.
    Alone,
    /// A paper, picture, sound or film.
    Paper,
    /// Another that is only looked at, read or played.
    Data,
}

/// Whether a file whose name ends in `ending` (without the dot) is such a one.
pub fn ending_is(ending: &str, what: FileTrait) -> bool {
    let ending = ending.to_ascii_lowercase();
    match ENDINGS.binary_search_by_key(&&*ending, |(known, _)| known) {
        Ok(index) => ENDINGS[index].1.contains(&what),
        Err(_) => false,
    }
}
