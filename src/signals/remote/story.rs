//! What the stranger on the telephone tells, as it stands on his page.

use super::{BANK, OFFERED, PROGRAM, SHORT, STORY};
use crate::catalogue::Topic;
use crate::page::View;
use crate::signals::{Signal, brand};

/// What callers tell, and how much each says.
const STORIES: [(Topic, i32); 5] = [
    (Topic::SafeAccount, 3),
    (Topic::StayOnLine, 2),
    (Topic::RefundDesk, 2),
    (Topic::SuspiciousSignIn, 2),
    (Topic::TechnicianWaits, 1),
];

/// Finds the parts of it, and talk of the person's bank.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    // News quote the caller; who hands the program out has him speak.
    let hands_out = |signal: &Signal| matches!(signal.smell, OFFERED | PROGRAM);
    let speaks = found.iter().any(hands_out);
    let mut told = |topic: Topic, smell, weight| {
        // "We will never ask you to open your bank" is a helpdesk's.
        let mut hits = view.said(topic, speaks);
        if let Some(hit) = hits.find(|hit| !view.is_denied(hit)) {
            found.push(Signal::new(smell, weight, view.quote(hit)));
        }
    };
    for (topic, weight) in STORIES {
        // One such phrase stands on many a shop's page.
        let weight = match topic {
            Topic::RefundDesk if view.count_distinct(topic) < 2 => 1,
            // So does a helpdesk in the midst of a call, under its own name.
            Topic::StayOnLine if !brand::is_nobodys(view) => 1,
            _ => weight,
        };
        told(topic, STORY, weight);
    }
    if view.facts.text.len() < SHORT {
        told(Topic::BankOpen, BANK, 2);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BANK, STORY};
    use crate::page::{PageFacts, View};

    /// The smells of a story in this text.
    fn told(text: &str) -> Vec<&'static str> {
        let facts = PageFacts {
            text: text.to_owned(),
            ..PageFacts::default()
        };
        let mut found = Vec::new();
        super::find(&View::new(&facts), &mut found);
        found.into_iter().map(|signal| signal.smell).collect()
    }

    #[test]
    fn what_is_never_asked_for_is_not_told() {
        assert_eq!(told("Now open your bank account."), [STORY, BANK]);
        for denied in [
            "We will never ask you to open your bank account.",
            "Wir werden Sie nie bitten, Ihr Online-Banking zu öffnen.",
            "ネットバンキングを開くようお願いすることはありません。",
            "Please close your online banking first.",
            "Do not tell anyone your password.",
        ] {
            assert_eq!(told(denied), Vec::<&str>::new(), "{denied}");
        }
    }

    #[test]
    fn a_helpdesk_under_its_own_name_may_say_stay_on_the_line() {
        let weight = |title: &str| {
            let facts = PageFacts {
                url: "https://corvid-it.example/help".to_owned(),
                title: title.to_owned(),
                text: "Stay on the line with our technician.".to_owned(),
                ..PageFacts::default()
            };
            let mut found = Vec::new();
            super::find(&View::new(&facts), &mut found);
            found.iter().map(|signal| signal.weight).max()
        };
        assert_eq!(weight("Remote help"), Some(2));
        assert_eq!(weight("Remote help | Corvid IT"), Some(1));
    }

    #[test]
    fn secrecy_is_no_denial() {
        assert_eq!(told("Do not tell your bank about this."), [STORY]);
    }

    #[test]
    fn a_denial_reaches_no_further_than_its_sentence() {
        let text = "We never ask for your PIN. Now open your bank account.";
        assert_eq!(told(text), [STORY, BANK]);
        let without_stops = format!("We never ask for your PIN{}", " here or there".repeat(20));
        let text = format!("{without_stops} now open your bank account");
        assert_eq!(told(&text), [STORY, BANK]);
    }
}
