//! Measures what the extension costs a page, in milliseconds.

mod page;
mod verdict;

pub use page::{Cost, cost};
pub use verdict::{Timing, cold, instrumented, stop_background, warm};

/// The middle of the figures; 0 of none.
pub fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
