//! Telephone numbers in running text, as each country writes them.
//!
//! Digits alone prove nothing (prices, dates and order numbers are digits
//! too), so a number must carry a country code, start with a trunk zero, be
//! written as North America does, or fit the numbering plan of the page's
//! language.

mod digits;
mod plans;

use digits::Group;

use crate::page::View;

/// A telephone number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number<'t> {
    /// As it is written.
    pub text: &'t str,
    /// Byte offset of `text` in what was searched.
    pub start: usize,
    /// Its digits.
    pub digits: String,
    /// Country (ISO 3166, lower case); `None` when it could be of several.
    pub country: Option<&'static str>,
}

/// More numbers than these say nothing new: the page is a directory.
const MOST: usize = 50;

/// Every telephone number in `text`, in order. `lang` is the page's language
/// (`de-AT`), or empty.
pub fn find<'t>(text: &'t str, lang: &str) -> Vec<Number<'t>> {
    let lang = lang
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let mut found = Vec::new();
    let mut run = Vec::new();
    digits::scan(text, |group| match group {
        Some(group) => run.push(group),
        None => numbers_of(text, &std::mem::take(&mut run), &lang, &mut found),
    });
    numbers_of(text, &run, &lang, &mut found);
    found
}

/// The numbers that a page shows or dials, each once, those behind `tel:`
/// links first.
pub fn on_page<'a>(view: &View<'a>) -> Vec<Number<'a>> {
    let facts = view.facts;
    let dialled = facts.links.iter().filter_map(|link| {
        let number = link.href.strip_prefix("tel:")?;
        let digits: String = number.chars().filter(char::is_ascii_digit).collect();
        (digits.len() > 2).then_some(Number {
            text: number,
            start: 0,
            digits,
            country: None,
        })
    });
    let words = facts.headings.iter().chain([&facts.title, &facts.text]);
    let shown = words.flat_map(|text| find(text, &facts.lang));
    let mut numbers: Vec<Number> = Vec::new();
    for number in dialled.chain(shown).take(MOST) {
        // The same number may stand with and without its country code.
        if numbers
            .iter()
            .all(|known| tail(&known.digits) != tail(&number.digits))
        {
            numbers.push(number);
        }
    }
    numbers
}

fn tail(digits: &str) -> &str {
    &digits[digits.len().saturating_sub(8)..]
}

/// Takes as many groups together as still make a number, from the left.
fn numbers_of<'t>(text: &'t str, run: &[Group], lang: &str, found: &mut Vec<Number<'t>>) {
    let mut from = 0;
    while from < run.len() {
        let longest = (from..run.len().min(from + 8)).rev().find_map(|to| {
            let groups = &run[from..=to];
            let digits: String = groups.iter().map(|group| &*group.digits).collect();
            let country = plans::classify(groups, &digits, lang)?;
            Some((
                to,
                Number {
                    text: &text[groups[0].start..run[to].end],
                    start: groups[0].start,
                    digits,
                    country,
                },
            ))
        });
        match longest {
            Some((to, number)) => {
                found.push(number);
                from = to + 1;
            }
            None => from += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str, lang: &str) -> Vec<(String, Option<&'static str>)> {
        find(text, lang)
            .into_iter()
            .map(|n| (n.text.to_owned(), n.country))
            .collect()
    }

    #[test]
    fn numbers_as_countries_write_them() {
        for (text, lang, expected, country) in [
            (
                "Call 0808 196 0147 24 hours",
                "en-GB",
                "0808 196 0147",
                Some("gb"),
            ),
            (
                "Tel. +44 (0)20 3996 0188.",
                "",
                "+44 (0)20 3996 0188",
                Some("gb"),
            ),
            (
                "toll free 1-888-555-0171!",
                "en",
                "1-888-555-0171",
                Some("us"),
            ),
            ("+1 (844) 555-0134", "ja", "+1 (844) 555-0134", Some("us")),
            ("dial 18885550171 now", "en", "18885550171", Some("us")),
            (
                "Rufen Sie 030 5557 4410 an",
                "de",
                "030 5557 4410",
                Some("de"),
            ),
            (
                "Appelez le 01 70 55 55 01",
                "fr",
                "01 70 55 55 01",
                Some("fr"),
            ),
            ("Bel 085 555 0199.", "nl", "085 555 0199", Some("nl")),
            (
                "電話 050-5555-0142（無料）",
                "ja",
                "050-5555-0142",
                Some("jp"),
            ),
            (
                "０１２０－５５５－０１４",
                "ja",
                "０１２０－５５５－０１４",
                Some("jp"),
            ),
            ("Llame al 911 555 012", "es", "911 555 012", Some("es")),
            ("Zadzwoń: 22 555 01 42", "pl", "22 555 01 42", Some("pl")),
            ("chiami 02 8295 5501", "it", "02 8295 5501", Some("it")),
            (
                "call 1\u{2011}8OO\u{2011}555\u{2011}O117",
                "en",
                "1\u{2011}8OO\u{2011}555\u{2011}O117",
                Some("us"),
            ),
            ("ring 08-555 014 20", "sv", "08-555 014 20", Some("se")),
            (
                "0\u{200B}8\u{200B}08 196 0147",
                "en",
                "0\u{200B}8\u{200B}08 196 0147",
                Some("gb"),
            ),
        ] {
            assert_eq!(
                texts(text, lang),
                [(expected.to_owned(), country)],
                "{text}"
            );
        }
    }

    #[test]
    fn digits_that_are_no_number_to_call() {
        for text in [
            "2024-01-15 10:30",
            "01.02.2024",
            "£1,299.00",
            "Company no. 05550193",
            "ISBN 978-0-306-40615-7",
            "ISBN 0-306-40615-2",
            "4111 1111 1111 1111",
            "v10.0.19045.3803",
            "192.168.100.200",
            "Items scanned 51,900",
            "case 88-2201",
            "Error 0x80073b01",
            "10 000 000 users",
            "12 34 56",
            "1999 2000 2001",
            "1 888 Oak Street, 5550171",
        ] {
            assert_eq!(texts(text, "en"), [], "{text}");
        }
    }
}
