//! The table of [`crate::fold`]: what each character becomes.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

use crate::fold::Table;

/// The parts of a [`Table`], owned.
pub struct Owned {
    pub index: Vec<u16>,
    pub blocks: Vec<[u16; 64]>,
    pub strings: Vec<String>,
}

/// Works the table out.
pub fn table() -> Owned {
    let mut owned = Owned {
        index: Vec::new(),
        blocks: Vec::new(),
        strings: Vec::new(),
    };
    let mut numbers: HashMap<[u16; 64], u16> = HashMap::new();
    let mut strings: HashMap<String, u16> = HashMap::new();
    for first in (0..Table::END).step_by(64) {
        let mut block = [0; 64];
        for (unit, code) in block.iter_mut().zip(first..) {
            let Some(c) = char::from_u32(code) else {
                *unit = Table::SPACE;
                continue;
            };
            let folded = fold(c);
            let mut chars = folded.chars();
            *unit = match (chars.next(), chars.next()) {
                (None, _) => Table::DROP,
                (Some(' '), None) => Table::SPACE,
                (Some(same), None) if same == c => 0,
                (Some(other), None) if (other as u32) < 0x1_0000 => other as u16,
                _ => *strings.entry(folded.clone()).or_insert_with(|| {
                    owned.strings.push(folded);
                    Table::STRINGS + owned.strings.len() as u16 - 1
                }),
            };
        }
        let number = *numbers.entry(block).or_insert_with(|| {
            owned.blocks.push(block);
            owned.blocks.len() as u16 - 1
        });
        owned.index.push(number);
    }
    assert!(
        owned.strings.len() < 2000,
        "too many strings for the surrogates"
    );
    owned
}

/// Compatibility form, lower case, marks off, look-alike letters to ASCII;
/// a space for what is no letter or digit.
fn fold(c: char) -> String {
    match c {
        '©' => return "c".into(),
        '®' | '™' | '℠' => return " ".into(),
        // Greek capitals that look like another letter than their small ones.
        'Η' => return "h".into(),
        'Ν' => return "n".into(),
        'Υ' => return "y".into(),
        _ => {}
    }
    let letters: Vec<char> = plain(c).collect();
    if is_invisible(c) || letters.is_empty() {
        return String::new();
    }
    let looks: String = letters
        .iter()
        .map(|&letter| match digit(letter) {
            Some(digit) => digit.into(),
            None if letter == 'ß' => "ss".into(),
            None => looks_like(letter).unwrap_or_else(|| letter.into()),
        })
        .collect();
    let spaced: String = looks
        .chars()
        .map(|part| {
            if part.is_alphanumeric() || is_combining_mark(part) {
                part
            } else {
                ' '
            }
        })
        .collect();
    match spaced.trim() {
        "" => " ".into(),
        trimmed => trimmed.into(),
    }
}

/// Compatibility form in lower case, without marks.
fn plain(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c)
        .nfkd()
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|&part| !is_mark(part))
        .nfc()
}

/// The ASCII letters or digits that a letter is easily taken for. A small
/// letter that looks like none is taken for what its capital looks like, so
/// that a word in capitals folds to the same.
fn looks_like(small: char) -> Option<String> {
    // Only scripts whose letters pass within a Latin word.
    let passes = matches!(
        small.script(),
        Script::Latin
            | Script::Greek
            | Script::Cyrillic
            | Script::Armenian
            | Script::Cherokee
            | Script::Coptic
            | Script::Lisu
            | Script::Common
    );
    if small.is_ascii() || !passes || !small.is_alphanumeric() {
        return None;
    }
    ascii_skeleton(small).or_else(|| small.to_uppercase().find_map(ascii_skeleton))
}

/// The skeleton of Unicode's security data (UTS #39), when it is ASCII.
fn ascii_skeleton(c: char) -> Option<String> {
    let looks: String = skeleton(c.encode_utf8(&mut [0; 4]))
        .nfkd()
        .filter(|&part| !is_mark(part))
        .collect();
    let ascii = !looks.is_empty() && looks.bytes().all(|b| b.is_ascii_alphanumeric());
    ascii.then(|| looks.to_ascii_lowercase())
}

/// Marks that change no word when they are left out: accents, Hebrew points,
/// Arabic vowels, voicing of kana. Vowel signs of Indic scripts and Thai are
/// letters and stay.
fn is_mark(c: char) -> bool {
    matches!(c as u32,
        0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05C7 | 0x0610..=0x061A
        | 0x0640 | 0x064B..=0x065F | 0x0670 | 0x06D6..=0x06ED | 0x1AB0..=0x1AFF
        | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0x3099..=0x309A | 0xFE20..=0xFE2F)
}

/// Characters that leave no trace on the screen.
fn is_invisible(c: char) -> bool {
    matches!(c as u32,
        0x00AD | 0x034F | 0x061C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
        | 0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F
        | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFF8 | 0x1_D173..=0x1_D17A)
}

/// The ASCII digit for a digit of another script.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 16] = [
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6,
        0x0D66, 0x0E50, 0x0ED0, 0x1040, 0x17E0,
    ];
    let code = c as u32;
    let zero = ZEROS
        .into_iter()
        .find(|zero| (*zero..zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}
