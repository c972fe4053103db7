//! Short pages that tell of a renewal, an order or a refund of the brand's and
//! have a number to ring, a code from its agent or a form for the money's
//! account: the pages that callers and mails lead to. They copy nothing of the
//! brand's, so that what they are made of must do for what they look like.

use super::{Level, Pose};
use crate::catalogue::{Subject, Topic};
use crate::page::{Hit, Part, distinct, fold};
use crate::signals::{asks, brand, contact, scam_advice};

/// Bytes of text up to which a story is all that a page tells.
const SHORT: usize = 1200;
/// Points of a claim that needs no story.
const CLAIMED: i32 = 2;

impl Pose<'_> {
    /// How loud, if it is one and leads nowhere near the brand, and what it says.
    pub(super) fn call_back(&self) -> Option<(Level, Vec<String>)> {
        let view = self.view;
        if scam_advice::shown(view).is_some() || view.leads_to(self.brand) {
            return None;
        }
        let told = view.facts.text.len() < SHORT
            && (self.is_rung() || self.is_let_in() || self.is_refunded())
            && !self.marks.has(brand::OWN_NAME);
        let is_one = || told || self.is_billed() || self.is_titled();
        self.session()
            .max(self.desk())
            .or_else(|| is_one().then(|| (Level::Caution, Vec::new())))
    }

    pub(super) fn story(&self) -> usize {
        let topics = [Topic::CancelMembership, Topic::Refund];
        topics
            .map(|topic| distinct(self.said_itself(topic)))
            .iter()
            .sum()
    }

    /// What the page says itself: where people write of calls they had, on a page
    /// with menus, they quote the caller.
    fn said_itself(&self, topic: Topic) -> impl Iterator<Item = &Hit> {
        self.view.said(topic, self.view.is_bare())
    }

    /// Says so of the brand.
    fn of_the_brand(&self, topic: Topic) -> bool {
        let mut hits = self.said_itself(topic);
        hits.any(|hit| brand::named(self.brand, &self.view.quote(hit)).is_some())
    }

    /// Of its membership alone speak others, too: those have more pages.
    fn of_membership(&self) -> bool {
        let mut hits = self.view.hits(Topic::CancelMembership).iter();
        let word = self.brand.membership_word;
        let mut of_it = || hits.any(|hit| fold(&self.view.quote(hit)).contains(word));
        self.view.is_bare() && !word.is_empty() && (self.view.has(self.brand.membership) || of_it())
    }

    fn is_rung(&self) -> bool {
        self.marks.has(contact::NUMBER_TO_CALL)
            && self.story() >= 2
            && (self.of_the_brand(Topic::CancelMembership) || self.of_membership())
    }

    /// A code that the brand's own agent has given, for a session with him.
    fn is_let_in(&self) -> bool {
        let view = self.view;
        let titled = || brand::named(self.brand, &view.facts.title).is_some();
        (self.of_the_brand(Topic::ReadOutCode) || view.has(Topic::ReadOutCode) && titled())
            && (view.has(Topic::AllowControl)
                || view.has(Topic::RunDownload)
                || view.fields().next().is_some())
    }

    /// A membership is cancelled without the number of a bank account.
    fn is_refunded(&self) -> bool {
        self.marks.has(asks::MONEY) && self.story() >= 2 && self.of_membership()
    }

    /// An amount of money and a number are next to all there is, in whatever
    /// language, on a page that bears the brand's name and no other.
    pub(super) fn is_billed(&self) -> bool {
        let of_the_brand = || self.is_named() && self.story() > 0;
        // Somebody tells of such a call, and what it was; or has a Prime of his own.
        let anothers = || self.view.has(Topic::ScamAdvice) || !brand::is_nobodys(self.view);
        let told = || self.view.has(self.brand.membership) || of_the_brand();
        self.marks.has(contact::BILLED)
            && !self.marks.has(brand::OWN_NAME)
            && (self.is_signed() || told() && !anothers())
    }

    /// Its logo, or its name alone, stands where a page says whose it is.
    fn is_signed(&self) -> bool {
        let is_name =
            |text: &str| brand::named(self.brand, text).is_some_and(|named| named.other_words == 0);
        let mut claims = self.posing.iter();
        self.points >= CLAIMED
            && claims.any(|mark| mark.weight >= CLAIMED && is_name(&mark.evidence))
    }

    /// Names the brand, and not only as a way to pay.
    pub(super) fn is_named(&self) -> bool {
        let mut hits = self.view.hits(self.brand.named).iter();
        hits.any(|hit| {
            let quote = fold(&self.view.quote(hit));
            !quote.split_whitespace().any(|word| word == "pay")
        })
    }

    /// Its title is about leaving the brand, and the page dials a number.
    fn is_titled(&self) -> bool {
        let view = self.view;
        if !view.dials() || !self.marks.has(contact::NUMBER_TO_CALL) {
            return false;
        }
        let in_title = |subject: Subject| {
            let mut hits = view.hits(subject).iter();
            hits.any(|hit| hit.part == Part::Title)
        };
        let leaving = [Topic::CancelMembership, Topic::Refund, Topic::TitlePurpose];
        leaving.into_iter().any(|topic| in_title(topic.into()))
            && (in_title(self.brand.membership)
                || brand::named(self.brand, &view.facts.title).is_some())
            && !brand::is_host_named(view)
    }
}
