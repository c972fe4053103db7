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
    unnamed_card_number(fields, asks);
    for pair in 1..asks.len() {
        // The security code of the gift card before it.
        if asks[pair - 1] == Some(Ask::GiftCard) && asks[pair] == Some(Ask::SecurityCode) {
            asks[pair] = Some(Ask::GiftCard);
        }
    }
    verification_code(fields, asks);
    lone_security_code(fields, asks);
    short_secret(fields, asks);
}

/// "Verification code" beside a card number is the card's, unless another
/// field asks for that or it is too long; anywhere else it was sent.
fn verification_code(fields: &[Field], asks: &mut [Option<Ask>]) {
    let asked = |wanted| asks.contains(&Some(wanted));
    let of_a_card = asked(Ask::CardNumber) && !asked(Ask::SecurityCode);
    for (field, ask) in fields.iter().zip(asks) {
        if *ask == Some(Ask::VerificationCode) {
            *ask = Some(match of_a_card && field.maxlength <= 4 {
                true => Ask::SecurityCode,
                false => Ask::OneTimeCode,
            });
        }
    }
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

/// "Account number", or a field of no known name that is as long as a card
/// number, beside a card's expiry and security code.
fn unnamed_card_number(fields: &[Field], asks: &mut [Option<Ask>]) {
    let asked = |wanted| asks.contains(&Some(wanted));
    let lacks_number = asked(Ask::Expiry) && asked(Ask::SecurityCode) && !asked(Ask::CardNumber);
    if !lacks_number || asked(Ask::SortCode) {
        return;
    }
    let unnamed = fields.iter().zip(asks).find(|(field, ask)| {
        **ask == Some(Ask::AccountNumber) || ask.is_none() && (16..=23).contains(&field.maxlength)
    });
    if let Some((_, ask)) = unnamed {
        *ask = Some(Ask::CardNumber);
    }
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

#[cfg(test)]
mod tests {
    use super::super::classify;
    use super::*;

    /// What fields with these labels and maximum lengths ask for, as one form.
    fn form(fields: &[(&str, u32)]) -> Vec<Option<Ask>> {
        let fields = fields.iter().map(|(label, maxlength)| Field {
            kind: "text".into(),
            label: (*label).into(),
            maxlength: *maxlength,
            ..Field::default()
        });
        classify(&fields.collect::<Vec<_>>())
    }

    #[test]
    fn a_verification_code_is_the_cards_or_was_sent() {
        let last = |fields: &[(&str, u32)]| form(fields).pop().flatten();
        let card = ("Numéro de carte", 0);
        let code = ("Code de vérification", 0);
        assert_eq!(last(&[card, code]), Some(Ask::SecurityCode));
        assert_eq!(last(&[code]), Some(Ask::OneTimeCode));
        assert_eq!(
            last(&[card, ("Cryptogramme", 3), code]),
            Some(Ask::OneTimeCode)
        );
        assert_eq!(
            last(&[card, ("Code de vérification", 6)]),
            Some(Ask::OneTimeCode)
        );
        assert_eq!(
            last(&[card, ("Code de vérification reçu par SMS", 0)]),
            Some(Ask::OneTimeCode)
        );
    }

    #[test]
    fn a_card_number_is_known_by_its_place() {
        let card = |number| form(&[number, ("Expiry date", 0), ("CVV", 0)])[0];
        assert_eq!(card(("Number", 19)), Some(Ask::CardNumber));
        assert_eq!(card(("Account number", 0)), Some(Ask::CardNumber));
        assert_eq!(card(("Nickname", 40)), None);
        assert_eq!(form(&[("Account number", 0)]), [Some(Ask::AccountNumber)]);
    }
}
