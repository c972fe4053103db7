//! What a word is about, in any of the catalogue's languages: `words/*.toml`.

use std::sync::LazyLock;

use fst::Map;
use fst::raw::Output;

use super::tables::CLASS_NAMES;
use crate::page::is_joined;

/// Folded words; a value has a byte for each class, from the lowest on.
static WORDS: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(&include_bytes!(concat!(env!("OUT_DIR"), "/words.fst"))[..]).ok());

/// The bit of a class's byte that says that more letters may follow.
const STEM: u8 = 0x80;

/// Calls `found` with the name of each class that the folded `word` belongs to,
/// or that it does together with what stands behind it in `rest`, which starts
/// with it.
pub fn word_classes(word: &[u8], rest: &[u8], mut found: impl FnMut(&'static str)) {
    let Some(words) = WORDS.as_ref() else { return };
    if !starts_joined(word) {
        return classes_at(words, rest, false, &mut found);
    }
    for at in 0..word.len() {
        // A letter starts where no letter goes on.
        if word[at] & 0xC0 != 0x80 {
            classes_at(words, &rest[at..], true, &mut found);
        }
    }
}

/// The classes of what `text` starts with; `anywhere`: its words need not end.
fn classes_at(
    words: &Map<&'static [u8]>,
    text: &[u8],
    anywhere: bool,
    found: &mut impl FnMut(&'static str),
) {
    let words = words.as_fst();
    let (mut node, mut out) = (words.root(), Output::zero());
    for (at, &byte) in text.iter().enumerate() {
        let Some(next) = node.find_input(byte) else {
            return;
        };
        let transition = node.transition(next);
        out = out.cat(transition.out);
        node = words.node(transition.addr);
        if !node.is_final() {
            continue;
        }
        let ends = anywhere || matches!(text.get(at + 1), None | Some(b' ' | b'\n'));
        for class in out.cat(node.final_output()).value().to_le_bytes() {
            let number = usize::from(class & !STEM);
            if number > 0 && (ends || class & STEM != 0) {
                found(CLASS_NAMES[number - 1]);
            }
        }
    }
}

/// Whether the first letter is of a script that has no spaces between words, or
/// joins particles to them.
fn starts_joined(word: &[u8]) -> bool {
    let first = word.utf8_chunks().next();
    first
        .and_then(|chunk| chunk.valid().chars().next())
        .is_some_and(is_joined)
}

#[cfg(test)]
mod tests {
    use super::word_classes;
    use crate::page::fold;

    fn classes(text: &str) -> Vec<&'static str> {
        let folded = fold(text);
        let mut all = Vec::new();
        for word in folded.split(' ') {
            let at = word.as_ptr().addr() - folded.as_ptr().addr();
            word_classes(word.as_bytes(), &folded.as_bytes()[at..], |class| {
                all.push(class)
            });
        }
        all
    }

    #[test]
    fn a_word_is_known_alone_with_its_next_and_by_its_beginning() {
        assert_eq!(classes("The Caseworker"), ["agent"]);
        assert_eq!(classes("caseworkers"), Vec::<&str>::new());
        assert!(classes("Dear customer,").contains(&"kindword"));
        assert!(classes("возвратом денег").contains(&"refund"));
        assert!(classes("お客様のカード番号を").contains(&"card"));
    }
}
