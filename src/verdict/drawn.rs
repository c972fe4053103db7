//! Pages drawn on a picture: what they want must do for what they say.
//!
//! An honest page has no reason to hide every word from search engines, screen
//! readers and translators, and at the same time to ask for secrets, to hand
//! out a program or to hold its visitor. What it would have said is unknown,
//! so that this is never more than a caution.

use super::{Kind, Level, Marks, Threat};
use crate::catalogue::{self, Topic};
use crate::page::View;
use crate::signals::contact::NUMBER_TO_CALL;
use crate::signals::drawn::{DRAWN, HOLDS, UNNAMED_FIELDS, is_typed_into};
use crate::signals::{Signal, asks, brand, remote};

/// At most one.
pub(super) fn threats(view: &View, marks: Marks) -> Vec<Threat> {
    let first = |smells| marks.first(smells);
    if first(&[DRAWN]).is_none() {
        return Vec::new();
    }
    let posing = first(&[brand::LOOK, brand::CLAIM]);
    let fields = first(&[UNNAMED_FIELDS]).filter(|_| posing.is_some());
    let secret = first(&[asks::SECRET]).filter(|_| posing.is_some() || !is_bare_log_in(view));
    let found = None
        .or_else(|| Some((Kind::FakeBrandPayment, first(&[asks::MONEY])?)))
        .or_else(|| Some((Kind::FakeBrandSignIn, secret.or(fields)?)))
        .or_else(|| {
            let handed = first(&[remote::OFFERED]).or_else(|| first(&[remote::PROGRAM]));
            Some((Kind::RemoteToolPush, handed?))
        })
        .or_else(|| Some((Kind::ScareScreen, first(&[HOLDS])?)))
        .or_else(|| Some((Kind::FakeBrandContact, named_outright(marks)?)))
        .or_else(|| Some((Kind::FakeBrandContact, asked_about_money(view, marks)?)));
    let threat = found.map(|(kind, seen)| Threat {
        kind,
        level: Level::Caution,
        brand: posing.and_then(|mark| mark.brand).map(str::to_owned),
        tool: seen.tool.map(str::to_owned),
        evidence: vec![seen.evidence.clone()],
    });
    threat.into_iter().collect()
}

/// A router's, a camera's or a firm's log-in: a logo, a name and a password, at
/// a host that somebody had to set up. A picture that is known to be large may
/// hold the words of a whole page.
fn is_bare_log_in(view: &View) -> bool {
    const LARGE: u32 = 400;
    let mut images = view.facts.images.iter();
    let typed = view.fields().filter(|field| is_typed_into(&field.kind));
    typed.count() <= 2 && !view.host.hosting && images.all(|image| image.w.max(image.h) < LARGE)
}

/// The brand, when the title is its name and what the page is for. The name
/// alone may be a river's.
fn named_outright<'s>(marks: Marks<'s>) -> Option<&'s Signal> {
    marks.of(brand::CLAIM).find(|claim| {
        let named = claim.brand.and_then(catalogue::brand);
        let named = named.and_then(|brand| brand::named(brand, &claim.evidence));
        claim.weight >= OUTRIGHT && named.is_some_and(|named| named.other_words > 0)
    })
}

/// The weight of such a claim.
const OUTRIGHT: i32 = 3;

/// The number to ring, or the fields to fill in, of a page whose title tells of a
/// membership, a refund, a parcel or an account in trouble.
fn asked_about_money<'s>(view: &View, marks: Marks<'s>) -> Option<&'s Signal> {
    let told = [
        Topic::CancelMembership,
        Topic::Refund,
        Topic::AccountTrouble,
        Topic::PaymentTrouble,
        Topic::LureParcel,
    ];
    let asked = marks.first(&[NUMBER_TO_CALL, UNNAMED_FIELDS]);
    asked.filter(|_| told.into_iter().any(|topic| view.has(topic)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Image, Link, PageFacts};

    /// The kind of threat of a picture under this title, over this link.
    fn kind(title: &str, href: &str) -> Option<Kind> {
        let facts = PageFacts {
            url: "https://p.example/".to_owned(),
            title: title.to_owned(),
            images: vec![Image::default()],
            links: vec![Link {
                href: href.to_owned(),
                ..Link::default()
            }],
            ..PageFacts::default()
        };
        let first = crate::judge_by_rules(&facts).threats.into_iter().next();
        first
            .filter(|threat| threat.level == Level::Caution)
            .map(|threat| threat.kind)
    }

    #[test]
    fn a_picture_that_poses_in_its_title_is_a_caution() {
        let posing = Some(Kind::FakeBrandContact);
        assert_eq!(kind("Amazon Security Alert", ""), posing);
        assert_eq!(kind("Amazon River", ""), None);
        assert_eq!(kind("Amazon", ""), None);
    }

    #[test]
    fn a_picture_about_a_refund_with_a_number_is_a_caution() {
        let rung = Some(Kind::FakeBrandContact);
        assert_eq!(kind("Cancel your membership", "tel:+18885550121"), rung);
        assert_eq!(kind("Cancel your membership", ""), None);
        assert_eq!(kind("Fish and chips", "tel:+18885550121"), None);
    }

    #[test]
    fn a_picture_about_a_parcel_with_fields_is_a_caution() {
        let level = |title: &str| {
            let field = crate::page::Field {
                kind: "text".to_owned(),
                ..Default::default()
            };
            let facts = PageFacts {
                url: "https://p.example/".to_owned(),
                title: title.to_owned(),
                images: vec![Image::default()],
                fields: vec![field],
                ..PageFacts::default()
            };
            crate::judge_by_rules(&facts).level
        };
        assert_eq!(level("Your parcel could not be delivered"), Level::Caution);
        assert_eq!(level("Seating plan"), Level::None);
    }
}
