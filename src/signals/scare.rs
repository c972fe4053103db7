//! Marks of a scare screen.

use super::Signal;
use crate::page::View;

/// Finds them.
pub(super) fn find(_view: &View, _found: &mut Vec<Signal>) {}
