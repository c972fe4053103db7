//! The second fraudster's page: a membership to cancel or an order to pay back,
//! and a session in which he does it. No tool need be named, no form be there.

use super::{Level, Pose};
use crate::catalogue::{Subject, Topic};
use crate::page::Part;
use crate::signals::{asks, brand, phone};

impl Pose<'_> {
    /// How loud, if the page ends in a session, and what it says: a danger where
    /// the person's bank is to be open beside it.
    ///
    /// Whoever only tells of such calls names the scam. Whoever helps with such
    /// things, too, says whose page it is, and does not head it with them.
    pub(super) fn session(&self) -> Option<(Level, Vec<String>)> {
        let let_in = self.said([Topic::AllowControl, Topic::ReadOutCode])?;
        if self.view.has(Topic::ScamAdvice) || !self.is_told() || !self.is_reached() {
            return None;
        }
        let story = self.said([
            self.brand.membership,
            Topic::CancelMembership.into(),
            Topic::Refund.into(),
        ]);
        let bank = self.said([Topic::BankOpen, Topic::SafeAccount]);
        // Others sell a "Prime membership" too, and teach over a shared screen.
        let view = self.view;
        let anothers = || brand::is_host_named(view) || !view.is_bare() || bank.is_none();
        if !self.is_named() && !brand::is_nobodys(view) && anothers() {
            return None;
        }
        let level = match bank {
            Some(_) => Level::Danger,
            None => Level::Caution,
        };
        let quotes = [Some(let_in), bank, story];
        Some((level, quotes.into_iter().flatten().collect()))
    }

    /// The first words about one of these that the page does not deny.
    pub(super) fn said<const N: usize>(&self, subjects: [impl Into<Subject>; N]) -> Option<String> {
        let view = self.view;
        let mut hits = subjects.into_iter().flat_map(|subject| view.hits(subject));
        let hit = hits.find(|hit| !view.is_denied(hit))?;
        Some(view.quote(hit))
    }

    fn is_told(&self) -> bool {
        let view = self.view;
        let story = self.story() + usize::from(view.has(Topic::RefundDesk));
        let shown = |part| matches!(part, Part::Title | Part::Heading);
        let membership = view.hits(self.brand.membership);
        story >= 1 && membership.iter().any(|hit| shown(hit.part))
            || (story >= 1 && !membership.is_empty() || story >= 2 && self.is_named())
                && brand::is_nobodys(view)
    }

    /// There is a number to ring, or a field for the person's own.
    pub(super) fn is_reached(&self) -> bool {
        self.marks.has(asks::PERSONAL)
            || self.view.fields().any(|field| field.kind == "tel")
            || !phone::on_page(self.view).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Level;
    use crate::page::PageFacts;

    /// How loud a page with this heading and text is, on `title`'s own host.
    fn level(title: &str, heading: &str, text: &str) -> Level {
        crate::judge_by_rules(&PageFacts {
            url: "https://corvid.example/help".to_owned(),
            title: title.to_owned(),
            headings: vec![heading.to_owned()],
            text: format!("{heading} {text} Ring 020 7946 0123."),
            ..PageFacts::default()
        })
        .level
    }

    const PRIME: &str = "Your Prime membership renews today";
    const SESSION: &str = "Join the secure session.";
    const BANK: &str = "Have your online banking open.";

    #[test]
    fn a_session_about_a_membership_is_the_second_fraudsters() {
        let both = format!("{SESSION} {BANK}");
        assert_eq!(level("Leave", PRIME, SESSION), Level::Caution);
        assert_eq!(level("Leave", PRIME, &both), Level::Danger);
        assert_eq!(level("Corvid", PRIME, &both), Level::None);
        let quiet = format!("{SESSION} We will never look at your online banking.");
        assert_eq!(level("Leave", PRIME, &quiet), Level::Caution);
    }

    #[test]
    fn another_prime_has_lessons() {
        let heading = "Prime membership for learners";
        let text = "It renews each term: cancel your membership by phone. The tutor can see \
            your screen: sit in front of your computer.";
        assert_eq!(level("Lessons | Corvid", heading, text), Level::None);
        assert_eq!(level("Lessons", heading, text), Level::Caution);
        let amazon = format!("{text} It is Amazon.");
        assert_eq!(level("Lessons | Corvid", heading, &amazon), Level::Caution);
    }

    #[test]
    fn whoever_helps_says_who_he_is() {
        let text = "We help you to cancel Amazon Prime. Join the support session.";
        assert_eq!(level("Help | Corvid", "Help by phone", text), Level::None);
        assert_eq!(level("Help", "Help by phone", text), Level::Caution);
    }

    #[test]
    fn whoever_tells_of_it_names_the_scam() {
        let text = format!("{SESSION} {BANK} It is a scam.");
        assert_eq!(level("Leave", PRIME, &text), Level::None);
    }
}
