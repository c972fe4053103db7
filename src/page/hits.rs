//! Finds the catalogue's phrases in a page's words.

use super::fold::{is_joined, squeeze};
use super::words::{Part, Words};
use crate::catalogue::{Item, PATTERN_SUBJECTS, Patterns, SQUEEZED, Subject, WORDS};

/// A phrase of the catalogue, found in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What the phrase is about.
    pub subject: Subject,
    /// Its number in the catalogue.
    pub pattern: u16,
    /// Where in the page.
    pub part: Part,
    /// Whether it was found only after squeezing: spelt out or misspelt.
    pub squeezed: bool,
    /// Its place in the folded words.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// So many times a phrase is noted; once more says nothing new.
const MOST: u8 = 8;

/// Every hit, sorted by subject, then phrase, then part.
pub fn find(words: &Words) -> Vec<Hit> {
    let mut finder = Finder {
        words,
        seen: vec![0; PATTERN_SUBJECTS.len()],
        hits: Vec::new(),
    };
    finder.plain();
    finder.squeezed();
    finder.hits.sort_unstable();
    finder.hits
}

struct Finder<'w> {
    words: &'w Words<'w>,
    seen: Vec<u8>,
    hits: Vec<Hit>,
}

impl Finder<'_> {
    /// Phrases as they are, at the borders of words.
    fn plain(&mut self) {
        let words = self.words;
        each_word_match(&WORDS, &words.folded, |item, start, end| {
            self.hit(item.pattern, start, end, false);
        });
    }

    /// Long phrases however they are spaced, unless found as they are.
    fn squeezed(&mut self) {
        let mut text = Vec::with_capacity(self.words.folded.len() + 8);
        let mut marks = Vec::with_capacity(self.words.folded.len() / STRIDE + 1);
        for (at, &byte) in self.words.folded.iter().enumerate() {
            if at % STRIDE == 0 {
                marks.push(text.len());
            }
            squeeze(&mut text, byte);
        }
        let plain = self.seen.clone();
        for at in 0..text.len() {
            let Some(key) = text[at..].first_chunk() else {
                break;
            };
            if !SQUEEZED.may_start(u64::from_le_bytes(*key)) {
                continue;
            }
            for item in SQUEEZED.starts_of(&text[at..]) {
                if plain[usize::from(item.pattern)] == 0 {
                    let start = self.unsqueezed(&marks, at);
                    let end = self.unsqueezed(&marks, at + usize::from(item.len) - 1) + 1;
                    self.hit(item.pattern, start, end, true);
                }
            }
        }
    }

    /// The folded offset of the squeezed offset `at`.
    fn unsqueezed(&self, marks: &[usize], at: usize) -> usize {
        let stride = marks.partition_point(|&mark| mark <= at).saturating_sub(1);
        let mut text = vec![b'\n'; 1];
        let base = marks[stride];
        for (offset, &byte) in self.words.folded.iter().enumerate().skip(stride * STRIDE) {
            squeeze(&mut text, byte);
            if base + text.len() - 1 > at {
                return offset;
            }
        }
        self.words.folded.len().saturating_sub(1)
    }

    fn hit(&mut self, pattern: u16, start: usize, end: usize, squeezed: bool) {
        let seen = &mut self.seen[usize::from(pattern)];
        if *seen == MOST {
            return;
        }
        *seen += 1;
        self.hits.push(Hit {
            subject: Subject(PATTERN_SUBJECTS[usize::from(pattern)]),
            pattern,
            part: self.words.part(start),
            squeezed,
            start: start as u32,
            end: end as u32,
        });
    }
}

/// Tells `found` of every phrase in folded `text` that stands at the borders
/// of words, with its start and end. `text` ends in a space.
pub fn each_word_match(
    patterns: &Patterns,
    text: &[u8],
    mut found: impl FnMut(&Item, usize, usize),
) {
    let mut last = b' ';
    for (at, &byte) in text.iter().enumerate() {
        let after_space = last == b' ' || last == b'\n';
        last = byte;
        // Only a script that joins its words (all from U+0590 up) lets a
        // phrase start elsewhere than after a space.
        if !after_space && byte < 0xD6 {
            continue;
        }
        let rest = &text[at..];
        let mut key = [b' '; 4];
        let len = rest.len().min(4);
        key[..len].copy_from_slice(&rest[..len]);
        if !patterns.may_start(u32::from_le_bytes(key).into()) {
            continue;
        }
        for item in patterns.starts_of(rest) {
            let phrase = patterns.phrase(item);
            let joined = |c: Option<char>| c.is_some_and(is_joined);
            let ends = matches!(rest.get(phrase.len()), Some(b' ' | b'\n') | None);
            if (after_space || joined(phrase.chars().next()))
                && (ends || joined(phrase.chars().next_back()))
            {
                found(item, at, at + phrase.len());
            }
        }
    }
}

/// Folded bytes between two marks of the way back from squeezed text.
const STRIDE: usize = 256;

#[cfg(test)]
mod tests {
    use super::super::{PageFacts, View};
    use super::Part;
    use crate::catalogue::{Topic, brand};

    fn page(text: &str) -> PageFacts {
        PageFacts {
            text: text.to_owned(),
            ..PageFacts::default()
        }
    }

    /// What the page `text` quotes about `Topic::ReadOutCode`.
    fn quotes(text: &str) -> Vec<String> {
        let facts = page(text);
        let view = View::new(&facts);
        let hits = view.hits(Topic::ReadOutCode);
        hits.iter().map(|hit| view.quote(hit)).collect()
    }

    #[test]
    fn phrases_are_found_at_the_borders_of_words() {
        assert_eq!(quotes("Read me the code!"), ["Read me the code!"]);
        assert!(quotes("bread me the code").is_empty());
        assert!(quotes("read me the codes").is_empty());
    }

    #[test]
    fn long_phrases_are_found_however_they_are_spelt() {
        for spelt in [
            "R e a d  o u t  t h e  c o d e",
            "rea d out th ecode",
            "reeaad out the coode",
            "r-e-a-d.out.the.c0de",
            "ʀead out the сodе",
            "read\u{200B} out\u{AD} the c\u{301}ode",
        ] {
            assert_eq!(
                quotes(spelt),
                [spelt.split_whitespace().collect::<Vec<_>>().join(" ")]
            );
        }
    }

    #[test]
    fn quotes_are_the_pages_own_words_also_deep_in_a_long_text() {
        let text = format!(
            "{} — Bitte: READ mé\tthe\n code, danke. {}",
            "größer ".repeat(900),
            "x ".repeat(900)
        );
        let quoted = quotes(&text);
        assert_eq!(quoted.len(), 1);
        assert!(
            quoted[0].contains("größer — Bitte: READ mé the code, danke. x x"),
            "{quoted:?}"
        );
        assert!(quoted[0].chars().count() <= super::super::limits::EVIDENCE);
    }

    #[test]
    fn scripts_without_spaces_are_searched_inside() {
        let amazon = brand("amazon").expect("it is in the catalogue");
        for (text, named) in [
            ("ログインアマゾンアカウント", true),
            ("AmazonのＰＲＩＭＥ", true),
            ("아마존에서", true),
            ("amazonas", false),
            ("amazon2", false),
        ] {
            assert_eq!(View::new(&page(text)).has(amazon.named), named, "{text}");
        }
    }

    #[test]
    fn no_phrase_reaches_over_two_parts() {
        let mut facts = page("the code");
        facts.title = "read me".into();
        assert!(!View::new(&facts).has(Topic::ReadOutCode));
    }

    #[test]
    fn a_phrase_is_noted_a_few_times_the_title_first() {
        let mut facts = page(&"amazon ".repeat(10_000));
        facts.title = "Amazon".into();
        let view = View::new(&facts);
        let hits = view.hits(brand("amazon").expect("it is in the catalogue").named);
        assert_eq!(hits.len(), usize::from(super::MOST));
        assert_eq!(hits[0].part, Part::Title);
        assert_eq!(view.count_distinct(hits[0].subject), 1);
    }
}
