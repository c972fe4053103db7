//! The weights, as `training/` wrote them.

use super::Family;
use super::vector::{BUCKETS, Vector};

/// For each bucket a signed byte, in [`SCALE`]: how much it speaks for a scam
/// rather than an honest page.
static WEIGHTS: &[u8; BUCKETS] = include_bytes!("../catalogue/reader/weights.bin");

/// Neighbouring buckets that share their weights of families: scams are told
/// apart more easily than from honest pages.
const SHARED: usize = 4;

/// For each so many buckets a signed byte for each family, in
/// [`FAMILY_SCALES`]: how much they speak for it rather than another.
static FAMILIES: &[u8; BUCKETS / SHARED * Family::ALL.len()] =
    include_bytes!("../catalogue/reader/families.bin");

// `SCALE`, `INTERCEPT`, `CAUTION`, `DANGER`: f32; `FAMILY_SCALES`,
// `FAMILY_INTERCEPTS`: [f32; 4].
include!(concat!(env!("OUT_DIR"), "/reader.rs"));

/// How much a bucket speaks for a scam.
pub(super) fn of(bucket: usize) -> i8 {
    WEIGHTS[bucket] as i8
}

/// How much the page is like a scam.
pub(super) fn score(vector: &Vector) -> f32 {
    let weighed = vector
        .values()
        .map(|(bucket, value)| value * f32::from(of(bucket)));
    weighed.sum::<f32>() * SCALE + INTERCEPT
}

/// The family of scams that the page is most like.
pub(super) fn family(vector: &Vector) -> Family {
    let mut sums = [0.0; Family::ALL.len()];
    for (bucket, value) in vector.values() {
        let weights = &FAMILIES[bucket / SHARED * sums.len()..][..sums.len()];
        for (sum, &weight) in sums.iter_mut().zip(weights) {
            *sum += value * f32::from(weight as i8);
        }
    }
    let likely = |family: &Family| {
        let at = *family as usize;
        sums[at] * FAMILY_SCALES[at] + FAMILY_INTERCEPTS[at]
    };
    let mut likeliest = Family::Brand;
    for family in Family::ALL {
        if likely(&family) > likely(&likeliest) {
            likeliest = family;
        }
    }
    likeliest
}
