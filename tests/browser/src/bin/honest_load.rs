//! Prints what an honest load costs in Chromium: the script time of the content
//! scripts, beside an extension whose content script is empty.
//!
//! Each argument is a directory: an unpacked extension to be measured as well,
//! or a corpus with an `index.jsonl` or `pages.jsonl`, whose quiet pages are
//! loaded like our own.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::measure::{Scripts, loads, quartiles};
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::dist;
use serde::Deserialize;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Pages that are loaded of each set.
const PAGES: usize = 16;

#[tokio::main]
async fn main() -> Result<()> {
    let empty = empty()?;
    let mut extensions = vec![
        ("Ringfence".to_owned(), dist(Engine::Chromium)),
        ("empty".to_owned(), empty.path().to_owned()),
    ];
    let mut sets = vec![("our pages".to_owned(), own()?)];
    for argument in std::env::args().skip(1) {
        let dir = PathBuf::from(argument);
        let name = dir.file_name().unwrap_or_default().display().to_string();
        if dir.join("manifest.json").exists() {
            extensions.push((name, dir));
        } else {
            sets.push((name, corpus(&dir)?));
        }
    }
    println!("| honest load, Chromium, ms of script | quarter | half | three quarters | at most |");
    println!("|---|---:|---:|---:|---:|");
    let dirs: Vec<&PathBuf> = extensions.iter().map(|(_, dir)| dir).collect();
    for (set, pages) in &sets {
        let all = loads(&dirs, pages).await.context(set.clone())?;
        for ((name, _), loads) in extensions.iter().zip(all) {
            let sum = |load: &Scripts| load.values().sum();
            let [quarter, half, most] = quartiles(loads.iter().map(sum).collect());
            println!("| {name}, {set} | {quarter:.1} | {half:.1} | {most:.1} | 6 |");
            shares(&loads);
        }
    }
    Ok(())
}

/// Each script's quartiles, the dearest first.
fn shares(loads: &[Scripts]) {
    let files: std::collections::BTreeSet<_> = loads.iter().flat_map(Scripts::keys).collect();
    let of = |file| {
        let times = loads.iter().map(|load| load.get(file).copied());
        quartiles(times.map(Option::unwrap_or_default).collect())
    };
    let mut rows: Vec<_> = files.into_iter().map(|file| (of(file), file)).collect();
    rows.sort_by(|one, other| other.0[1].total_cmp(&one.0[1]));
    for ([quarter, half, most], file) in rows {
        println!("| `{file}` | {quarter:.2} | {half:.2} | {most:.2} | |");
    }
}

/// The least that an extension with a content script costs.
fn empty() -> Result<TempDir> {
    let dir = tempfile::tempdir()?;
    let manifest = json!({
        "manifest_version": 3,
        "name": "Empty",
        "version": "1",
        "content_scripts": [{
            "matches": ["<all_urls>"],
            "js": ["empty.js"],
            "run_at": "document_start",
            "all_frames": true,
        }],
    });
    std::fs::write(dir.path().join("manifest.json"), manifest.to_string())?;
    std::fs::write(dir.path().join("empty.js"), "")?;
    Ok(dir)
}

fn own() -> Result<Vec<(String, Page)>> {
    let mut fixtures = Fixture::all("benign")?;
    fixtures.retain(|it| it.level == "none"); // on others a warning is drawn
    let pages = fixtures.iter().map(|it| (it.url.clone(), it.page()));
    Ok(spread(pages.collect()))
}

/// The quiet pages of a corpus. They are others': their scripts do not run.
fn corpus(dir: &Path) -> Result<Vec<(String, Page)>> {
    #[derive(Deserialize)]
    struct Line {
        file: PathBuf,
        url: String,
        expect: String,
    }
    let indexes = ["index.jsonl", "pages.jsonl"].map(|name| dir.join(name));
    let index = indexes.iter().find(|file| file.exists());
    let index =
        index.with_context(|| format!("neither extension nor corpus: {}", dir.display()))?;
    let mut quiet = Vec::new();
    for line in std::fs::read_to_string(index)?.lines() {
        let line: Line = serde_json::from_value(serde_json::from_str::<Value>(line)?)?;
        if line.expect == "quiet" {
            quiet.push(line);
        }
    }
    let page = |line: Line| {
        let page = Page::html(std::fs::read(dir.join(line.file))?);
        Ok((
            line.url,
            page.header("content-security-policy", "script-src 'none'"),
        ))
    };
    spread(quiet).into_iter().map(page).collect()
}

/// So many of a list, evenly.
fn spread<T>(list: Vec<T>) -> Vec<T> {
    let step = list.len().div_ceil(PAGES).max(1);
    list.into_iter().step_by(step).collect()
}
