//! The evasion matrix: every page that the tests hold for a scam, changed in
//! every way a scammer might, and still alarmed?
//!
//! `cargo test --test evasion -- --nocapture` prints the matrix.
#![allow(clippy::unwrap_used)]

mod markup;
mod tricks;

use std::fs;
use std::path::{Path, PathBuf};

use ringfence::page::html;
use ringfence::verdict::Level;
use tricks::TRICKS;

/// A page of `tests/pages/scam`.
struct Scam {
    name: String,
    html: String,
    url: String,
}

fn scams() -> Vec<Scam> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/scam");
    let mut paths: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "html")
        })
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let side = fs::read_to_string(path.with_extension("json")).unwrap();
        let side: serde_json::Value = serde_json::from_str(&side).unwrap();
        Scam {
            name: path.file_stem().unwrap().to_string_lossy().into_owned(),
            html: fs::read_to_string(&path).unwrap(),
            url: side["url"].as_str().unwrap().to_owned(),
        }
    };
    paths.into_iter().map(read).collect()
}

/// Whether the page or one of its frames is warned about.
fn alarms(html: &str, url: &str) -> bool {
    html::collect(html.as_bytes(), url)
        .iter()
        .any(|facts| ringfence::judge(facts).level >= Level::Caution)
}

/// Least share, in percent, of the pages that each trick must leave alarmed,
/// and that all tricks must leave alarmed together.
const ROW: usize = 80;
const ALL: usize = 95;

#[test]
fn tricks_do_not_hide_scams() {
    let scams = scams();
    let mut failed = Vec::new();
    let (mut all, mut kept) = (0, 0);
    for trick in TRICKS {
        let hidden: Vec<&str> = scams
            .iter()
            .filter(|scam| !alarms(&(trick.apply)(&scam.html), &scam.url))
            .map(|scam| scam.name.as_str())
            .collect();
        let seen = scams.len() - hidden.len();
        println!(
            "{:38} {seen:3} of {:3}  {:5.1}%  {}",
            trick.name,
            scams.len(),
            percent(seen, scams.len()),
            hidden.join(" ")
        );
        all += scams.len();
        kept += seen;
        if seen * 100 < ROW * scams.len() {
            failed.push(trick.name);
        }
    }
    println!("all {kept} of {all}  {:.1}%", percent(kept, all));
    assert!(failed.is_empty(), "under {ROW}%: {failed:?}");
    assert!(kept * 100 >= ALL * all, "{kept} of {all} is under {ALL}%");
}

fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}

/// A `blob:` document carries its own address; a scam in it is one still.
#[test]
fn blob_documents_are_judged() {
    for scam in scams() {
        let plain = alarms(&scam.html, &scam.url);
        let blob = format!("blob:{}", scam.url);
        assert_eq!(alarms(&scam.html, &blob), plain, "{}", scam.name);
    }
}
