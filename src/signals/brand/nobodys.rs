//! A page that wants what can be stolen and does not say whose it is: what it
//! says of the brand is then all that it says of itself.

use super::own::is_nobodys;
use super::{CLAIM, LOOK, Marks, named};
use crate::catalogue::{Ask, Topic};
use crate::page::{Part, fold};
use crate::signals::{Signal, fields};

/// Points with which a page may pose without any of this.
const ENOUGH: i32 = 3;
/// Words of a line that stands where a name would.
const FEW: usize = 4;

pub(super) fn find(marks: &mut Marks) {
    own_secret(marks);
    // Where more is said, the same words would count twice.
    let known = |signal: &&Signal| matches!(signal.smell, CLAIM | LOOK);
    let said: i32 = marks
        .found
        .iter()
        .filter(known)
        .map(|signal| signal.weight)
        .sum();
    if said >= ENOUGH {
        return;
    }
    if !marks.wants() || !marks.view.is_bare() || !is_nobodys(marks.view) {
        return;
    }
    header(marks);
    if let Some(quote) = membership(marks).or_else(|| trouble(marks)) {
        marks.add(CLAIM, 2, quote);
    }
}

/// "Amazon password": only the brand has use for it.
fn own_secret(marks: &mut Marks) {
    let view = marks.view;
    let forms = view.facts.forms.iter().map(|form| form.fields.as_slice());
    for list in forms.chain([view.facts.fields.as_slice()]) {
        for (field, ask) in list.iter().zip(fields::classify(list)) {
            let secret = matches!(ask, Some(Ask::Password | Ask::OneTimeCode));
            let words = [&field.label, &field.placeholder];
            let of_brand = |words: &&&String| {
                named(marks.brand, words).is_some_and(|named| named.other_words < FEW)
            };
            if let Some(words) = words.iter().find(|words| secret && of_brand(words)) {
                marks.add(LOOK, 3, (*words).clone());
                return;
            }
        }
    }
}

/// A few words over the first heading, "amazon account services", or that
/// heading when it is the name and nothing else.
fn header(marks: &mut Marks) {
    let facts = marks.view.facts;
    let heading = facts.headings.first().map_or("", |heading| heading.trim());
    let over = marks.opening().split_once(heading);
    let Some((over, _)) = over.filter(|_| !heading.is_empty()) else {
        return;
    };
    let is_itself = over.trim().is_empty();
    let line = if is_itself { heading } else { over };
    let Some(named) = marks.called(line) else {
        return;
    };
    let is_way_to_pay = fold(line).split_whitespace().any(|word| word == "pay");
    // The name as the first word counts by itself, with a weight of its own.
    let weight = match named.other_words {
        _ if is_way_to_pay || line.split_whitespace().count() > FEW => return,
        0 => 2,
        _ if is_itself => return,
        // Only the brand has use for its gift card's number.
        _ if marks.asks(&[Ask::GiftCard]) => 2,
        _ => 1,
    };
    marks.add(CLAIM, weight, line);
}

/// The first heading is about its membership, and the brand is named somewhere.
fn membership(marks: &Marks) -> Option<String> {
    let view = marks.view;
    let mut hits = view.hits(marks.brand.membership).iter();
    let hit = hits.find(|hit| matches!(hit.part, Part::Title | Part::Heading))?;
    view.has(marks.brand.named).then(|| view.quote(hit))
}

/// "Your Amazon account is locked", in one breath.
fn trouble(marks: &Marks) -> Option<String> {
    let mut quotes = marks
        .view
        .hits(Topic::AccountTrouble)
        .iter()
        .map(|hit| marks.view.quote(hit));
    quotes.find(|quote| named(marks.brand, quote).is_some())
}

#[cfg(test)]
mod tests {
    use crate::page::{Field, PageFacts};

    /// Whether a page that asks for a card is called somebody's fake.
    fn is_fake(title: &str, heading: &str, text: &str) -> bool {
        let facts = PageFacts {
            url: "https://a1.example/".to_owned(),
            title: title.to_owned(),
            headings: vec![heading.to_owned()],
            text: text.to_owned(),
            fields: vec![Field {
                kind: "text".to_owned(),
                placeholder: "Card number".to_owned(),
                ..Field::default()
            }],
            ..PageFacts::default()
        };
        !crate::judge_by_rules(&facts).threats.is_empty()
    }

    #[test]
    fn a_membership_in_the_heading_needs_a_name_behind_it() {
        let heading = "Your Prime membership: update your card";
        let text = format!("{heading} Keep Amazon shipping");
        assert!(is_fake("Update", heading, &text));
        assert!(!is_fake("Update | Harbour Fitness", heading, &text));
    }

    #[test]
    fn trouble_in_one_breath_with_the_name_is_said_of_the_brand() {
        let text = "Your Amazon account is locked Enter details to restore";
        assert!(is_fake("Restore", "", text));
        assert!(!is_fake("Restore | Harbour Lane", "", text));
    }

    #[test]
    fn a_name_over_the_heading_is_whose_page_it_is() {
        let text = "amazon account services Your account is on hold";
        assert!(is_fake("Verify", "Your account is on hold", text));
        let pay = "Amazon Pay Your account is on hold";
        assert!(!is_fake(
            "Verify",
            "Checkout",
            &pay.replace("Your account is on hold", "Checkout")
        ));
    }
}
