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
    let styled = backward_signs(&facts.text).nth(FEW - 1).is_some();
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
        } else if styled && backward_signs(text).next().is_some() {
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

/// Places at which a text reads as if it were turned round.
fn backward_signs(text: &str) -> impl Iterator<Item = usize> {
    // Few bytes can start a capital or a stop: most others are passed over.
    let starts = text.bytes().enumerate();
    let starts = starts.filter(|(_, byte)| matches!(byte, b'.' | b'A'..=b'Z' | 0xC0..));
    starts.map(|(at, _)| at).filter(|&at| {
        let (before, mut from) = (&text[..at], text[at..].chars());
        match from.next() {
            Some('.' | '。' | '？' | '！') => is_backward_stop(before, from.as_str()),
            Some(c) => c.is_uppercase() && is_backward_word(before, from.as_str()),
            None => false,
        }
    })
}

/// Whether a word between these is small but for its last letter ("nozamA";
/// neither "iOS" nor "eBay").
fn is_backward_word(before: &str, after: &str) -> bool {
    if after.starts_with(char::is_alphanumeric) {
        return false;
    }
    let start = before.trim_end_matches(char::is_alphanumeric).len();
    let mut small = before[start..].chars();
    small.clone().count() >= 3 && small.all(char::is_lowercase)
}

/// Whether a letter follows the stop between these and none goes before. Some
/// are honest (".pdf", ".NET"), and a text read both ways in vain does no harm.
fn is_backward_stop(before: &str, after: &str) -> bool {
    (before.is_empty() || before.ends_with(char::is_whitespace))
        && after.starts_with(char::is_alphabetic)
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
