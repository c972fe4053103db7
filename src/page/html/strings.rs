//! Strings of a page, made comparable and short.

use crate::page::limits;

/// Runs of white space become one space; none at either end.
pub(super) fn fold_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// A string of the page: its white space folded, within the limit.
pub(super) fn short(text: &str) -> String {
    cut(&fold_spaces(&cut(text, limits::URL)), limits::STRING)
}

/// The first `limit` characters.
pub(super) fn cut(text: &str, limit: usize) -> String {
    first_chars(text, limit).to_owned()
}

/// The same, not copied.
pub(super) fn first_chars(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// A whole number as an attribute gives it, 0 for anything else.
pub(super) fn number(value: &str) -> u32 {
    let value = value.trim_start();
    let digits = value.bytes().take_while(u8::is_ascii_digit).count();
    value[..digits].parse().unwrap_or(0)
}

/// At most `limit` bytes from the start of a text.
pub(super) fn first_bytes(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// At most `limit` bytes from the end of a text.
pub(super) fn last_bytes(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
