//! [`View`]: PageFacts made ready for judging.

use super::PageFacts;

/// The facts with everything that several signals need, computed once.
#[derive(Debug)]
pub struct View<'a> {
    /// The facts as collected.
    pub facts: &'a PageFacts,
}

impl<'a> View<'a> {
    /// Prepares `facts`.
    pub fn new(facts: &'a PageFacts) -> Self {
        Self { facts }
    }
}
