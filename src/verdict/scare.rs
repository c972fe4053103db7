//! Scare screens.

use super::Threat;
use crate::page::View;
use crate::signals::Signal;

/// The threats of this family that the signals add up to.
pub(super) fn threats(_view: &View, _signals: &[Signal]) -> Vec<Threat> {
    Vec::new()
}
