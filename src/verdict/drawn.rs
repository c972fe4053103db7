//! Pages drawn on a picture: what they want must do for what they say.
//!
//! An honest page has no reason to hide every word from search engines, screen
//! readers and translators, and at the same time to ask for secrets, to hand
//! out a program or to hold its visitor. What it would have said is unknown,
//! so that this is never more than a caution.

use super::{Kind, Level, Threat};
use crate::page::View;
use crate::signals::drawn::{DRAWN, HOLDS, UNNAMED_FIELDS};
use crate::signals::{Signal, asks, brand, remote};

/// At most one.
pub(super) fn threats(_view: &View, signals: &[Signal]) -> Vec<Threat> {
    let first = |smells: &[&str]| signals.iter().find(|signal| smells.contains(&signal.smell));
    if first(&[DRAWN]).is_none() {
        return Vec::new();
    }
    let posing = first(&[brand::LOOK, brand::CLAIM]);
    let fields = first(&[UNNAMED_FIELDS]).filter(|_| posing.is_some());
    let found = None
        .or_else(|| Some((Kind::FakeBrandPayment, first(&[asks::MONEY])?)))
        .or_else(|| Some((Kind::FakeBrandSignIn, first(&[asks::SECRET]).or(fields)?)))
        .or_else(|| {
            let handed = first(&[remote::OFFERED]).or_else(|| first(&[remote::PROGRAM]));
            Some((Kind::RemoteToolPush, handed?))
        })
        .or_else(|| Some((Kind::ScareScreen, first(&[HOLDS])?)));
    let threat = found.map(|(kind, seen)| Threat {
        kind,
        level: Level::Caution,
        brand: posing.and_then(|mark| mark.brand).map(str::to_owned),
        tool: seen.tool.map(str::to_owned),
        evidence: vec![seen.evidence.clone()],
    });
    threat.into_iter().collect()
}
