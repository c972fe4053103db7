//! A page's signals, as the rules ask for them.

use crate::signals::Signal;

/// The signals of one page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marks<'s>(pub &'s [Signal]);

impl<'s> Marks<'s> {
    /// Those of one smell, in the order found.
    pub fn of(self, smell: &str) -> impl Iterator<Item = &'s Signal> {
        self.0.iter().filter(move |signal| signal.smell == smell)
    }

    /// The first of these smells' signals that was found.
    pub fn first(self, smells: &[&str]) -> Option<&'s Signal> {
        self.0.iter().find(|signal| smells.contains(&signal.smell))
    }

    /// Whether there is one.
    pub fn has(self, smell: &str) -> bool {
        self.of(smell).next().is_some()
    }

    /// What all of these smells weigh together.
    pub fn points(self, smells: &[&str]) -> i32 {
        let weighed = self
            .0
            .iter()
            .filter(|signal| smells.contains(&signal.smell));
        weighed.map(|signal| signal.weight).sum()
    }
}
