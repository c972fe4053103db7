//! What a text quotes and does not say itself: what stands in quotation marks
//! (the collectors set them around `<blockquote>`, `<pre>` and `<q>`), and
//! source code, which shows its tags.
//!
//! Whoever wants to be taken at his word can put it in quotation marks, so that
//! a quote is only worth something beside what he cannot do without.

use std::ops::Range;

/// Opening and closing marks, and how many bytes they may stand apart: but for
/// the collectors' own, one may be missing.
const MARKS: [(char, &[char], usize); 7] = [
    ('“', &['”'], usize::MAX),
    ('„', &['“', '”'], 1500),
    ('«', &['»'], 1500),
    ('「', &['」'], 1500),
    ('『', &['』'], 1500),
    ('"', &['"'], 800),
    ('\'', &['\''], 800),
];

/// Marks that may stand open at once: quotes in quotes.
const DEEP: usize = 8;

/// Tags shown in a row that make source code, and how many bytes apart at most.
const CODE: (usize, usize) = (5, 300);

/// The quoted passages of `text`; one may stand in another. A text that is one quote
/// and nothing else (a plain text file, as browsers show it) is what the page says,
/// and so are the strings of one that is all data (JSON).
pub(super) fn passages(text: &str) -> Vec<Range<usize>> {
    let mut found = code(text);
    let whole = text.trim();
    let inner = whole.trim_matches(['“', '”', ' ']);
    if inner.starts_with(['{', '[']) && inner.ends_with(['}', ']']) {
        return found;
    }
    found.extend(
        marked(text)
            .into_iter()
            .filter(|at| text[at.clone()] != *whole),
    );
    found
}

/// What stands in quotation marks.
fn marked(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text[end..].chars().next();
        let closes = |&(mark, start): &(usize, usize)| {
            let (_, closers, most) = MARKS[mark];
            closers.contains(&c) && at - start <= most
        };
        let inside = before.is_alphanumeric() && after.is_some_and(char::is_alphanumeric);
        if let Some(place) = open.iter().rposition(closes)
            && !inside
        {
            found.push(open[place].1..end);
            open.truncate(place);
        } else if let Some(mark) = MARKS.iter().position(|mark| mark.0 == c)
            // A straight one opens before a word only: inches, apostrophes.
            && !(before.is_alphanumeric() && matches!(c, '"' | '\''))
        {
            open.retain(|&(other, _)| other != mark || !matches!(c, '"' | '\''));
            open.truncate(DEEP - 1);
            open.push((mark, at));
        }
        before = c;
    }
    found
}

/// Runs of tags that stand there to be read.
fn code(text: &str) -> Vec<Range<usize>> {
    let (fewest, apart) = CODE;
    let mut runs: Vec<(Range<usize>, usize)> = Vec::new();
    for (at, _) in text.match_indices('<') {
        let rest = text[at + 1..].trim_start_matches('/').as_bytes();
        if !rest.first().is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        match runs.last_mut() {
            Some((run, tags)) if at - run.end <= apart => {
                run.end = at + 1;
                *tags += 1;
            }
            _ => runs.push((at..at + 1, 1)),
        }
    }
    let long = runs.into_iter().filter(|(_, tags)| *tags >= fewest);
    long.map(|(run, _)| run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quotes(text: &str) -> Vec<&str> {
        passages(text)
            .into_iter()
            .map(|place| &text[place])
            .collect()
    }

    #[test]
    fn marks_of_many_countries() {
        assert_eq!(quotes("It said “call us” twice"), ["“call us”"]);
        assert_eq!(quotes("Da stand: „Rufen Sie an“."), ["„Rufen Sie an“"]);
        assert_eq!(quotes("عبارة «اتصل بنا» فقط"), ["«اتصل بنا»"]);
        assert_eq!(quotes("pone \"llame\" y"), ["\"llame\""]);
        assert_eq!(quotes("He said 'don't go, sir' to us"), ["'don't go, sir'"]);
        assert_eq!(
            quotes("“one “two” three” four"),
            ["“two”", "“one “two” three”"]
        );
    }

    #[test]
    fn what_is_no_quote() {
        assert!(quotes("a 24\" screen, the boys' own, it's theirs'").is_empty());
        assert!(quotes("“never closed").is_empty());
        assert!(quotes(" “all of it ” ").is_empty());
        assert!(quotes("“{\"text\": \"call us\"} ” ").is_empty());
        assert!(quotes(&format!("\"{}\"", "far ".repeat(300))).is_empty());
        assert!(quotes("1 < 2 and 3 > 2, <b>").is_empty());
    }

    #[test]
    fn source_code_shows_its_tags() {
        let line = "<p>Your computer is locked</p> ";
        let code = line.repeat(4);
        assert_eq!(quotes(&format!("See: {code}")).len(), 1);
        assert!(quotes(line).is_empty());
    }
}
