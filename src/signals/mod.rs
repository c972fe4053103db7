//! What a page shows: one file per smell, each a pure function from
//! [`View`] to [`Signal`]s that name their evidence.
//!
//! To add one: a file with `pub(super) fn find(view: &View, found: &mut
//! Vec<Signal>)`, and its line in [`all`] (or in the `find` of its family).
//! Signals do not decide: what they mean together stands in
//! [`crate::verdict`].

pub mod asks;
pub mod brand;
pub mod contact;
pub mod drawn;
pub mod fields;
pub mod look_alike;
pub mod money;
pub mod phone;
pub mod remote;
pub mod scam_advice;
pub mod scare;

use crate::page::{View, limits};

/// One observed fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// What was observed: a constant of the file that finds it.
    pub smell: &'static str,
    /// The brand's id, when it is about one.
    pub brand: Option<&'static str>,
    /// The remote tool's id, when it is about one.
    pub tool: Option<&'static str>,
    /// How much it says, in points.
    pub weight: i32,
    /// The page's own words that show it, at most
    /// [`crate::page::limits::EVIDENCE`] characters.
    pub evidence: String,
}

impl Signal {
    /// A signal about no brand or tool in particular; over-long evidence is cut.
    pub fn new(smell: &'static str, weight: i32, evidence: impl Into<String>) -> Self {
        let mut evidence = evidence.into();
        if let Some((end, _)) = evidence.char_indices().nth(limits::EVIDENCE) {
            evidence.truncate(end);
        }
        Self {
            smell,
            brand: None,
            tool: None,
            weight,
            evidence,
        }
    }

    /// The same, about a brand.
    pub fn of_brand(mut self, id: &'static str) -> Self {
        self.brand = Some(id);
        self
    }

    /// The same, about a remote tool.
    pub fn of_tool(mut self, id: &'static str) -> Self {
        self.tool = Some(id);
        self
    }
}

/// Every signal of the page.
pub fn all(view: &View) -> Vec<Signal> {
    let mut found = Vec::new();
    for find in [
        look_alike::find,
        brand::find,
        asks::find,
        contact::find,
        remote::find,
        scare::find,
        drawn::find,
    ] {
        find(view, &mut found);
    }
    found
}
