//! A placeholder that only shows the shape of the answer.

use crate::catalogue::Ask;
use crate::page::Field;

/// What an answer of this shape is.
pub fn ask(field: &Field) -> Option<Ask> {
    match groups(&field.placeholder)?.as_slice() {
        [4, 4, 4, 4] | [16] | [4, 6, 5] => Some(Ask::CardNumber),
        // Social security number, and Amazon's gift-card claim code.
        [3, 2, 4] => Some(Ask::NationalId),
        [4, 6, 4] => Some(Ask::GiftCard),
        // Sort code.
        [2, 2, 2] => Some(Ask::SortCode),
        _ => None,
    }
}

/// Lengths of the groups of digits or their stand-ins; `None` if there is
/// anything else in the text.
fn groups(placeholder: &str) -> Option<Vec<usize>> {
    let stands_in = |c: char| c.is_ascii_digit() || "Xx*•●_#".contains(c);
    let separates = |c: char| c.is_whitespace() || "-–.".contains(c);
    let text = placeholder.trim();
    let only_shape = !text.is_empty() && text.chars().all(|c| stands_in(c) || separates(c));
    only_shape.then(|| {
        text.split(separates)
            .filter(|group| !group.is_empty())
            .map(|group| group.chars().count())
            .collect()
    })
}
