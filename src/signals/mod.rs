//! What a page shows: one file per smell, each a pure function from
//! [`View`] to [`Signal`]s that name their evidence.

use crate::page::View;

/// One observed fact.
#[derive(Debug, Clone, PartialEq)]
pub struct Signal {
    /// What was observed.
    pub smell: &'static str,
    /// How much it says, in points.
    pub weight: i32,
    /// The page's own words that show it.
    pub evidence: String,
}

/// Every signal of the page.
pub fn all(_view: &View) -> Vec<Signal> {
    Vec::new()
}
