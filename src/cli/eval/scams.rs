//! The `alarm` pages, ready to be judged again with something taken away.

use std::path::Path;

use super::corpus::{Expect, Page};
use crate::cli::page::read;
use crate::page::{PageFacts, View, bidi, html};
use crate::signals::{self, Signal};
use crate::verdict::{Level, decide};

/// A page that should be alarmed.
pub(super) struct Scam<'a> {
    pub(super) page: &'a Page,
    /// Its documents.
    pub(super) facts: Vec<PageFacts>,
}

/// Every `alarm` page that can be read.
pub(super) fn load<'a>(dir: &Path, pages: &'a [Page]) -> Vec<Scam<'a>> {
    let scams = pages.iter().filter(|page| page.expect == Expect::Alarm);
    let load = |page: &'a Page| {
        let html = read(&dir.join(&page.file)).ok()?;
        let facts = html::collect(&html, &page.url);
        let facts = facts.iter().map(|facts| bidi::as_seen(facts).into_owned());
        Some(Scam {
            page,
            facts: facts.collect(),
        })
    };
    scams.filter_map(load).collect()
}

/// The sets of pages and their labels, each once, sorted.
pub(super) fn sets(scams: &[Scam]) -> Vec<String> {
    let mut sets: Vec<String> = scams.iter().map(Scam::set).collect();
    sets.sort();
    sets.dedup();
    sets
}

impl Scam<'_> {
    /// `set/label`.
    pub(super) fn set(&self) -> String {
        format!("{}/{}", self.page.set, self.page.label)
    }

    /// The signals of each document.
    pub(super) fn signals(&self) -> Vec<Vec<Signal>> {
        let of = |facts| signals::all(&View::new(facts));
        self.facts.iter().map(of).collect()
    }

    /// Whether the page would be alarmed if its documents showed `signals`.
    pub(super) fn alarms_by(&self, signals: &[Vec<Signal>]) -> bool {
        let mut documents = self.facts.iter().zip(signals);
        documents.any(|(facts, signals)| alarms(&View::new(facts), signals))
    }
}

/// Whether these signals of a document are an alarm.
pub(super) fn alarms(view: &View, signals: &[Signal]) -> bool {
    decide(view, signals).level >= Level::Caution
}
