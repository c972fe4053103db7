//! Measures what the extension costs a page, in milliseconds.

mod load;
mod page;
mod verdict;

pub use load::{Scripts, loads};
pub use page::{Cost, cost};
pub use verdict::{Timing, cold, instrumented, stop_background, warm};

/// The middle of the figures; 0 of none.
pub fn median(figures: Vec<f64>) -> f64 {
    quartiles(figures)[1]
}

/// Where a quarter, half and three quarters of the figures end; 0 of none.
pub fn quartiles(mut figures: Vec<f64>) -> [f64; 3] {
    figures.sort_by(f64::total_cmp);
    [1, 2, 3].map(|quarters| {
        let at = quarters * figures.len() / 4;
        figures.get(at).copied().unwrap_or_default()
    })
}
