//! Lists of host names, beside the pages of a corpus: how many resemble a
//! brand's, and how many a brand owns.

use std::io::{self, Write};
use std::path::Path;

use super::wilson::interval;
use crate::host::{HostInfo, inspect};

/// The lists under `hosts/`, and what stands in them. A `.csv` has a heading,
/// and the host in its first column.
const LISTS: [(&str, &str); 5] = [
    (
        "amazon_lookalike.csv",
        "phishing, with an Amazon-like token",
    ),
    ("amazon_labelled.csv", "phishing of Amazon, token or not"),
    ("other_phishing.txt", "phishing of other brands"),
    ("benign_top.txt", "hosts of popular-site lists"),
    (
        "benign_amazonish.csv",
        "of these, with an Amazon-like token",
    ),
];

/// Lists in which every resemblance is named, when there are so few.
const NAMED: usize = 12;

/// Prints a row for each list under `dir` that is there.
pub(super) fn print(dir: &Path, out: &mut impl Write) -> io::Result<()> {
    let mut heading = false;
    for (file, what) in LISTS {
        let Ok(list) = std::fs::read_to_string(dir.join("hosts").join(file)) else {
            continue;
        };
        if !heading {
            writeln!(
                out,
                "\n{:<38} {:>7} {:>9} {:>9} {:>18} {:>7} {:>8}",
                "hosts", "listed", "resemble", "share", "95% interval", "owned", "hosting"
            )?;
            heading = true;
        }
        let first = usize::from(file.ends_with(".csv"));
        let hosts: Vec<HostInfo> = list
            .lines()
            .skip(first)
            .filter_map(|line| line.split(',').next())
            .filter(|host| !host.is_empty())
            .map(inspect)
            .collect();
        row(what, &hosts, out)?;
    }
    Ok(())
}

fn row(what: &str, hosts: &[HostInfo], out: &mut impl Write) -> io::Result<()> {
    let resembling: Vec<&HostInfo> = hosts
        .iter()
        .filter(|host| host.resembles.is_some())
        .collect();
    let owned = hosts.iter().filter(|host| host.owner.is_some()).count();
    let hosting = hosts.iter().filter(|host| host.hosting).count();
    let (low, high) = interval(resembling.len(), hosts.len());
    writeln!(
        out,
        "{what:<38} {:>7} {:>9} {:>8.4}% {:>7.4} to {:>6.4}% {owned:>7} {hosting:>8}",
        hosts.len(),
        resembling.len(),
        100.0 * resembling.len() as f64 / hosts.len().max(1) as f64,
        100.0 * low,
        100.0 * high,
    )?;
    if resembling.len() <= NAMED {
        for host in resembling {
            writeln!(out, "    {}", host.host)?;
        }
    }
    Ok(())
}
