//! Text written backwards and turned round for the eye.
//!
//! U+202E (right-to-left override) shows what follows in reverse, up to U+202C
//! (pop directional formatting): "nozama" reads "amazon" (Unicode Standard
//! Annex 9). A style sheet can do the same (`unicode-bidi`), and then the text
//! alone shows it: words that *end* in a capital, full stops that *begin* a
//! sentence. No honest page has use for either outside of explaining it.

use std::borrow::Cow;

use super::PageFacts;

const OVERRIDE: char = '\u{202E}';
const POP: char = '\u{202C}';
/// Backward words and stops that make a text one that may be turned.
const FEW: usize = 3;

/// The facts with such text as a person sees it.
pub(crate) fn as_seen(facts: &PageFacts) -> Cow<'_, PageFacts> {
    let overridden = facts.text.contains(OVERRIDE) || facts.title.contains(OVERRIDE);
    let words = backward_words(&facts.text).map(str::len);
    let styled = words
        .chain(backward_stops(&facts.text))
        .nth(FEW - 1)
        .is_some();
    if !overridden && !styled {
        return Cow::Borrowed(facts);
    }
    let mut seen = facts.clone();
    let forms = seen.forms.iter_mut().flat_map(|form| {
        let labels = form
            .fields
            .iter_mut()
            .flat_map(|field| [&mut field.label, &mut field.placeholder]);
        labels.chain(&mut form.buttons)
    });
    let loose = seen
        .fields
        .iter_mut()
        .flat_map(|field| [&mut field.label, &mut field.placeholder]);
    let short = [&mut seen.title]
        .into_iter()
        .chain(&mut seen.headings)
        .chain(&mut seen.buttons)
        .chain(seen.links.iter_mut().map(|link| &mut link.text))
        .chain(forms)
        .chain(loose);
    for text in short {
        if text.contains(OVERRIDE) {
            *text = turned(text);
        } else if styled && backward_words(text).next().is_some() {
            *text = backwards(text);
        } else if styled && !text.contains(char::is_lowercase) {
            // Of a script without capitals: nothing tells which way.
            *text = format!("{text} {}", backwards(text));
        }
    }
    seen.text = turned(&seen.text);
    if styled {
        // Both ways: a few backward words must not hide the rest.
        seen.text = format!("{} {}", seen.text, backwards(&seen.text));
    }
    Cow::Owned(seen)
}

/// Words that are small but for the last letter ("nozamA"; neither "iOS" nor
/// "eBay").
fn backward_words(text: &str) -> impl Iterator<Item = &str> {
    // Few bytes can start a capital: those of other letters are passed over.
    let starts = text.bytes().enumerate();
    let starts = starts.filter(|(_, byte)| matches!(byte, b'A'..=b'Z' | 0xC0..));
    starts.filter_map(|(at, _)| {
        let capital = text[at..].chars().next().filter(|c| c.is_uppercase())?;
        let end = at + capital.len_utf8();
        if text[end..].starts_with(char::is_alphanumeric) {
            return None;
        }
        let start = text[..at].trim_end_matches(char::is_alphanumeric).len();
        let mut small = text[start..at].chars();
        let is_small = small.clone().count() >= 3 && small.all(char::is_lowercase);
        is_small.then_some(&text[start..end])
    })
}

/// Places of stops that a letter follows and none goes before. Some are
/// honest (".pdf", ".NET"), and a text read both ways in vain does no harm.
fn backward_stops(text: &str) -> impl Iterator<Item = usize> {
    // White space is folded: single spaces, and few of them before a stop's
    // first byte.
    let pairs = text.as_bytes().windows(2).enumerate();
    let pairs = pairs.filter(|(_, pair)| matches!(pair, [b' ', b'.' | 0xE3 | 0xEF]));
    pairs.map(|(at, _)| at + 1).filter(|&at| {
        let mut sentence = text[at..].chars();
        sentence.next().is_some_and(|c| ".。？！".contains(c))
            && sentence.next().is_some_and(char::is_alphabetic)
    })
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

/// Each overridden run reversed; a run that is cut off ends with the text.
fn turned(text: &str) -> String {
    let mut runs = text.split(OVERRIDE);
    let mut out = runs.next().unwrap_or_default().to_owned();
    for run in runs {
        let (hidden, after) = run.split_once(POP).unwrap_or((run, ""));
        out.push_str(&backwards(hidden));
        out.push_str(after);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backward_text_is_read_as_it_is_seen() {
        let facts = PageFacts {
            text: "Your \u{202E}nozamA\u{202C} account".to_owned(),
            buttons: vec!["\u{202E}ni ngiS".to_owned()],
            ..PageFacts::default()
        };
        let seen = as_seen(&facts);
        assert_eq!(seen.text, "Your Amazon account");
        assert_eq!(seen.buttons, ["Sign in"]);
    }

    #[test]
    fn words_that_end_in_capitals_are_read_both_ways() {
        let facts = PageFacts {
            text: "tnuocca nozamA ruoY .drowssaP ruoy retnE".to_owned(),
            headings: vec!["ni ngiS".to_owned(), "Help".to_owned()],
            ..PageFacts::default()
        };
        let seen = as_seen(&facts);
        assert!(
            seen.text
                .ends_with("Enter your Password. Your Amazon account")
        );
        assert!(seen.text.starts_with("tnuocca"));
        assert_eq!(seen.headings, ["Sign in", "Help"]);
        let honest = PageFacts {
            text: "macOS, iOS, eBay, PhD and McAfee: all on one pagE".to_owned(),
            ..PageFacts::default()
        };
        assert!(matches!(as_seen(&honest), Cow::Borrowed(_)));
    }

    #[test]
    fn sentences_that_begin_with_a_stop_are_read_both_ways() {
        let facts = PageFacts {
            text:
                "0x3 。たしまれさ出検が馬木のイロト 。いさだくでいなら切を源電 。いさだくてし話電"
                    .to_owned(),
            buttons: vec!["ドーワスパ".to_owned()],
            ..PageFacts::default()
        };
        let seen = as_seen(&facts);
        assert!(seen.text.ends_with("トロイの木馬が検出されました。 3x0"));
        assert_eq!(seen.buttons, ["ドーワスパ パスワード"]);
    }

    #[test]
    fn other_text_stays_untouched() {
        let facts = PageFacts::default();
        assert!(matches!(as_seen(&facts), Cow::Borrowed(_)));
    }
}
