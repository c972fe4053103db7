//! What the extension's scripts and the engine must say alike, read from the
//! scripts' own text: limits, kinds of elements, and the names that the gate
//! lets through.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot read the scripts has failed"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use regex::Regex;

const COLLECT: &str = include_str!("../extension/content/collect.js");
const COLLECT_WORDS: &str = include_str!("../extension/content/collect_words.js");
const HINTS: &str = include_str!(concat!(env!("OUT_DIR"), "/hints.js"));
const FLOW: &str = include_str!("../src/page/html/flow.rs");
const LIMITS: &str = include_str!("../src/page/limits.rs");

/// Names that the gate does not know: a page with nothing but one of these is
/// not looked at. A name that it knows by now fails the test.
const GATE_MISSES: [&str; 13] = [
    // Everyday words, or another's: such a tool is known by its files and pages.
    "Aspia",
    "ControlR",
    "DesktopNow",
    "Gorelo",
    "I'm InTouch",
    "Level",
    "OptiTune",
    "Parsec",
    "Remmon",
    "Remote.It",
    "Remotely",
    "TeleDesktop",
    "TrustConnect",
];

/// Limits that only the engine has: it alone follows frames and quotes.
const ENGINE_ONLY: [&str; 2] = ["EVIDENCE", "FRAME_DEPTH"];

#[test]
fn the_collectors_have_the_same_limits() {
    let start = COLLECT.find("function ringfenceLimits").expect("limits");
    let end = start + COLLECT[start..].find("};").expect("the end of the limits");
    let script = numbers(r"(?m)^ +([A-Z_]+): ([^,]+),$", &COLLECT[start..end]);
    let mut engine = numbers(r"(?m)^pub const ([A-Z_]+): usize = ([^;]+);$", LIMITS);
    engine.retain(|name, _| !ENGINE_ONLY.contains(name));
    assert!(engine.len() > 20, "{engine:?}");
    assert_eq!(script, engine);
}

/// The numbers by name; `48 * 1024` and `60_000` are read.
fn numbers<'t>(pattern: &str, text: &'t str) -> BTreeMap<&'t str, usize> {
    let product = |written: &str| -> usize {
        let factor = |text: &str| text.trim().replace('_', "").parse::<usize>();
        written
            .split('*')
            .map(|text| factor(text).expect("a number"))
            .product()
    };
    pairs(pattern, text)
        .map(|(name, written)| (name, product(written)))
        .collect()
}

fn pairs<'t>(pattern: &str, text: &'t str) -> impl Iterator<Item = (&'t str, &'t str)> {
    let pattern = Regex::new(pattern).expect("a pattern");
    let found: Vec<_> = pattern
        .captures_iter(text)
        .map(|found| found.extract::<2>().1)
        .collect();
    found.into_iter().map(|[name, value]| (name, value))
}

#[test]
fn the_collectors_know_the_same_elements() {
    for (script, engine) in [("blocks", "BLOCKS"), ("skipped", "SKIPPED")] {
        let script = between(COLLECT_WORDS, &format!("const {script} ="), ";");
        let engine = between(FLOW, &format!("const {engine}: &[&str] = &["), "];");
        let (script, engine) = (quoted(script), quoted(engine));
        assert!(engine.len() > 10, "{engine:?}");
        assert_eq!(script, engine);
    }
}

/// The words in quotation marks: every other piece between them.
fn quoted(text: &str) -> Vec<&str> {
    let quotes = text.split('"').skip(1).step_by(2);
    quotes.flat_map(str::split_whitespace).collect()
}

/// What stands between `start` and the next `end`.
fn between<'t>(text: &'t str, start: &str, end: &str) -> &'t str {
    let from = text.find(start).expect(start) + start.len();
    let to = from + text[from..].find(end).expect(end);
    &text[from..to]
}

/// A page whose only sign is a name must pass the gate.
#[test]
fn the_gate_knows_every_name_of_the_catalogue() {
    let names = between(HINTS, "names: /", "/i,");
    let names = Regex::new(&format!("(?i){names}")).expect("the gate's pattern");
    let all = all_names();
    assert!(all.len() > 100, "only {} names were found", all.len());
    let missed: BTreeSet<&str> = all
        .iter()
        .map(String::as_str)
        .filter(|name| !names.is_match(name))
        .collect();
    assert_eq!(missed, BTreeSet::from(GATE_MISSES));
}

/// Every name of a brand or a tool.
fn all_names() -> Vec<String> {
    let mut names = Vec::new();
    for (folder, key) in [("brands", "names"), ("remote_tools", "words")] {
        for entry in entries(folder) {
            let words = entry[key].as_array().expect("names").iter();
            let all = words.chain([&entry["name"]]);
            names.extend(all.filter_map(toml::Value::as_str).map(str::to_owned));
        }
    }
    names
}

/// The files of one folder of the catalogue.
fn entries(folder: &str) -> Vec<toml::Table> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue");
    let files = std::fs::read_dir(dir.join(folder)).expect("a folder of the catalogue");
    files
        .map(|file| {
            let path = file.expect("a file").path();
            let text = std::fs::read_to_string(&path).expect("an entry");
            text.parse().expect("a valid entry")
        })
        .collect()
}
