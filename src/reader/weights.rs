//! The weights, as `training/` wrote them.

use super::vector::{BUCKETS, Vector};
use super::{Family, Reading};

/// Columns of the table.
const FAMILIES: usize = Family::ALL.len();

/// For each bucket a weight for each family, as a signed byte: how much more
/// it speaks for the family than for an honest page, in [`SCALES`].
static WEIGHTS: &[u8; BUCKETS * FAMILIES] = include_bytes!("../catalogue/reader/weights.bin");

// `SCALES`, `INTERCEPTS`: [f32; FAMILIES]; `CAUTION`, `DANGER`: f32.
include!(concat!(env!("OUT_DIR"), "/reader.rs"));

/// The weight of a bucket for a family.
pub(super) fn of(bucket: usize, family: Family) -> i8 {
    WEIGHTS[bucket * FAMILIES + family as usize] as i8
}

/// Weighs a page.
pub(super) fn score(vector: &Vector) -> Reading {
    let mut sums = [0.0; FAMILIES];
    for (bucket, value) in vector.values() {
        let weights = &WEIGHTS[bucket * FAMILIES..][..FAMILIES];
        for (sum, &weight) in sums.iter_mut().zip(weights) {
            *sum += value * f32::from(weight as i8);
        }
    }
    for (at, sum) in sums.iter_mut().enumerate() {
        *sum = *sum * SCALES[at] + INTERCEPTS[at];
    }
    let (family, &highest) = Family::ALL
        .iter()
        .zip(&sums)
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .expect("there are families");
    // The odds of any family: the logarithm of the sum of their odds.
    let odds: f32 = sums.iter().map(|sum| (sum - highest).exp()).sum();
    Reading {
        score: highest + odds.ln(),
        family: *family,
    }
}
