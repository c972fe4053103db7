//! Finds the catalogue's phrases in a page's words.

use std::cmp::Reverse;
use std::ops::Range;

use super::squeezed::Squeezed;
use super::text::fold;
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

/// How many different phrases these are, which stand in the order of [`find`].
pub fn distinct<'h>(hits: impl Iterator<Item = &'h Hit>) -> usize {
    let mut last = None;
    hits.filter(|hit| last.replace(hit.phrase) != Some(hit.phrase))
        .count()
}

/// Drops hits that stand within one about the same subject: of phrases that
/// say the same in one place, the longest counts.
fn drop_contained(hits: &mut Vec<Hit>) {
    hits.sort_unstable_by_key(|hit| (hit.subject, hit.start, Reverse(hit.end), hit.phrase));
    let mut last: Option<(Subject, u32)> = None;
    hits.retain(|hit| {
        let inside = last.is_some_and(|(subject, end)| subject == hit.subject && hit.end <= end);
        if !inside {
            last = Some((hit.subject, hit.end));
        }
        !inside
    });
}

/// Where in `text`, folded, the phrases about `subject` stand: for short texts
/// that are looked at by themselves.
pub fn places_of(subject: Subject, text: &str) -> (String, Vec<Range<usize>>) {
    let folded = fold(text);
    let mut places = Vec::new();
    Squeezed::new(folded.clone().into_bytes()).search(&PHRASES, |phrase, place, _| {
        if PHRASE_SUBJECTS[usize::from(phrase)] == subject.0 {
            places.push(place);
        }
    });
    (folded, places)
}

/// Every subject that a short text names, a subject as often as it does.
pub fn named_in(text: &str) -> Vec<Subject> {
    let mut subjects = Vec::new();
    Squeezed::new(fold(text).into_bytes()).search(&PHRASES, |phrase, _, _| {
        subjects.push(Subject(PHRASE_SUBJECTS[usize::from(phrase)]));
    });
    subjects
}

/// Whether a short text says anything about `subject`.
pub fn tells(text: &str, subject: impl Into<Subject>) -> bool {
    !places_of(subject.into(), text).1.is_empty()
}

#[cfg(test)]
mod tests {
    use super::super::{PageFacts, View, limits};
    use super::Part;
    use crate::catalogue::{Subject, brand, tool};

    fn page(text: &str) -> PageFacts {
        PageFacts {
            text: text.to_owned(),
            ..PageFacts::default()
        }
    }

    /// The subject "the tool with this id is named".
    fn named(id: &str) -> Subject {
        tool(id).expect("it is in the catalogue").named
    }

    /// What the page `text` quotes where it names a tool.
    fn quotes(id: &str, text: &str) -> Vec<String> {
        let facts = page(text);
        let view = View::new(&facts);
        let hits = view.hits(named(id));
        hits.iter().map(|hit| view.quote(hit)).collect()
    }

    #[test]
    fn names_stand_between_the_borders_of_words() {
        for text in [
            "Start TEAMVIEWER, read",
            "TeamViewer",
            "tearnvi3wer",
            "t e a m v i e w e r",
            "TeamViewer requires",
        ] {
            assert_eq!(quotes("teamviewer", text), [text]);
        }
        for text in ["teamviewers", "myteamviewer", "te amvie wer"] {
            assert!(quotes("teamviewer", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn long_phrases_are_found_however_they_are_spelt() {
        for text in [
            "C h r o m e  R e m o t e  D e s k t o p",
            "chrom eremo tedes ktop",
            "chroome remoote desktopp",
            "c-h-r-o-m-e.rem0te.deskt0p",
            "сhrоmе rеmоtе dеsktоp",
            "chrome\u{200B} re\u{AD}mote d\u{301}esktop",
            "GetChromeRemoteDesktopNow",
        ] {
            let quote = text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(quotes("chrome-remote-desktop", text), [quote]);
        }
    }

    #[test]
    fn quotes_are_the_pages_own_words_also_deep_in_a_long_text() {
        let before = "größer ".repeat(900);
        let text = format!("{before} — Bitte: TEAM\u{AD}Viewér,\tthe\n rest. {before}");
        let quoted = quotes("teamviewer", &text);
        let wanted = "größer — Bitte: TEAM\u{AD}Viewér, the rest. größer";
        assert!(quoted[0].contains(wanted), "{quoted:?}");
        assert!(quoted[0].chars().count() <= limits::EVIDENCE);
    }

    #[test]
    fn a_quote_shows_where_its_sentence_goes_on() {
        let quote = |text| quotes("teamviewer", text).remove(0);
        assert_eq!(
            quote(
                "The weather has been fine in the hills, so start TeamViewer today \
                 and give us a call as soon as it shows you the number."
            ),
            "…has been fine in the hills, so start TeamViewer today and give us \
             a call as soon as it…"
        );
        let whole = "Start TeamViewer today and give us a call, as agreed. The weather will hold.";
        assert_eq!(
            quote(whole),
            "Start TeamViewer today and give us a call, as agreed."
        );
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
        let mut facts = page("remote desktop");
        facts.title = "Chrome".into();
        assert!(!View::new(&facts).has(named("chrome-remote-desktop")));
    }

    #[test]
    fn a_phrase_is_noted_a_few_times_the_title_first() {
        let mut facts = page(&"teamviewer ".repeat(10_000));
        facts.title = "TeamViewer".into();
        let view = View::new(&facts);
        let hits = view.hits(named("teamviewer"));
        assert_eq!(hits.len(), usize::from(super::MOST));
        assert_eq!(hits[0].part, Part::Title);
        assert_eq!(view.count_distinct(named("teamviewer")), 1);
    }

    #[test]
    fn in_one_place_the_longest_phrase_counts() {
        let mut hits: Vec<_> = [(0, 9), (0, 4), (5, 9), (5, 12), (0, 9)]
            .into_iter()
            .map(|(start, end)| super::Hit {
                subject: named("teamviewer"),
                phrase: 0,
                part: Part::Text,
                start,
                end,
            })
            .collect();
        super::drop_contained(&mut hits);
        let places: Vec<_> = hits.iter().map(|hit| (hit.start, hit.end)).collect();
        assert_eq!(places, [(0, 9), (5, 12)]);
    }
}
