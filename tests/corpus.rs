//! Every page of `tests/pages` against the verdict that its sidecar asks for.
//!
//! `tests/expected_misses.txt` lists the pages that are known to be judged
//! wrongly, `class/name: reason` a line; a listed page that is judged rightly
//! fails the test too, so that the list stays true.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot read its pages has failed"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ringfence::page::html;
use ringfence::verdict::{Kind, Level, Threat};
use serde::Deserialize;

/// What a sidecar says.
#[derive(Debug, Deserialize)]
struct Expected {
    url: String,
    level: Level,
    kinds: Vec<Kind>,
    brand: Option<String>,
    tool: Option<String>,
}

#[test]
fn every_page_gets_the_verdict_it_should() {
    let known = expected_misses();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (name, page) in pages() {
        seen += 1;
        match (complaint(&page), known.get(&name)) {
            (Some(complaint), None) => wrong.push(format!("{name}: {complaint}")),
            (None, Some(_)) => wrong.push(format!("{name}: passes now, take it off the list")),
            _ => {}
        }
    }
    assert!(seen > 50, "only {seen} pages were found");
    assert!(
        wrong.is_empty(),
        "{} of {seen}:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_expected_miss_is_a_page() {
    let pages = pages();
    for name in expected_misses().keys() {
        assert!(
            pages.contains_key(name),
            "{name} is listed and does not exist"
        );
    }
}

/// What is wrong with the verdict on a page, if anything.
fn complaint(page: &Path) -> Option<String> {
    let sidecar = std::fs::read(page.with_extension("json")).expect("a sidecar");
    let expected: Expected = serde_json::from_slice(&sidecar).expect("a valid sidecar");
    let html = std::fs::read(page).expect("a page");
    let documents = html::collect(&html, &expected.url);
    let verdicts = documents.iter().map(ringfence::judge);
    let threats: Vec<Threat> = verdicts.flat_map(|verdict| verdict.threats).collect();
    let level = threats
        .iter()
        .map(|threat| threat.level)
        .max()
        .unwrap_or_default();
    let loud = |threat: &&Threat| threat.level == level;

    let missing = expected
        .kinds
        .iter()
        .find(|kind| !threats.iter().any(|t| t.kind == **kind));
    let names = |wanted: &Option<String>, given: fn(&Threat) -> &Option<String>| {
        wanted.is_none()
            || threats
                .iter()
                .filter(loud)
                .any(|threat| given(threat) == wanted)
    };
    if level != expected.level {
        Some(format!("{level:?} instead of {:?}", expected.level))
    } else if let Some(kind) = missing {
        Some(format!("no {kind:?}"))
    } else if !names(&expected.brand, |threat| &threat.brand) {
        Some(format!("does not name {:?}", expected.brand))
    } else if !names(&expected.tool, |threat| &threat.tool) {
        Some(format!("does not name {:?}", expected.tool))
    } else {
        None
    }
}

/// Every page by `class/name`.
fn pages() -> BTreeMap<String, PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut pages = BTreeMap::new();
    for class in ["scam", "benign", "hostile"] {
        for entry in std::fs::read_dir(root.join(class)).expect("a directory of pages") {
            let path = entry.expect("a directory entry").path();
            if path
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                let name = path.file_stem().expect("a name").to_string_lossy();
                pages.insert(format!("{class}/{name}"), path.clone());
            }
        }
    }
    pages
}

/// The known misses with their reasons.
fn expected_misses() -> BTreeMap<String, String> {
    include_str!("expected_misses.txt")
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (name, reason) = line.split_once(": ").expect("`class/name: reason`");
            (name.to_owned(), reason.to_owned())
        })
        .collect()
}
