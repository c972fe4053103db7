//! What a field's neighbours say of it.

use crate::catalogue::Ask;
use crate::page::Field;

/// Settles what single fields leave open.
pub fn settle(fields: &[Field], asks: &mut [Option<Ask>]) {
    for run in runs(fields, asks) {
        let first = asks[run.start];
        let whole = match (fields[run.start].maxlength, run.len()) {
            (1, 4..=8) => Some(Ask::OneTimeCode),
            (2, 3) if first == Some(Ask::SortCode) => first,
            (4, 3..=5) if first == Some(Ask::CardNumber) || is_card_form(asks) => {
                Some(Ask::CardNumber)
            }
            (4..=6, 3) if first == Some(Ask::GiftCard) => first,
            _ => continue,
        };
        asks[run].fill(whole);
    }
    for pair in 1..asks.len() {
        // The security code of the gift card before it.
        if asks[pair - 1] == Some(Ask::GiftCard) && asks[pair] == Some(Ask::SecurityCode) {
            asks[pair] = Some(Ask::GiftCard);
        }
    }
    lone_security_code(fields, asks);
    short_secret(fields, asks);
}

/// "Security code" where no card is asked for is one that was sent.
fn lone_security_code(fields: &[Field], asks: &mut [Option<Ask>]) {
    let of_a_card = [Ask::CardNumber, Ask::Expiry, Ask::CardName, Ask::CardPin];
    if of_a_card.iter().any(|ask| asks.contains(&Some(*ask))) {
        return;
    }
    for (field, ask) in fields.iter().zip(asks) {
        let words = format!("{} {} {}", field.label, field.placeholder, field.name).to_lowercase();
        let names_card = ["card", "cvv", "cvc", "csc"]
            .iter()
            .any(|word| words.contains(word));
        let coded = field.autocomplete.contains("cc-csc");
        if *ask == Some(Ask::SecurityCode) && !names_card && !coded {
            *ask = Some(Ask::OneTimeCode);
        }
    }
}

/// Runs of boxes that belong together: equally short, the later ones without
/// words of their own (or with the first one's).
fn runs(fields: &[Field], asks: &[Option<Ask>]) -> Vec<std::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    for end in 1..=fields.len() {
        let goes_on = end < fields.len()
            && fields[end].maxlength == fields[start].maxlength
            && (asks[end].is_none()
                || asks[end] == asks[start]
                || asks[end] == Some(Ask::Password));
        if !goes_on {
            if end - start >= 3 && fields[start].maxlength > 0 {
                runs.push(start..end);
            }
            start = end;
        }
    }
    runs
}

fn is_card_form(asks: &[Option<Ask>]) -> bool {
    let asked = |wanted| asks.contains(&Some(wanted));
    asked(Ask::SecurityCode) || asked(Ask::Expiry) || asked(Ask::CardName)
}

/// A hidden answer of three or four digits beside a card number is the
/// security code, whatever it is called.
fn short_secret(fields: &[Field], asks: &mut [Option<Ask>]) {
    if !asks.contains(&Some(Ask::CardNumber)) || asks.contains(&Some(Ask::SecurityCode)) {
        return;
    }
    let is_short = |field: &Field| matches!(field.maxlength, 3 | 4);
    for (field, ask) in fields.iter().zip(asks) {
        if is_short(field) && (*ask == Some(Ask::Password) || ask.is_none()) {
            *ask = Some(Ask::SecurityCode);
            return;
        }
    }
}
