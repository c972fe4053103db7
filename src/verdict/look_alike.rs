//! A host that resembles a brand's. The name alone proves nothing (an honest
//! shop may carry a similar one), so it never rises above a notice.

use super::{Kind, Level, Threat};
use crate::page::View;
use crate::signals::{Signal, look_alike::LOOK_ALIKE_HOST};

/// At most one notice.
pub(super) fn threats(_view: &View, signals: &[Signal]) -> Vec<Threat> {
    signals
        .iter()
        .filter(|signal| signal.smell == LOOK_ALIKE_HOST)
        .map(|signal| Threat {
            kind: Kind::LookAlikeHost,
            level: Level::Notice,
            brand: signal.brand.map(str::to_owned),
            tool: None,
            evidence: vec![signal.evidence.clone()],
        })
        .collect()
}
