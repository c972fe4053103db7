//! Text written backwards and turned round for the eye.
//!
//! U+202E (right-to-left override) shows what follows in reverse, up to U+202C
//! (pop directional formatting): "nozama" reads "amazon". Unicode Standard
//! Annex 9. No honest page has use for it outside of explaining it.

use std::borrow::Cow;

use super::PageFacts;

const OVERRIDE: char = '\u{202E}';
const POP: char = '\u{202C}';

/// The facts with such text as a person sees it.
pub(crate) fn as_seen(facts: &PageFacts) -> Cow<'_, PageFacts> {
    if !facts.text.contains(OVERRIDE) && !facts.title.contains(OVERRIDE) {
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
    let words = [&mut seen.title, &mut seen.text]
        .into_iter()
        .chain(&mut seen.headings)
        .chain(&mut seen.buttons)
        .chain(seen.links.iter_mut().map(|link| &mut link.text))
        .chain(forms)
        .chain(loose);
    for text in words.filter(|text| text.contains(OVERRIDE)) {
        *text = turned(text);
    }
    Cow::Owned(seen)
}

/// Each overridden run reversed; a run that is cut off ends with the text.
fn turned(text: &str) -> String {
    let mut runs = text.split(OVERRIDE);
    let mut out = runs.next().unwrap_or_default().to_owned();
    for run in runs {
        let (hidden, after) = run.split_once(POP).unwrap_or((run, ""));
        out.extend(hidden.chars().rev());
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
    fn other_text_stays_untouched() {
        let facts = PageFacts::default();
        assert!(matches!(as_seen(&facts), Cow::Borrowed(_)));
    }
}
