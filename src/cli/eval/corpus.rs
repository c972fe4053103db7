//! A corpus, and every page of it judged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::fields;
use crate::catalogue::Ask;
use crate::cli::Error;
use crate::cli::page::{judge, read};
use crate::verdict::{Level, Verdict};

/// A line of `pages.jsonl`, or of a set's `index.jsonl`.
#[derive(Debug, Deserialize, Serialize)]
pub(in crate::cli) struct Page {
    pub(in crate::cli) id: String,
    pub(in crate::cli) file: PathBuf,
    pub(in crate::cli) url: String,
    /// The directory's name where a line of `index.jsonl` has none.
    #[serde(default)]
    pub(in crate::cli) set: String,
    #[serde(default)]
    pub(super) label: String,
    #[serde(default)]
    pub(super) group: String,
    pub(in crate::cli) expect: Expect,
    /// What the scam is after, or resembles: a name of [`crate::reader::Family`].
    #[serde(default)]
    pub(in crate::cli) family: String,
    /// Its language, as `<html lang>` has it.
    #[serde(default)]
    pub(in crate::cli) lang: String,
    /// What its fields ask for, in the words of whoever labelled it, and how
    /// many fields do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) labels: Option<BTreeMap<String, usize>>,
}

impl Page {
    /// Its language without the region (`en-GB` → `en`).
    pub(super) fn language(&self) -> &str {
        self.lang.split('-').next().unwrap_or_default()
    }
}

/// What is right for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub(in crate::cli) enum Expect {
    Alarm,
    Quiet,
    Vendor,
    Either,
    Ignore,
}

/// A judged page.
#[derive(Debug)]
pub(super) struct Result<'a> {
    pub(super) page: &'a Page,
    pub(super) verdict: Verdict,
    pub(super) time: Duration,
    /// What its fields were found to ask for, and how many do.
    pub(super) asks: BTreeMap<Ask, usize>,
    /// Why it could not be judged.
    pub(super) error: Option<String>,
}

impl Result<'_> {
    pub(super) fn is_alarmed(&self) -> bool {
        self.verdict.level >= Level::Caution
    }

    pub(super) fn is_miss(&self) -> bool {
        self.page.expect == Expect::Alarm && !self.is_alarmed()
    }

    /// Alarms on pages of vendors are listed too: some of them are right.
    pub(super) fn is_false_alarm(&self) -> bool {
        matches!(self.page.expect, Expect::Quiet | Expect::Vendor) && self.is_alarmed()
    }

    /// Whether any threat, however quiet, names `brand`.
    pub(super) fn names(&self, brand: &str) -> bool {
        let threats = &self.verdict.threats;
        threats
            .iter()
            .any(|threat| threat.brand.as_deref() == Some(brand))
    }
}

/// Reads the lists of pages, those whose `set/label` starts with `only`.
pub(in crate::cli) fn load(dir: &Path, only: &str) -> std::result::Result<Vec<Page>, Error> {
    let mut pages = Vec::new();
    let whole = dir.join("pages.jsonl");
    let sets = sets(dir);
    if whole.exists() || sets.is_empty() {
        pages.extend(lines(&whole, Path::new(""))?);
    }
    for set in sets {
        pages.extend(lines(&dir.join(&set).join("index.jsonl"), &set)?);
    }
    pages.retain(|page| format!("{}/{}", page.set, page.label).starts_with(only));
    match pages.is_empty() {
        true => Err(Error::Empty(whole)),
        false => Ok(pages),
    }
}

/// The directory itself or those in it that have an `index.jsonl`, in order.
fn sets(dir: &Path) -> Vec<PathBuf> {
    let inner = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let names = inner.map(|entry| PathBuf::from(entry.file_name()));
    let has_index = |name: &PathBuf| dir.join(name).join("index.jsonl").exists();
    let mut sets: Vec<PathBuf> = names.chain([PathBuf::new()]).filter(has_index).collect();
    sets.sort();
    sets
}

/// The pages of one list, with what a set's line leaves unsaid.
fn lines(list: &Path, set: &Path) -> std::result::Result<Vec<Page>, Error> {
    let text = std::fs::read_to_string(list).map_err(|source| Error::Read {
        path: list.to_owned(),
        source,
    })?;
    let mut pages = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let mut page: Page = serde_json::from_str(line)?;
        page.file = set.join(page.file);
        for (unsaid, is) in [
            (&mut page.set, set.to_string_lossy().as_ref()),
            (&mut page.label, &page.family),
            (&mut page.group, &page.id),
        ] {
            if unsaid.is_empty() {
                is.clone_into(unsaid);
            }
        }
        pages.push(page);
    }
    Ok(pages)
}

/// Judges every page, on every core, and gives the results in the pages' order.
pub(super) fn judge_all<'a>(dir: &Path, pages: &'a [Page]) -> Vec<Result<'a>> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let results = Mutex::new(BTreeMap::new());
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(page) = pages.get(at) else { break };
                    let result = judge_one(dir, page);
                    if let Ok(mut results) = results.lock() {
                        results.insert(at, result);
                    }
                }
            });
        }
    });
    results
        .into_inner()
        .unwrap_or_default()
        .into_values()
        .collect()
}

fn judge_one<'a>(dir: &Path, page: &'a Page) -> Result<'a> {
    match read(&dir.join(&page.file)).and_then(|html| judge(&html, &page.url)) {
        Ok(judged) => Result {
            page,
            asks: fields::found(&judged.facts),
            verdict: judged.verdict,
            time: judged.time,
            error: None,
        },
        Err(error) => Result {
            page,
            verdict: Verdict::default(),
            time: Duration::ZERO,
            asks: BTreeMap::new(),
            error: Some(error.to_string()),
        },
    }
}
