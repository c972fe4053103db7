//! The weights, as `training/` wrote them.

use super::vector::{BUCKETS, Vector};
use super::{Family, Reading};

/// Columns of the table: that a page is a scam at all, and then each family.
const COLUMNS: usize = 1 + Family::ALL.len();

/// For each bucket a signed byte in each column: how much it speaks for a scam
/// rather than an honest page, and for one family of scams rather than the
/// others, in [`SCALES`].
static WEIGHTS: &[u8; BUCKETS * COLUMNS] = include_bytes!("../catalogue/reader/weights.bin");

// `SCALES`, `INTERCEPTS`: [f32; COLUMNS]; `CAUTION`, `DANGER`: f32.
include!(concat!(env!("OUT_DIR"), "/reader.rs"));

/// How much a bucket speaks for a scam.
pub(super) fn of(bucket: usize) -> i8 {
    WEIGHTS[bucket * COLUMNS] as i8
}

/// Weighs a page.
pub(super) fn score(vector: &Vector) -> Reading {
    let mut sums = [0.0; COLUMNS];
    for (bucket, value) in vector.values() {
        let weights = &WEIGHTS[bucket * COLUMNS..][..COLUMNS];
        for (sum, &weight) in sums.iter_mut().zip(weights) {
            *sum += value * f32::from(weight as i8);
        }
    }
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = *sum * SCALES[at] + INTERCEPTS[at];
    }
    let [score, families @ ..] = sums;
    let mut likeliest = Family::Brand;
    for family in Family::ALL {
        if families[family as usize] > families[likeliest as usize] {
            likeliest = family;
        }
    }
    Reading {
        score,
        family: likeliest,
    }
}
