//! Ringfence: a browser extension that warns about pages which push remote
//! access or pose as Amazon, on the device alone.
//!
//! # The way of a page through the house
//!
//! ```text
//! page ──► content/gate.js        is there anything here worth a look?
//!            └─► content/collect.js   one pass over the DOM → PageFacts
//!                  └─► background: this crate as WebAssembly
//!                        page     PageFacts, limits, the text as words
//!                        host     who owns this host, whom does it resemble
//!                        signals  what the page shows, each with its evidence
//!                        reader   how much its wording is like that of scams
//!                        verdict  which scam is this, how sure, why, in words
//!                        journey  what happened in this browser in the last hours
//!                  ◄── Warning (level, kind, message ids, evidence)
//!            └─► content/overlay.js   shows it, guards it
//! ```
//!
//! # Where to add what
//!
//! | to add | go to |
//! |---|---|
//! | a brand, remote tool, bank or phrase | one file in [`catalogue`] with its own examples |
//! | something that a page can show | one file in [`signals`] |
//! | how signals become a warning | [`verdict`] |
//! | a page to learn wording from | `training/pages` ([`reader`]) |
//! | a browser event | `browser` (only in the WebAssembly build) |
//!
//! The command `ringfence` (`src/bin/ringfence.rs`) runs the same engine over
//! files; [`page::html`] is its twin of the browser's collector.

pub mod arrival;
pub mod catalogue;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod host;
pub mod journey;
pub mod known;
pub mod message;
pub mod page;
pub mod reader;
pub mod recovery;
pub mod settings;
pub mod signals;
pub mod tab;
pub mod verdict;

#[cfg(target_arch = "wasm32")]
mod browser;

use page::PageFacts;
use verdict::Verdict;

/// Judges one page (or one frame of one).
///
/// Pure: the same facts always give the same verdict, nothing is remembered
/// and nothing is fetched. Facts that came as a message are within
/// [`page::limits`]: deserialising cuts them.
pub fn judge(facts: &PageFacts) -> Verdict {
    judge_with_arrivals(facts).0
}

/// The same, and what the page says of what arrives from it.
pub fn judge_with_arrivals(facts: &PageFacts) -> (Verdict, arrival::Says) {
    let facts = page::bidi::as_seen(facts);
    let view = page::View::new(&facts);
    let verdict = verdict::decide(&view, &signals::all(&view));
    let says = arrival::says(&view, &verdict);
    (verdict, says)
}

/// What the rules alone make of a page, for their own tests.
#[cfg(test)]
fn judge_by_rules(facts: &PageFacts) -> Verdict {
    let view = page::View::new(facts);
    verdict::by_rules(&view, &signals::all(&view))
}
