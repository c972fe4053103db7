//! A host that resembles a brand's. The name alone proves nothing (an honest
//! shop may carry a similar one), so it never rises above a notice.

use super::{Kind, Level, Marks, Threat};
use crate::page::View;
use crate::signals::look_alike::LOOK_ALIKE_HOST;

/// At most one notice.
pub(super) fn threats(_view: &View, marks: Marks) -> Vec<Threat> {
    marks
        .of(LOOK_ALIKE_HOST)
        .map(|signal| Threat {
            kind: Kind::LookAlikeHost,
            level: Level::Notice,
            brand: signal.brand.map(str::to_owned),
            tool: None,
            evidence: vec![signal.evidence.clone()],
        })
        .collect()
}
