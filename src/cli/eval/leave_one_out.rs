//! How well would a kit be known that the catalogue was written without?
//!
//! No weight is fitted by a program, but phrases were written while pages were
//! looked at. So each group of `alarm` pages is judged with only those phrases
//! that stand on a page of another group too: what stands in this one alone
//! may have been taken from it. (Some of it was not: this is the worse case.)

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::scams::{Scam, alarms, sets};
use crate::page::View;
use crate::signals;

/// Pages of a group: all, alarmed, alarmed without the group's own phrases.
#[derive(Default)]
struct Row {
    pages: usize,
    alarmed: usize,
    left: usize,
}

/// Prints a row for each group that loses a page, or had lost one before, and
/// the worst group of each set.
pub(super) fn print(scams: &[Scam], out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "\n{:<40} {:>6} {:>8} {:>26}",
        "leave one group out", "pages", "alarmed", "without its own phrases"
    )?;
    let mut groups_of: BTreeMap<u16, BTreeSet<&str>> = BTreeMap::new();
    for scam in scams {
        for facts in &scam.facts {
            for hit in View::new(facts).all_hits() {
                let groups = groups_of.entry(hit.phrase).or_default();
                groups.insert(&scam.page.group);
            }
        }
    }
    for set in sets(scams) {
        let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
        for scam in scams.iter().filter(|scam| scam.set() == set) {
            let row = rows.entry(&scam.page.group).or_default();
            row.pages += 1;
            row.alarmed += usize::from(scam.alarms_by(&scam.signals()));
            row.left += usize::from(alarms_without_own(scam, &groups_of));
        }
        let all = rows.values().fold(Row::default(), |sum, row| Row {
            pages: sum.pages + row.pages,
            alarmed: sum.alarmed + row.alarmed,
            left: sum.left + row.left,
        });
        line(&format!("{set}, {} groups", rows.len()), &all, out)?;
        for (group, row) in rows.iter().filter(|(_, row)| row.left < row.pages) {
            line(&format!("    {group}"), row, out)?;
        }
        let share = |row: &Row| row.left as f64 / row.pages as f64;
        let worst = rows.iter().min_by(|a, b| share(a.1).total_cmp(&share(b.1)));
        if let Some((group, row)) = worst.filter(|(_, row)| row.left < row.pages) {
            let percent = 100.0 * share(row);
            writeln!(out, "    worst: {group}, {percent:.1}%")?;
        }
    }
    Ok(())
}

/// Whether the page is alarmed by the phrases that other groups hold too.
fn alarms_without_own(scam: &Scam, groups_of: &BTreeMap<u16, BTreeSet<&str>>) -> bool {
    scam.facts.iter().any(|facts| {
        let mut view = View::new(facts);
        view.retain_hits(|hit| {
            groups_of
                .get(&hit.phrase)
                .is_some_and(|groups| groups.len() > 1)
        });
        alarms(&view, &signals::all(&view))
    })
}

fn line(name: &str, row: &Row, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{name:<40} {:>6} {:>8} {:>26}",
        row.pages, row.alarmed, row.left
    )
}
