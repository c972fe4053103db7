//! The table of `ringfence eval`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::corpus::{Expect, Page, Result};
use super::wilson::interval;
use crate::verdict::Level;

/// The figures of one row.
#[derive(Debug, Default)]
struct Row<'a> {
    pages: usize,
    alarmed: usize,
    danger: usize,
    notice: usize,
    groups: BTreeSet<&'a str>,
    groups_alarmed: BTreeSet<&'a str>,
}

impl<'a> Row<'a> {
    fn add(&mut self, result: &Result<'a>) {
        self.pages += 1;
        self.groups.insert(&result.page.group);
        self.danger += usize::from(result.verdict.level == Level::Danger);
        self.notice += usize::from(result.verdict.level == Level::Notice);
        if result.is_alarmed() {
            self.alarmed += 1;
            self.groups_alarmed.insert(&result.page.group);
        }
    }

    fn print(&self, name: &str, expect: &str, out: &mut impl Write) -> io::Result<()> {
        let (low, high) = interval(self.alarmed, self.pages);
        let share = 100.0 * self.alarmed as f64 / self.pages as f64;
        writeln!(
            out,
            "{name:<38} {expect:<7} {:>5} {:>7} {:>6} {:>6} {share:>7.2}% {:>5.1} to {:>5.1}% {:>4} of {:>4}",
            self.pages,
            self.alarmed,
            self.danger,
            self.notice,
            100.0 * low,
            100.0 * high,
            self.groups_alarmed.len(),
            self.groups.len(),
        )
    }
}

/// How the pages are put together in rows.
type Key = fn(&Page) -> String;

/// Prints a row for every set, label and expectation; for every family and
/// every language, where the pages say them; then one for each expectation
/// over all.
pub(super) fn print(results: &[Result], out: &mut impl Write) -> io::Result<()> {
    let keys: [(&str, Key); 4] = [
        ("set/label", |page| format!("{}/{}", page.set, page.label)),
        ("family", |page| page.family.clone()),
        ("language", |page| page.language().to_owned()),
        ("all", |_| "all".to_owned()),
    ];
    for (name, key) in keys {
        rows(name, key, results, out)?;
    }
    Ok(())
}

fn rows(name: &str, key: Key, results: &[Result], out: &mut impl Write) -> io::Result<()> {
    let mut rows: BTreeMap<(String, Expect), Row> = BTreeMap::new();
    for result in results {
        let key = key(result.page);
        if !key.is_empty() {
            rows.entry((key, result.page.expect))
                .or_default()
                .add(result);
        }
    }
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "{name:<38} {:<7} {:>5} {:>7} {:>6} {:>6} {:>8} {:>16} {:>12}",
        "expect", "pages", "alarmed", "danger", "notice", "share", "95% interval", "groups",
    )?;
    for ((key, expect), row) in &rows {
        row.print(key, name_of(*expect), out)?;
    }
    writeln!(out)
}

fn name_of(expect: Expect) -> &'static str {
    match expect {
        Expect::Alarm => "alarm",
        Expect::Quiet => "quiet",
        Expect::Vendor => "vendor",
        Expect::Either => "either",
        Expect::Ignore => "ignore",
    }
}
