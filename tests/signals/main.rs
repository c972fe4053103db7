//! Each smell on the smallest page that shows it, and not on the page that
//! looks most like it and does not.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot read its files has failed"
)]

mod asks;
mod brand;
mod remote;
mod scare;

use std::collections::BTreeSet;
use std::path::Path;

use ringfence::page::{View, html};
use ringfence::signals;

/// One smell, with and without.
struct Case {
    smell: &'static str,
    /// A page that shows it.
    shows: &'static str,
    /// One that does not.
    alike: &'static str,
    /// Their addresses.
    urls: [&'static str; 2],
}

const fn case(smell: &'static str, shows: &'static str, alike: &'static str) -> Case {
    const URL: &str = "https://harbour-lane.example/page";
    case_at(smell, [URL, URL], shows, alike)
}

const fn case_at(
    smell: &'static str,
    urls: [&'static str; 2],
    shows: &'static str,
    alike: &'static str,
) -> Case {
    Case {
        smell,
        shows,
        alike,
        urls,
    }
}

fn cases() -> impl Iterator<Item = &'static Case> {
    [asks::CASES, brand::CASES, remote::CASES, scare::CASES]
        .into_iter()
        .flatten()
}

fn smells(page: &str, url: &str) -> BTreeSet<&'static str> {
    let facts = html::collect(page.as_bytes(), url);
    let found = signals::all(&View::new(&facts[0]));
    found.into_iter().map(|signal| signal.smell).collect()
}

#[test]
fn every_smell_is_told_from_what_looks_like_it() {
    let mut wrong = Vec::new();
    for case in cases() {
        let shows = smells(case.shows, case.urls[0]);
        if !shows.contains(case.smell) {
            wrong.push(format!("no {} in {}: {shows:?}", case.smell, case.shows));
        }
        let alike = smells(case.alike, case.urls[1]);
        if alike.contains(case.smell) {
            wrong.push(format!("{} in {}", case.smell, case.alike));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_smell_has_a_case() {
    let mut sources = Vec::new();
    read(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/signals"),
        &mut sources,
    );
    let declared = sources.iter().flat_map(|source| {
        source.lines().filter_map(|line| {
            let (_, value) = line.strip_prefix("pub const ")?.split_once(": &str = \"")?;
            value.strip_suffix("\";")
        })
    });
    let declared: BTreeSet<&str> = declared.collect();
    assert!(declared.len() > 30, "{declared:?}");
    let tested: BTreeSet<&str> = cases().map(|case| case.smell).collect();
    assert_eq!(declared, tested);
}

/// Every source file below `dir`.
fn read(dir: &Path, sources: &mut Vec<String>) {
    for entry in std::fs::read_dir(dir).expect("a directory") {
        let path = entry.expect("an entry").path();
        match path.is_dir() {
            true => read(&path, sources),
            false => sources.push(std::fs::read_to_string(&path).expect("a source file")),
        }
    }
}
