//! What the learned reader says, as a threat: a caution by itself, a danger
//! where something hard stands beside the words.

use super::{Kind, Level, Marks, Threat};
use crate::page::View;
use crate::reader::{self, Family};
use crate::signals::{Signal, asks, brand, contact, remote};

/// At most one.
pub(super) fn threats(view: &View, marks: Marks) -> Vec<Threat> {
    let Some(reading) = reader::read(view, marks.0) else {
        return Vec::new();
    };
    let hard = hard(reading.family, marks.0);
    let level = match hard {
        Some(_) if reading.score > reader::DANGER => Level::Danger,
        _ => Level::Caution,
    };
    let posing = marks.first(&[brand::LOOK, brand::CLAIM]);
    let tool = marks.0.iter().find_map(|signal| signal.tool);
    let mut evidence = reader::passages(view);
    evidence.extend(hard.map(|signal| signal.evidence.clone()));
    vec![Threat {
        kind: kind(reading.family, marks),
        level,
        brand: posing.and_then(|signal| signal.brand).map(str::to_owned),
        tool: tool.map(str::to_owned),
        evidence,
    }]
}

fn kind(family: Family, marks: Marks) -> Kind {
    match family {
        Family::Brand if marks.has(asks::MONEY) => Kind::FakeBrandPayment,
        Family::Brand => Kind::FakeBrandSignIn,
        Family::Callback => Kind::FakeBrandContact,
        Family::Remote => Kind::RemoteToolPush,
        Family::Scare => Kind::ScareScreen,
    }
}

/// What makes the family's harm possible on this page, if it is there.
pub(crate) fn hard(family: Family, signals: &[Signal]) -> Option<&Signal> {
    Marks(signals).first(match family {
        Family::Brand => &[asks::MONEY, asks::SECRET],
        Family::Callback | Family::Scare => &[contact::NUMBER_TO_CALL],
        Family::Remote => &[remote::OFFERED, remote::PROGRAM, remote::PASTE],
    })
}
