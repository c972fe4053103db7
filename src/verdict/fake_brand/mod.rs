//! Pages that pose as a brand.
//!
//! How much a page poses is the sum of its [`brand::LOOK`] marks and of those
//! [`brand::CLAIM`]s that its own name does not take away. What it wants
//! decides the kind and, with that sum, the level.

mod call_back;
mod desk;
mod session;

use std::cmp::Reverse;

use super::{Kind, Level, Marks, Threat};
use crate::catalogue::{self, Brand, RemoteTool, Topic};
use crate::page::View;
use crate::signals::{Signal, asks, brand, contact, remote};

/// Points from which a page surely poses as the brand.
const SURE: i32 = 5;
/// Points from which it may.
const MAYBE: i32 = 3;
/// Points, and different marks, of a copy of the brand's page that asks for
/// nothing (yet).
const COPY: (i32, usize) = (7, 3);

/// The threats of this family that the signals add up to.
pub(super) fn threats(view: &View, marks: Marks) -> Vec<Threat> {
    let mut threats: Vec<Threat> = catalogue::brands()
        .iter()
        .filter_map(|brand| Pose::of(brand, view, marks).threat())
        .collect();
    if threats.is_empty() {
        threats.extend(nameless(marks));
    }
    threats
}

/// How much a page poses as one brand.
struct Pose<'s> {
    brand: &'static Brand,
    view: &'s View<'s>,
    /// All that was found on the page.
    marks: Marks<'s>,
    points: i32,
    /// Those of them that are claims.
    claims: i32,
    /// What makes it look like the brand, strongest first.
    posing: Vec<&'s Signal>,
}

impl<'s> Pose<'s> {
    fn of(brand: &'static Brand, view: &'s View<'s>, marks: Marks<'s>) -> Self {
        let ours = |smell| {
            let all = marks.of(smell);
            all.filter(|signal| signal.brand == Some(brand.id))
        };
        let sum = |smell| -> i32 { ours(smell).map(|signal| signal.weight).sum() };
        let claims = (sum(brand::CLAIM) - sum(brand::OWN_NAME)).max(0);
        let mut posing: Vec<&Signal> = ours(brand::LOOK).chain(ours(brand::CLAIM)).collect();
        posing.sort_by_key(|signal| Reverse(signal.weight));
        Self {
            brand,
            view,
            marks,
            points: sum(brand::LOOK) + claims,
            claims,
            posing,
        }
    }

    fn threat(&self) -> Option<Threat> {
        let wants = |smell, kind| {
            let level = self.level()?;
            (self.marks.points(&[smell]) > 0).then(|| self.of_kind(kind, level, smell))
        };
        // Whoever is let in needs no form.
        let offered = self.marks.has(remote::OFFERED);
        let first = offered.then(|| self.contact()).flatten();
        first
            .or_else(|| wants(asks::MONEY, Kind::FakeBrandPayment))
            .or_else(|| wants(asks::SECRET, Kind::FakeBrandSignIn))
            .or_else(|| self.contact())
            // What asks for nothing worth stealing is an archive's right.
            .or_else(|| (!self.view.is_relayed()).then(|| self.harmless_yet())?)
    }

    fn harmless_yet(&self) -> Option<Threat> {
        self.first_step()
            .or_else(|| self.details())
            .or_else(|| self.copy())
    }

    fn level(&self) -> Option<Level> {
        match self.points {
            SURE.. => Some(Level::Danger),
            MAYBE.. => Some(Level::Caution),
            _ => None,
        }
    }

    /// A number to call, a refund or cancellation step, a remote tool.
    fn contact(&self) -> Option<Threat> {
        let story = [
            Topic::CancelMembership,
            Topic::Refund,
            Topic::AccountTrouble,
            Topic::PaymentTrouble,
        ]
        .into_iter()
        .any(|topic| self.view.has(topic));
        let named = |tool: &&RemoteTool| self.view.has(tool.named);
        let mut offers = self.marks.of(remote::OFFERED);
        let offered = offers.find_map(|signal| catalogue::tool(signal.tool?));
        let tool = catalogue::remote_tools().iter().find(named).or(offered);
        let calls = self.marks.has(contact::NUMBER_TO_CALL);
        let rung = calls && story || self.is_billed();
        // Whatever it is called, with a step that lets somebody in.
        let program = self.marks.has(remote::PROGRAM) && self.marks.has(remote::STEP);
        let wanted = tool.is_some() || program || rung;
        let level = self.level().filter(|_| wanted);
        let (level, quotes) = match self.call_back() {
            Some((loud, quotes)) => (level.map_or(loud, |level| level.max(loud)), quotes),
            None => (level?, Vec::new()),
        };
        let smell = match tool {
            Some(tool) if self.view.has(tool.named) => remote::NAMED,
            Some(_) => remote::OFFERED,
            None if program => remote::PROGRAM,
            None => contact::NUMBER_TO_CALL,
        };
        let mut threat = self.of_kind(Kind::FakeBrandContact, level, smell);
        threat.evidence.splice(0..0, quotes);
        threat.tool = tool.map(|tool| tool.id.to_owned());
        Some(threat)
    }

    /// The e-mail address alone: the first step of a sign-in.
    fn first_step(&self) -> Option<Threat> {
        let asked = self.marks.has(asks::LOGIN);
        let level = match self.view.has(Topic::SignIn) {
            true => self.level(),
            false => self.level().map(|_| Level::Caution),
        };
        let level = level.filter(|_| asked && self.points > MAYBE)?;
        Some(self.of_kind(Kind::FakeBrandSignIn, level, asks::LOGIN))
    }

    /// Name and address alone, in the brand's name: the step of a kit between
    /// the password and the card. Its make-up alone may be a programmer's sample.
    fn details(&self) -> Option<Threat> {
        (self.points >= SURE && self.claims > 0 && self.marks.has(asks::PERSONAL))
            .then(|| self.of_kind(Kind::FakeBrandSignIn, Level::Caution, asks::PERSONAL))
    }

    /// The brand's page copied, without a form that asks for secrets.
    fn copy(&self) -> Option<Threat> {
        let (points, marks) = COPY;
        // A pupil's copy says so in its title.
        let says_so = brand::is_namesake(self.brand, &self.view.facts.title);
        (!says_so && self.points >= points && self.posing.len() >= marks)
            .then(|| self.of_kind(Kind::FakeBrandSignIn, Level::Caution, asks::PERSONAL))
    }

    /// The threat, with the strongest marks and what is asked for, in turn.
    fn of_kind(&self, kind: Kind, level: Level, smell: &str) -> Threat {
        let mut asked: Vec<&Signal> = self.marks.of(smell).collect();
        asked.sort_by_key(|signal| Reverse(signal.weight));
        let mut evidence = Vec::new();
        for place in 0..self.posing.len().max(asked.len()).min(4) {
            let both = [self.posing.get(place).copied(), asked.get(place).copied()];
            evidence.extend(
                both.into_iter()
                    .flatten()
                    .map(|signal| signal.evidence.clone()),
            );
        }
        Threat {
            kind,
            level,
            brand: Some(self.brand.id.to_owned()),
            tool: None,
            evidence,
        }
    }
}

/// A form that asks for more secrets than any honest one, in nobody's name:
/// the "verification by your bank" that follows a fake payment.
fn nameless(marks: Marks) -> Option<Threat> {
    let asked = marks.of(asks::RARE_SECRETS).next()?;
    Some(Threat {
        kind: Kind::FakeBrandPayment,
        level: Level::Caution,
        brand: None,
        tool: None,
        evidence: vec![asked.evidence.clone()],
    })
}
