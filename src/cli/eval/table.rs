//! The table of `ringfence eval`.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::corpus::{Expect, Result};
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

/// Prints a row for every set, label and expectation, then one for each
/// expectation over all.
pub(super) fn print(results: &[Result], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{:<38} {:<7} {:>5} {:>7} {:>6} {:>6} {:>8} {:>16} {:>12}",
        "set/label",
        "expect",
        "pages",
        "alarmed",
        "danger",
        "notice",
        "share",
        "95% interval",
        "groups",
    )?;
    let mut rows: BTreeMap<(String, Expect), Row> = BTreeMap::new();
    let mut totals: BTreeMap<Expect, Row> = BTreeMap::new();
    for result in results {
        let name = format!("{}/{}", result.page.set, result.page.label);
        rows.entry((name, result.page.expect))
            .or_default()
            .add(result);
        totals.entry(result.page.expect).or_default().add(result);
    }
    for ((name, expect), row) in &rows {
        row.print(name, name_of(*expect), out)?;
    }
    writeln!(out)?;
    for (expect, row) in &totals {
        row.print("all", name_of(*expect), out)?;
    }
    Ok(())
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
