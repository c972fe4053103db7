//! The same words, written so that a machine reads others.

use super::{Trick, html};
use crate::markup::{rewrite_texts, rewrite_words};

pub const TRICKS: &[Trick] = &[
    html("text split over spans", |page| {
        rewrite_texts(page, |text| {
            between(text, 2, "</span><span>", "<span>", "</span>")
        })
    }),
    html("comments inside words", |page| {
        rewrite_texts(page, |text| between(text, 3, "<!-- x -->", "", ""))
    }),
    html("zero-width characters", |page| {
        rewrite_words(page, |text| between(text, 1, "\u{200B}", "", ""))
    }),
    html("soft hyphens", |page| {
        rewrite_words(page, |text| between(text, 2, "\u{AD}", "", ""))
    }),
    html("combining marks", |page| {
        rewrite_words(page, |text| between(text, 1, "\u{301}", "", ""))
    }),
    html("spaced out letters", |page| {
        rewrite_texts(page, |text| between(text, 1, " ", "", ""))
    }),
    html("homoglyphs", |page| rewrite_words(page, homoglyphs)),
    html("full-width letters", |page| {
        rewrite_words(page, |text| map_letters(text, full_width))
    }),
    html("mathematical letters", |page| {
        rewrite_words(page, |text| map_letters(text, mathematical))
    }),
    html("character references", |page| {
        rewrite_words(page, references)
    }),
    html("capitals", |page| rewrite_words(page, str::to_uppercase)),
    html("digits for letters", |page| {
        rewrite_words(page, |text| map_letters(text, digit))
    }),
    html("misspelt on purpose", |page| rewrite_words(page, misspelt)),
    html("reversed, and turned by an override", |page| {
        rewrite_texts(page, |text| {
            turned(text, |text| format!("\u{202E}{text}\u{202C}"))
        })
    }),
    html("reversed, and turned by a style sheet", |page| {
        const TURN: &str = "<style>.t{unicode-bidi:bidi-override;direction:rtl}</style></head>";
        rewrite_texts(page, |text| {
            turned(text, |text| format!("<span class=\"t\">{text}</span>"))
        })
        .replacen("</head>", TURN, 1)
    }),
];

/// `join` after every `step` letters of each word.
fn between(text: &str, step: usize, join: &str, open: &str, close: &str) -> String {
    let mut out = open.to_owned();
    let mut run = 0;
    let mut reference = false;
    for c in text.chars() {
        reference = c == '&' || reference && c != ';' && !c.is_whitespace();
        run = if c.is_alphabetic() && !reference {
            run + 1
        } else {
            0
        };
        if run > step && !reference {
            out.push_str(join);
            run = 1;
        }
        out.push(c);
    }
    out + close
}

/// Each letter that is not part of a character reference.
fn map_letters(text: &str, change: impl Fn(char) -> char) -> String {
    let mut reference = false;
    text.chars()
        .map(|c| {
            reference = c == '&' || reference && c != ';' && !c.is_whitespace();
            if reference { c } else { change(c) }
        })
        .collect()
}

/// Cyrillic and Greek letters.
fn homoglyphs(text: &str) -> String {
    const LATIN: &str = "aeocpiAEP";
    const ALIKE: &str = "аеосріΑΕΡ";
    map_letters(text, |c| {
        let pair = LATIN.chars().zip(ALIKE.chars()).find(|pair| pair.0 == c);
        pair.map_or(c, |pair| pair.1)
    })
}

fn full_width(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        other => other,
    }
}

fn mathematical(c: char) -> char {
    match c {
        'a'..='z' => char::from_u32(0x1D5BA + (c as u32 - 'a' as u32)).unwrap_or(c),
        'A'..='Z' => char::from_u32(0x1D5A0 + (c as u32 - 'A' as u32)).unwrap_or(c),
        other => other,
    }
}

fn digit(c: char) -> char {
    match c {
        'o' | 'O' => '0',
        'l' => '1',
        'e' => '3',
        other => other,
    }
}

fn references(text: &str) -> String {
    if text.contains('&') {
        return text.to_owned();
    }
    text.chars().map(|c| format!("&#{};", c as u32)).collect()
}

/// A letter doubled in every longer word.
fn misspelt(text: &str) -> String {
    text.split_inclusive(' ')
        .map(|word| match word.char_indices().nth(3) {
            Some((at, c)) if c.is_alphabetic() && !word.contains('&') => {
                format!("{}{c}{}", &word[..at], &word[at..])
            }
            _ => word.to_owned(),
        })
        .collect()
}

/// Written backwards, and shown forwards by `wrap`.
fn turned(text: &str, wrap: impl Fn(&str) -> String) -> String {
    match text.contains('&') {
        true => text.to_owned(),
        false => wrap(&text.trim().chars().rev().collect::<String>()),
    }
}
