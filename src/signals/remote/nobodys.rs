//! A page that hands out a program or a tool and does not say whose it is.

use super::offer::Offer;
use super::{LURES, NOBODYS, PROMISED, SHORT, STORY};
use crate::catalogue::{self, Subject, Topic};
use crate::page::{View, fold, tells};
use crate::signals::{Signal, brand};

/// A desk that lets itself in and does not say whose it is. On such a page any
/// word of a renewal or a refund is part of the story.
pub(super) fn find(view: &View, offers: &[Offer], found: &mut Vec<Signal>) {
    if view.facts.text.len() > SHORT || !brand::is_nobodys(view) {
        return;
    }
    let memberships = catalogue::brands().iter().map(|brand| brand.membership);
    let subjects = [Topic::CancelMembership.into()]
        .into_iter()
        .chain(memberships)
        .chain([Topic::Refund.into()]);
    let told: Vec<String> = subjects
        .flat_map(|subject: Subject| view.hits(subject))
        .map(|hit| view.quote(hit))
        .collect();
    // A brand's membership is what callers tell of; a till's refunds and contracts
    // are others'.
    let of_membership = |quote: &String| fold(quote).split(' ').any(catalogue::is_membership);
    let weight = if told.iter().any(of_membership) { 3 } else { 2 };
    found.push(Signal::new(NOBODYS, weight, &*view.facts.title));
    promised(view, offers, found);
    if let Some(quote) = told.into_iter().next()
        && !found.iter().any(|signal| signal.smell == STORY)
    {
        found.push(Signal::new(STORY, 1, quote));
    }
}

/// Links that promise a paper or an invitation and lead to a program that is
/// called like one. A "statement viewer" that is called otherwise may be one.
fn promised(view: &View, offers: &[Offer], found: &mut Vec<Signal>) {
    let promises = |text: &str| {
        let of = |topic| tells(text, topic);
        LURES.into_iter().any(of)
    };
    let mut links = view.facts.links.iter().filter(|link| promises(&link.text));
    let is_program = |href: &str| {
        let mut programs = offers
            .iter()
            .filter(|offer| offer.is_program() && offer.names_paper());
        programs.any(|offer| offer.href == href)
    };
    if let Some(link) = links.find(|link| is_program(&link.href)) {
        found.push(Signal::new(PROMISED, 1, &*link.text));
    }
}
