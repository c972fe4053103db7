//! How far a word is from a name: an edit distance that knows how people
//! mistype and misread.
//!
//! Optimal string alignment (insert, remove, replace, swap neighbours), each
//! edit weighed in tenths: a slip that an eye or a finger makes easily costs
//! less than a letter that has nothing to do with the name.

/// A whole edit.
const EDIT: u8 = 10;
/// Neighbours on the keyboard.
const NEAR: u8 = 7;
/// A vowel too many, missing, or in place of another.
const VOWEL: u8 = 6;
/// Two neighbouring letters swapped.
const SWAP: u8 = 6;
/// Letters that look or sound alike.
const ALIKE: u8 = 5;
/// A letter doubled, or one of a pair left out.
const DOUBLE: u8 = 4;

/// Longest name and word that are compared.
const MAX: usize = 12;

/// What it costs to turn a name into a word, in tenths of an edit.
#[derive(Debug)]
pub(super) struct Costs {
    /// Into the whole word; `None` when it is too long to be compared.
    pub whole: Option<u8>,
    /// Into the most similar beginning of the word.
    pub beginning: u8,
}

/// What it costs to turn `name` into `word`. `None` for too long a name.
pub(super) fn costs(name: &[u8], word: &[u8]) -> Option<Costs> {
    let start = &word[..word.len().min(MAX)];
    let costs = beginnings(name, start)?;
    Some(Costs {
        whole: (start.len() == word.len()).then_some(costs[start.len()]),
        beginning: costs[..=start.len()].iter().min().copied()?,
    })
}

/// The last row of the table: what each beginning of `word`, of at most
/// [`MAX`] letters, costs.
fn beginnings(name: &[u8], word: &[u8]) -> Option<[u8; MAX + 1]> {
    if name.len() > MAX {
        return None;
    }
    // Rows for the name's beginnings; of each, three are needed for a swap.
    let mut rows = [[0; MAX + 1]; 3];
    for (j, &letter) in word.iter().enumerate() {
        rows[0][j + 1] = rows[0][j] + odd_letter(letter, name.first(), None);
    }
    for (i, &from) in name.iter().enumerate() {
        let (before, after) = (i.checked_sub(1).map(|i| &name[i]), name.get(i + 1));
        let removed = odd_letter(from, before, None);
        let (row, up, up2) = ((i + 1) % 3, i % 3, (i + 2) % 3);
        rows[row][0] = rows[up][0] + removed;
        for (j, &to) in word.iter().enumerate() {
            let mut cost = (rows[up][j] + replaced(from, to))
                .min(rows[up][j + 1] + removed)
                .min(rows[row][j] + odd_letter(to, Some(&from), after));
            if j > 0 && before == Some(&to) && word[j - 1] == from && from != to {
                cost = cost.min(rows[up2][j - 1] + SWAP);
            }
            rows[row][j + 1] = cost;
        }
    }
    Some(rows[name.len() % 3])
}

/// A letter that stands on one side only, between two others.
fn odd_letter(letter: u8, before: Option<&u8>, after: Option<&u8>) -> u8 {
    if before == Some(&letter) || after == Some(&letter) {
        DOUBLE
    } else if is_vowel(letter) {
        VOWEL
    } else {
        EDIT
    }
}

fn replaced(from: u8, to: u8) -> u8 {
    if from == to {
        0
    } else if ALIKES.contains(&[from.min(to), from.max(to)]) {
        ALIKE
    } else if is_vowel(from) && is_vowel(to) {
        VOWEL
    } else if are_near(from, to) {
        NEAR
    } else {
        EDIT
    }
}

fn is_vowel(letter: u8) -> bool {
    matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Letters that look or sound alike, the lesser first.
const ALIKES: [[u8; 2]; 12] = [
    *b"ao", *b"bp", *b"ck", *b"cz", *b"hn", *b"ij", *b"il", *b"mn", *b"nr", *b"sz", *b"uv", *b"vw",
];

/// The rows of a QWERTY keyboard, each shifted by less than a key.
const KEYS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];

fn are_near(a: u8, b: u8) -> bool {
    let (Some((row_a, at_a)), Some((row_b, at_b))) = (key(a), key(b)) else {
        return false;
    };
    match row_a.abs_diff(row_b) {
        0 => at_a.abs_diff(at_b) == 1,
        1 => {
            // The key below stands between its own column and the one before.
            let (upper, lower) = if row_a < row_b {
                (at_a, at_b)
            } else {
                (at_b, at_a)
            };
            upper == lower || upper == lower + 1
        }
        _ => false,
    }
}

fn key(letter: u8) -> Option<(usize, usize)> {
    KEYS.iter().enumerate().find_map(|(row, keys)| {
        keys.iter()
            .position(|&key| key == letter)
            .map(|at| (row, at))
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn cost(word: &str) -> u8 {
        let costs = costs(b"amazon", word.as_bytes()).unwrap();
        costs.whole.unwrap()
    }

    #[test]
    fn slips_cost_less_than_strange_letters() {
        assert_eq!(cost("amazon"), 0);
        assert_eq!(cost("amazzon"), DOUBLE);
        assert_eq!(cost("amazom"), ALIKE);
        assert_eq!(cost("amaozn"), SWAP);
        assert_eq!(cost("amezon"), VOWEL);
        assert_eq!(cost("amzon"), VOWEL);
        assert_eq!(cost("smazon"), NEAR);
        assert_eq!(cost("amazot"), EDIT);
        assert_eq!(cost("amaon"), EDIT);
        assert_eq!(cost("amtazon"), EDIT);
        assert_eq!(cost("aragon"), 2 * EDIT);
    }

    #[test]
    fn the_beginning_counts_alone() {
        let beginning = |word| costs(b"amazon", word).unwrap().beginning;
        assert_eq!(beginning(b"amazomcustomerservice"), ALIKE);
        assert!(beginning(b"customeramazom") > 2 * EDIT);
    }

    #[test]
    fn too_long_a_word_is_not_compared() {
        assert_eq!(costs(b"amazon", &[b'a'; MAX + 1]).unwrap().whole, None);
        assert!(costs(&[b'a'; MAX + 1], b"amazon").is_none());
    }

    #[test]
    fn empty_words_cost_all_letters() {
        assert_eq!(costs(b"", b"").unwrap().whole, Some(0));
        assert_eq!(cost(""), 3 * VOWEL + 3 * EDIT);
    }
}
