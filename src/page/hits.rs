//! Finds the catalogue's phrases in a page's words.

use std::cmp::Reverse;

use super::words::{Part, Words};
use crate::catalogue::{PHRASE_SUBJECTS, PHRASES, Subject};

/// A phrase of the catalogue, found in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// What the phrase is about.
    pub subject: Subject,
    /// Its number in the catalogue.
    pub phrase: u16,
    /// Where in the page.
    pub part: Part,
    /// Its place in the folded words.
    pub(super) start: u32,
    pub(super) end: u32,
}

/// So many times a phrase is noted; once more says nothing new.
const MOST: u8 = 8;

/// Every hit, sorted by subject, then phrase, then part.
pub fn find(words: &Words) -> Vec<Hit> {
    let mut times = vec![0; PHRASE_SUBJECTS.len()];
    let mut hits = Vec::new();
    words.squeezed.search(&PHRASES, |phrase, place, _| {
        let times = &mut times[usize::from(phrase)];
        if *times < MOST {
            *times += 1;
            hits.push(Hit {
                subject: Subject(PHRASE_SUBJECTS[usize::from(phrase)]),
                phrase,
                part: words.part(place.start),
                start: place.start as u32,
                end: place.end as u32,
            });
        }
    });
    drop_contained(&mut hits);
    hits.sort_unstable();
    hits
}

/// Drops hits that stand within one about the same subject: of phrases that
/// say the same in one place, the longest counts.
fn drop_contained(hits: &mut Vec<Hit>) {
    hits.sort_unstable_by_key(|hit| (hit.subject, hit.start, Reverse(hit.end)));
    let mut last: Option<(Subject, u32)> = None;
    hits.retain(|hit| {
        let inside = last.is_some_and(|(subject, end)| subject == hit.subject && hit.end <= end);
        if !inside {
            last = Some((hit.subject, hit.end));
        }
        !inside
    });
}

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
        assert_eq!(
            quotes("Please read, me the ID!"),
            ["Please read, me the ID!"]
        );
        for other in ["dread me the id", "read me the ids", "re ad m eth eid"] {
            assert!(quotes(other).is_empty(), "{other}");
        }
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
    fn of_phrases_in_one_place_the_longest_counts() {
        let facts = page("read me the code; read out the code to our agent");
        assert_eq!(View::new(&facts).count_distinct(Topic::ReadOutCode), 2);
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
        let distinct = view.count_distinct(hits[0].subject);
        assert_eq!(hits.len(), distinct * usize::from(super::MOST));
        assert_eq!(hits[0].part, Part::Title);
    }
}
