//! Nothing of ours moves, in any mode: so whoever asked for less motion needs
//! no less.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot read the files has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use regex::Regex;

/// Where what people see is made.
const FOLDERS: [&str; 5] = [
    "extension/styles",
    "extension/pages",
    "extension/content",
    "src/browser/pages",
    "www",
];

/// Whatever sets something going: at-rules of style sheets, calls of scripts,
/// elements and attributes.
const MOVES: &str = r"(?x)
    @(?:-\w+-)?keyframes | @view-transition | @starting-style
    | \.animate\( | startViewTransition | scroll_?behaviou?r\b | ['\x22]smooth['\x22]
    | <(?:marquee|animate|video)\b";

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                files(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}

#[test]
fn nothing_moves() {
    let comment = Regex::new(r"(?s)/\*.*?\*/|(?m)^\s*//.*$").expect("a pattern");
    let moves = Regex::new(&format!("(?i){MOVES}")).expect("a pattern");
    let declared =
        Regex::new(r"[\s;{](?:transition|animation|scroll-behavior)[a-z-]*\s*:\s*([^;}]+)");
    let declared = declared.expect("a pattern");
    let mut declarations = 0;
    for path in FOLDERS.iter().flat_map(|folder| files(Path::new(folder))) {
        // Pictures are no text.
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        let text = comment.replace_all(&text, "");
        let found = moves.find(&text).map(|found| found.as_str());
        assert_eq!(found, None, "{}", path.display());
        for value in declared
            .captures_iter(&text)
            .map(|found| found[1].to_owned())
        {
            declarations += 1;
            assert_eq!(value, "none !important", "{}", path.display());
        }
    }
    // Those that keep a page from setting the warning going.
    assert_eq!(declarations, 2);
}
