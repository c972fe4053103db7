//! The hosts that are not read (`src/catalogue/unread.toml`) keep their rule as far
//! as we can know: nobody else's, nobody's whom a rule asks for, and no scam of ours.

use std::path::{Path, PathBuf};

use ringfence::{catalogue, host};
use serde::Deserialize;

#[derive(Deserialize)]
struct Unread {
    host: Vec<Host>,
}

#[derive(Deserialize)]
struct Host {
    name: String,
    source: String,
}

#[derive(Deserialize)]
struct Line {
    url: String,
    #[serde(default)]
    expect: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn unread() -> Vec<Host> {
    let text = std::fs::read_to_string(root().join("src/catalogue/unread.toml"));
    let unread: Unread = toml::from_str(&text.expect("the list")).expect("hosts in it");
    assert!(!unread.host.is_empty());
    unread.host
}

#[test]
fn nobody_else_can_put_a_page_there() {
    for Host { name, source } in unread() {
        let info = host::inspect(&name);
        assert_eq!((info.owner, info.hosting), (None, false), "{name}");
        assert!(info.resembles.is_none(), "{name}");
        assert!(catalogue::owner_of(&name).is_none(), "{name}");
        assert!(source.starts_with("https://"), "{name} without a source");
    }
}

#[test]
fn no_scam_stands_there() {
    let hosts = unread();
    let scams = scams();
    assert!(scams.len() > 1000, "{} scams", scams.len());
    for scam in scams {
        let at = scam.split('/').nth(2).unwrap_or_default();
        assert!(hosts.iter().all(|it| it.name != at), "{scam}");
    }
}

/// The addresses of all scams in the tests and the reader's training.
fn scams() -> Vec<String> {
    let mut found = Vec::new();
    for file in files(&root().join("tests/pages/scam"), "json") {
        let text = std::fs::read_to_string(file).expect("a sidecar");
        found.push(serde_json::from_str::<Line>(&text).expect("an address").url);
    }
    for set in files(&root().join("training/pages"), "") {
        let text = std::fs::read_to_string(set.join("index.jsonl")).unwrap_or_default();
        let lines = text
            .lines()
            .map(|line| serde_json::from_str::<Line>(line).expect("a page"));
        found.extend(lines.filter(|it| it.expect == "alarm").map(|it| it.url));
    }
    found
}

fn files(dir: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).expect("a directory");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let fits = |path: &PathBuf| path.extension().unwrap_or_default() == ending;
    paths.filter(fits).collect()
}
