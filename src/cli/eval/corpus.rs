//! A corpus, and every page of it judged.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde::Deserialize;

use super::fields;
use crate::catalogue::Ask;
use crate::cli::Error;
use crate::cli::page::{judge, read};
use crate::verdict::{Level, Verdict};

/// A line of `pages.jsonl`.
#[derive(Debug, Deserialize)]
pub(super) struct Page {
    pub(super) id: String,
    pub(super) file: PathBuf,
    pub(super) url: String,
    pub(super) set: String,
    pub(super) label: String,
    pub(super) group: String,
    pub(super) expect: Expect,
    /// What its fields ask for, in the words of whoever labelled it, and how
    /// many fields do.
    #[serde(default)]
    pub(super) labels: Option<BTreeMap<String, usize>>,
}

/// What is right for a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Expect {
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

/// Reads the list of pages, those whose `set/label` starts with `only`.
pub(super) fn load(dir: &Path, only: &str) -> std::result::Result<Vec<Page>, Error> {
    let path = dir.join("pages.jsonl");
    let list = std::fs::read_to_string(&path).map_err(|source| Error::Read {
        path: path.clone(),
        source,
    })?;
    let mut pages = Vec::new();
    for line in list.lines().filter(|line| !line.trim().is_empty()) {
        let page: Page = serde_json::from_str(line)?;
        if format!("{}/{}", page.set, page.label).starts_with(only) {
            pages.push(page);
        }
    }
    match pages.is_empty() {
        true => Err(Error::Empty(path)),
        false => Ok(pages),
    }
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
