//! The page's own words, made fit to stand inside our warning.
//!
//! They are a scammer's words: without care the warning itself would show
//! his telephone number, or be turned round by a direction character.

use crate::page::limits;
use crate::verdict::Verdict;

/// Quotes that a frightened person can take in.
const QUOTES: usize = 3;
/// A run of so many digits is taken for a telephone number ...
const NUMBER_MIN: usize = 7;
/// ... of which so many are left to recognise it by.
const NUMBER_SHOWN: usize = 4;

/// The strongest evidence, loudest threat first, each once. Addresses and names
/// from the page's source stand there only when it says nothing to people.
pub fn evidence(verdict: &Verdict) -> Vec<String> {
    let mut quotes: Vec<String> = Vec::new();
    for words in verdict.threats.iter().flat_map(|threat| &threat.evidence) {
        let words = quote(words);
        if !words.is_empty() && !quotes.contains(&words) {
            quotes.push(words);
        }
    }
    if quotes.iter().any(|words| !is_source(words)) {
        quotes.retain(|words| !is_source(words));
    }
    quotes.truncate(QUOTES);
    quotes
}

/// Whether nobody would read these words on the page: each is an address or a
/// compound name, like a class.
fn is_source(words: &str) -> bool {
    let is_name = |word: &str| {
        let joints = word.matches(['-', '_']).count();
        joints > 1
            && word
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    let mut words = words.split(' ');
    words.all(|word| word.contains("://") || word.starts_with('/') || is_name(word))
}

/// Folds white space, drops control and direction characters, masks numbers.
fn quote(words: &str) -> String {
    let plain: String = words
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .filter(|c| !is_invisible(*c))
        .collect();
    let folded = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    mask_numbers(&folded)
        .chars()
        .take(limits::EVIDENCE)
        .collect()
}

/// Characters that show nothing but can turn or split what stands near them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Puts dots for the digits of each telephone number but the first few.
fn mask_numbers(words: &str) -> String {
    let mut masked = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(start) = rest.find(char::is_numeric) {
        masked.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest
            .find(|c: char| !c.is_numeric() && !" -–.()+/".contains(c))
            .unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        let digits = run.chars().filter(|c| c.is_numeric()).count();
        let is_number = digits >= NUMBER_MIN && !are_years(run);
        let mut digits = 0;
        masked.extend(run.chars().map(|c| {
            digits += usize::from(c.is_numeric());
            if is_number && c.is_numeric() && digits > NUMBER_SHOWN {
                '•'
            } else {
                c
            }
        }));
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// Whether these are the years of a copyright line, "1996-2026".
fn are_years(run: &str) -> bool {
    let mut groups = run.split(|c: char| !c.is_numeric());
    groups.all(|group| {
        group.is_empty()
            || (group.len() == 4 && (group.starts_with("19") || group.starts_with("20")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::{Kind, Level, Threat};

    fn verdict(evidence: &[&str]) -> Verdict {
        let threat = Threat {
            kind: Kind::ScareScreen,
            level: Level::Danger,
            brand: None,
            tool: None,
            evidence: evidence.iter().map(|&words| words.to_owned()).collect(),
        };
        Verdict {
            level: Level::Danger,
            threats: vec![threat],
        }
    }

    #[test]
    fn no_quote_leaves_a_number_to_ring() {
        assert_eq!(quote("Call 0808 157 0192 now"), "Call 0808 ••• •••• now");
        assert_eq!(quote("+1 (888) 555-0143"), "+1 (888) •••-••••");
        assert_eq!(quote("2020 5550 1430"), "2020 •••• ••••");
        assert_eq!(quote("© 1996-2026, Amazon"), "© 1996-2026, Amazon");
        assert_eq!(
            quote("Refund of £79.99 on 3 May"),
            "Refund of £79.99 on 3 May"
        );
    }

    #[test]
    fn no_quote_turns_the_text_around_it() {
        assert_eq!(quote("a\u{202e}b\u{200b}c\nd\u{7}"), "abc d");
        assert_eq!(quote(&"x".repeat(500)).len(), limits::EVIDENCE);
    }

    #[test]
    fn what_people_read_stands_before_the_source() {
        for source in [
            "a-box-inner a-button-inner a-button-input",
            "https://images.example/I/61A6xyz.css",
            "/ap/signin",
        ] {
            assert!(is_source(source), "{source}");
            assert_eq!(evidence(&verdict(&[source, "Password"])), ["Password"]);
            assert_eq!(evidence(&verdict(&[source])), [source]);
        }
        for said in [
            "Sign-in",
            "AnyDesk.exe",
            "https://a.example is safe",
            "pay – now",
        ] {
            assert!(!is_source(said), "{said}");
        }
    }

    #[test]
    fn quotes_are_few_and_not_repeated() {
        let verdict = verdict(&["a", "a", "b", "c", "d"]);
        assert_eq!(evidence(&verdict), ["a", "b", "c"]);
    }
}
