//! What the fields of labelled forms ask for, measured against the labels.
//!
//! The labels count fields a page and do not say which: of `n` labelled and
//! `m` found on a page, the smaller number is taken as right.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::corpus::Result;
use super::wilson::interval;
use crate::catalogue::Ask;
use crate::page::PageFacts;
use crate::signals::fields::classify;

/// A row: its name, what of ours it counts, and the labels that say the same
/// in the tests of DuckDuckGo's and of Firefox's autofill.
const ROWS: [(&str, &[Ask], &[&str]); 7] = [
    (
        "card number",
        &[Ask::CardNumber],
        &["cardNumber", "cc-number"],
    ),
    (
        "security code",
        &[Ask::SecurityCode],
        &["cardSecurityCode", "cc-csc"],
    ),
    (
        "expiry",
        &[Ask::Expiry],
        &[
            "expiration",
            "expirationMonth",
            "expirationYear",
            "cc-exp",
            "cc-exp-month",
            "cc-exp-year",
        ],
    ),
    (
        "name on card",
        &[Ask::CardName],
        &["cardName", "cc-name", "cc-given-name", "cc-family-name"],
    ),
    (
        "password",
        &[Ask::Password, Ask::NewPassword],
        &["password", "password.current", "password.new"],
    ),
    ("one-time code", &[Ask::OneTimeCode], &["totp"]),
    (
        "date of birth",
        &[Ask::BirthDate],
        &["birthday", "birthdayDay", "birthdayMonth", "birthdayYear"],
    ),
];

/// How many fields of a page ask for what.
pub(super) fn found(facts: &[PageFacts]) -> BTreeMap<Ask, usize> {
    let mut asks = BTreeMap::new();
    for facts in facts {
        let forms = facts.forms.iter().map(|form| form.fields.as_slice());
        for fields in forms.chain([facts.fields.as_slice()]) {
            for ask in classify(fields).into_iter().flatten() {
                *asks.entry(ask).or_default() += 1;
            }
        }
    }
    asks
}

/// Prints a row for each field; pages without any label are left out. With
/// `list`, the pages on which the first two, which money hangs on, differ.
pub(super) fn print(results: &[Result], list: bool, out: &mut impl Write) -> io::Result<()> {
    let labelled = || {
        results.iter().filter_map(|result| {
            let labels = result.page.labels.as_ref()?;
            (!labels.is_empty()).then_some((result, labels))
        })
    };
    if labelled().next().is_none() {
        return Ok(());
    }
    writeln!(
        out,
        "\n{:<16} {:>8} {:>5} {:>5} {:>29} {:>29}",
        "field", "labelled", "found", "right", "recall, 95% interval", "precision, 95% interval"
    )?;
    for (row, (name, asks, names)) in ROWS.iter().enumerate() {
        let (mut wanted, mut found, mut right) = (0, 0, 0);
        let mut differing = Vec::new();
        for (result, labels) in labelled() {
            let here: usize = names.iter().filter_map(|name| labels.get(*name)).sum();
            let ours: usize = asks.iter().filter_map(|ask| result.asks.get(ask)).sum();
            wanted += here;
            found += ours;
            right += here.min(ours);
            if here != ours {
                differing.push((here, ours, result.page));
            }
        }
        writeln!(
            out,
            "{name:<16} {wanted:>8} {found:>5} {right:>5} {:>29} {:>29}",
            share(right, wanted),
            share(right, found)
        )?;
        for (here, ours, page) in differing.iter().filter(|_| list && row < 2) {
            writeln!(
                out,
                "    labelled {here}, found {ours}: {} {}",
                page.id, page.group
            )?;
        }
    }
    Ok(())
}

fn share(hits: usize, of: usize) -> String {
    let (low, high) = interval(hits, of);
    let percent = 100.0 * hits as f64 / of.max(1) as f64;
    format!("{percent:.1}% {:.1} to {:.1}%", 100.0 * low, 100.0 * high)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::cli::eval::corpus::{Expect, Page};
    use crate::verdict::Verdict;

    #[test]
    fn the_smaller_number_is_right() {
        let page = |labelled| Page {
            family: String::new(),
            lang: String::new(),
            id: "p".into(),
            file: "p.html".into(),
            url: "https://shop.example/".into(),
            set: "forms".into(),
            label: "form".into(),
            group: "g".into(),
            expect: Expect::Quiet,
            labels: Some(BTreeMap::from([("cardNumber".to_owned(), labelled)])),
        };
        let pages = [page(1), page(3)];
        let results = pages.iter().map(|page| Result {
            page,
            verdict: Verdict::default(),
            time: Duration::ZERO,
            asks: BTreeMap::from([(Ask::CardNumber, 2)]),
            error: None,
        });
        let mut out = Vec::new();
        print(&results.collect::<Vec<_>>(), true, &mut out).expect("it writes to memory");
        let out = String::from_utf8(out).expect("text");
        let row: Vec<&str> = out
            .lines()
            .nth(2)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        assert_eq!(row[..6], ["card", "number", "4", "4", "3", "75.0%"]);
        assert!(out.contains("labelled 1, found 2: p g"), "{out}");
    }
}
