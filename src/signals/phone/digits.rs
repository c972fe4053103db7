//! Groups of digits in running text, in the digits of several scripts.

/// A digit group of a run of digits and separators.
pub struct Group {
    pub start: usize,
    pub end: usize,
    pub digits: String,
    pub plus: bool,
}

/// Calls `each` with every group of digits, and with `None` where something
/// stands between two groups that no telephone number holds.
pub fn scan(text: &str, mut each: impl FnMut(Option<Group>)) {
    let mut group: Option<Group> = None;
    let (mut plus, mut separators, mut open) = (None, 0, false);
    for (at, c) in text.char_indices() {
        // Most of any text, and nothing to most of it.
        if c.is_ascii_alphabetic() && group.is_none() && !open {
            plus = None;
            continue;
        }
        let zero = || open && is_zero(c, group.is_some(), &text[at..]);
        if let Some(digit) = digit(c).or_else(|| zero().then_some('0')) {
            let current = group.get_or_insert_with(|| Group {
                start: plus.unwrap_or(at),
                end: at,
                digits: String::new(),
                plus: plus.is_some(),
            });
            current.digits.push(digit);
            current.end = at + c.len_utf8();
            (plus, separators, open) = (None, 0, true);
            continue;
        }
        if is_invisible(c) {
            continue;
        }
        finish(&mut group, &mut each);
        separators += 1;
        plus = matches!(c, '+' | '＋').then_some(at);
        if open && (separators > 3 || plus.is_some() || !is_separator(c)) {
            each(None);
            open = false;
        }
    }
    finish(&mut group, &mut each);
}

fn finish(group: &mut Option<Group>, each: &mut impl FnMut(Option<Group>)) {
    if let Some(group) = group.take() {
        each(Some(group));
    }
}

fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => return Some(c),
        '０'..='９' => '０',
        '٠'..='٩' => '٠',
        '۰'..='۹' => '۰',
        '०'..='९' => '०',
        _ => return None,
    };
    char::from_digit(c as u32 - zero as u32, 10)
}

/// Within a number `O` is read as a nought: "0 8OO 196 O147" hides from whoever
/// looks for digits, not from people.
fn is_zero(c: char, after_digit: bool, rest: &str) -> bool {
    let letter_o = |c: char| matches!(c, 'O' | 'Ο' | 'О');
    let next = || rest.chars().find(|&c| !letter_o(c));
    letter_o(c) && (after_digit || next().and_then(digit).is_some())
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}'
    )
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '.' | '(' | ')' | '/' | '·' | '•' | '_' | '‐'
                ..='―' | '−' | '－' | '（' | '）' | 'ー'
        )
}
