//! The learned reader: how much a page's wording and shape resemble those of
//! scams, whoever wrote it.
//!
//! ```text
//! View, Signals ─► words, shape ─► Vector ─► weights ─► Reading
//! ```
//!
//! A linear model: every word, pair of words and run of letters of the page,
//! and every feature of its shape, has a weight; the sum tells how much the page
//! is like a scam rather than an honest page. Further weights tell the families
//! of scams apart.
//!
//! What the weights were learned from, how right they are and how to learn
//! them anew stands in `docs/reader.md`; `training/` does it.

mod passage;
mod shape;
mod vector;
mod weights;
mod words;

pub use vector::Vector;

use serde::Serialize;

use crate::page::View;
use crate::signals::Signal;

/// What a scam is after, as the training pages are labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// A form in a brand's name.
    Brand,
    /// A number to ring, a refund or cancellation agent, a safe account.
    Callback,
    /// A program, a session or a command.
    Remote,
    /// A tech-support scam: the device is said to be locked or infected.
    Scare,
}

impl Family {
    /// All, in the order of the weights' columns.
    pub const ALL: [Self; 4] = [Self::Brand, Self::Callback, Self::Remote, Self::Scare];
}

/// What the reader makes of a page that it takes for a scam.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Its [`score`], which is above [`CAUTION`].
    pub score: f32,
    /// Its [`family`].
    pub family: Family,
}

/// Scores above are a caution. Read off the honest training pages, each scored
/// by weights that its whole set had no part in.
pub const CAUTION: f32 = weights::CAUTION;
/// Scores above are a danger where something hard stands beside them.
pub const DANGER: f32 = weights::DANGER;

/// Words below which a page says too little to be read.
const FEWEST_WORDS: usize = 8;

/// Reads the page; `None` if there is nothing to be read, or nothing in it.
pub fn read(view: &View, signals: &[Signal]) -> Option<Reading> {
    if !has_anything(view) {
        return None;
    }
    let vector = vector(view, signals);
    let score = score(&vector);
    (score > CAUTION).then(|| Reading {
        score,
        family: family(&vector),
    })
}

/// Whether the page has enough words, and anything that a person could do on it
/// (unlike a server's own "Not found").
pub fn has_anything(view: &View) -> bool {
    words::are_at_least(view, FEWEST_WORDS) && shape::offers_anything(view)
}

/// How far on the scams' side a page lies: a distance without a unit, to be
/// compared with [`CAUTION`] and [`DANGER`]. `docs/reader.md` has a table of
/// how many pages with such a score are scams.
pub fn score(vector: &Vector) -> f32 {
    weights::score(vector)
}

/// The family of scams that a page is most like, whether it is one or not.
pub fn family(vector: &Vector) -> Family {
    weights::family(vector)
}

/// The page as numbers: what [`read`] weighs, and what training is given.
pub fn vector(view: &View, signals: &[Signal]) -> Vector {
    let mut vector = Vector::default();
    let words = words::add(view, &mut vector);
    shape::add(view, signals, words, &mut vector);
    vector
}

/// The passages of the page that speak most for a scam, in the page's own
/// words, the strongest first.
pub fn passages(view: &View) -> Vec<String> {
    passage::strongest(view)
}
