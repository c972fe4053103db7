//! The English texts can be read by a child of 9 to 11: a Flesch-Kincaid grade
//! of 5 at most. A frightened adult reads no better.

use crate::messages::{Message, messages};

/// The highest grade allowed, over all texts and over the warning's alone.
const GRADE: f64 = 5.0;
/// No sentence is longer than this, in words.
const LONGEST: usize = 20;
/// What the ids of the warning's own texts begin with.
const WARNING: [&str; 6] = ["headline_", "why_", "warning_", "button_", "ask_", "wait_"];

#[derive(Debug, Default)]
struct Counts {
    sentences: usize,
    words: usize,
    syllables: usize,
}

impl Counts {
    fn of<'a>(texts: impl Iterator<Item = &'a Message>) -> Self {
        let mut counts = Self::default();
        for sentence in texts.flat_map(|message| sentences(&message.shown())) {
            counts.sentences += 1;
            counts.words += sentence.len();
            counts.syllables += sentence.iter().map(|word| syllables(word)).sum::<usize>();
        }
        counts
    }

    /// The school grade that Kincaid and others (1975) give.
    fn grade(&self) -> f64 {
        let [sentences, words, syllables] =
            [self.sentences, self.words, self.syllables].map(|count| count as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }
}

/// The words of each sentence; numbers, addresses and lone marks are no words.
fn sentences(text: &str) -> Vec<Vec<String>> {
    let mut sentences = Vec::new();
    for line in text.lines() {
        let mut sentence = Vec::new();
        for token in line.split_whitespace() {
            let token = token.trim_matches(['“', '”', '‘', '’', '"', '(', ')']);
            let word = token.trim_end_matches(['.', '?', '!', ':', ';', ',']);
            if word.starts_with(char::is_alphabetic) && !word.contains(['.', '@', '/']) {
                sentence.push(word.to_lowercase());
            }
            if token.ends_with(['.', '?', '!', ':']) {
                sentences.push(std::mem::take(&mut sentence));
            }
        }
        sentences.push(sentence);
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

/// Groups of vowels, less the silent ones at the end of English words.
fn syllables(word: &str) -> usize {
    let is_vowel = |c: &char| "aeiouy".contains(*c);
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let starts = letters
        .iter()
        .enumerate()
        .filter(|(at, c)| is_vowel(c) && (*at == 0 || !is_vowel(&letters[at - 1])));
    let ends = |tail: &[&str]| tail.iter().any(|end| word.ends_with(end));
    let is_silent = ends(&["e", "ed", "es"])
        && !ends(&[
            "le", "les", "ted", "ded", "ses", "ces", "ges", "shes", "ches", "xes", "zes",
        ])
        && !ends(&["ee", "ees", "oe", "ye"]);
    starts.count().saturating_sub(usize::from(is_silent)).max(1)
}

#[test]
fn counts_syllables_as_a_reader_does() {
    let counted = [
        ("phone", 1),
        ("amazon", 3),
        ("computer", 3),
        ("someone", 2),
        ("little", 2),
        ("asked", 1),
        ("ended", 2),
        ("free", 1),
        ("the", 1),
        ("pages", 2),
    ];
    for (word, expected) in counted {
        assert_eq!(syllables(word), expected, "{word}");
    }
}

#[test]
fn grades_hard_text_as_hard() {
    let hard = Message {
        message: "Unauthorised remote administration facilitates fraudulent transactions \
                  notwithstanding institutional authentication requirements."
            .to_owned(),
        ..Message::default()
    };
    assert!(Counts::of([&hard].into_iter()).grade() > 15.0);
}

#[test]
fn the_english_texts_can_be_read_by_a_child_of_ten() {
    let all = messages("en");
    let grade = Counts::of(all.values()).grade();
    assert!(grade <= GRADE, "grade {grade:.1} over all texts");
    let warning = all
        .iter()
        .filter(|(id, _)| WARNING.iter().any(|start| id.starts_with(start)));
    let grade = Counts::of(warning.map(|(_, message)| message)).grade();
    assert!(grade <= GRADE, "grade {grade:.1} over the warning's texts");
}

#[test]
fn no_english_sentence_is_long() {
    for (id, message) in messages("en") {
        for sentence in sentences(&message.shown()) {
            let words = sentence.len();
            assert!(
                words <= LONGEST,
                "{id}: {words} words: {}",
                sentence.join(" ")
            );
        }
    }
}
