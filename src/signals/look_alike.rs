//! The host's name resembles a brand's.

use super::Signal;
use crate::page::View;

/// The host resembles a brand that does not own it.
pub const LOOK_ALIKE_HOST: &str = "look-alike-host";

/// Finds it.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    if let Some(resemblance) = view.host.resembles {
        found.push(
            Signal::new(LOOK_ALIKE_HOST, 1, view.host.host.clone()).of_brand(resemblance.brand),
        );
    }
}
