//! What the fields of a form ask for.
//!
//! A field is known by its `autocomplete`, its type, and the words of its
//! label, placeholder, name and id (in that order of trust); then by its
//! neighbours: card numbers are split in four, codes in single digits.

mod autocomplete;
mod neighbours;
mod shape;

use crate::catalogue::{Ask, ask_of_ident, ask_of_label};
use crate::page::Field;

/// What each of a form's fields asks for, in order; `None` when nothing tells.
///
/// `fields` are those of one form, or those of the page that stand in none.
pub fn classify(fields: &[Field]) -> Vec<Option<Ask>> {
    let mut asks: Vec<Option<Ask>> = fields.iter().map(alone).collect();
    neighbours::settle(fields, &mut asks);
    asks
}

/// Characters of the longest placeholder that is read: longer ones explain.
const PLACEHOLDER: usize = 60;

/// What a field asks for by itself.
fn alone(field: &Field) -> Option<Ask> {
    match field.kind.as_str() {
        "search" | "submit" | "button" | "reset" | "image" | "checkbox" | "radio" | "range"
        | "color" => return Some(Ask::Other),
        _ => {}
    }
    let said = autocomplete::ask(field);
    if said.is_some_and(|said| is_telling(said) || said == Ask::Username) {
        return said;
    }
    let words = by_words(field).filter(|ask| fits(*ask, &field.kind));
    // The shape of the brand's claim codes says more than a stray word beside it.
    if shape::ask(field) == Some(Ask::GiftCard) && !words.is_some_and(is_telling) {
        return Some(Ask::GiftCard);
    }
    match field.kind.as_str() {
        "password" => Some(
            words
                .filter(|ask| is_typed_hidden(*ask))
                .unwrap_or(Ask::Password),
        ),
        "email" => Some(
            words
                .filter(|ask| *ask == Ask::Username)
                .unwrap_or(Ask::Email),
        ),
        "file" => Some(
            words
                .filter(|ask| *ask == Ask::Document)
                .unwrap_or(Ask::Other),
        ),
        _ => words
            .filter(|ask| is_telling(*ask) || said.is_none())
            .or(said)
            .or_else(|| shape::ask(field)),
    }
}

/// Label and placeholder are what a person reads; name and id may be random.
fn by_words(field: &Field) -> Option<Ask> {
    let short = |text: &str| text.chars().count() <= PLACEHOLDER;
    let hint = Some(&field.placeholder).filter(|text| short(text));
    let read = ask_of_label(&field.label).or_else(|| ask_of_label(hint?));
    let named = ask_of_ident(&field.name).or_else(|| ask_of_ident(&field.id));
    match (read, named) {
        // "Card number" over the field of a gift card or a loyalty card.
        (Some(Ask::CardNumber | Ask::SecurityCode | Ask::Password), Some(Ask::GiftCard)) => named,
        // "Security code" over the field of a second factor, "password" over
        // that of a card's.
        (Some(Ask::SecurityCode | Ask::Password), Some(Ask::OneTimeCode | Ask::CardPin)) => named,
        (Some(Ask::VerificationCode), Some(Ask::OneTimeCode | Ask::SecurityCode)) => named,
        // A vague word beside a telling one.
        (Some(vague), Some(telling)) if is_vague(vague) && is_telling(telling) => named,
        _ => read.or(named),
    }
}

/// A list or a block of text holds no number.
fn fits(ask: Ask, kind: &str) -> bool {
    let is_number = matches!(
        ask,
        Ask::CardNumber
            | Ask::SecurityCode
            | Ask::CardPin
            | Ask::AccountNumber
            | Ask::Iban
            | Ask::Password
    );
    !(is_number && matches!(kind, "select" | "textarea"))
}

/// Worth more than what else is said of the field.
fn is_telling(ask: Ask) -> bool {
    !matches!(
        ask,
        Ask::Name | Ask::Address | Ask::Email | Ask::Phone | Ask::Username | Ask::Other
    )
}

/// Words that stand on many a field beside better ones.
fn is_vague(ask: Ask) -> bool {
    matches!(ask, Ask::Name | Ask::Address)
}

/// What pages hide while it is typed, besides passwords.
fn is_typed_hidden(ask: Ask) -> bool {
    is_telling(ask)
        && !matches!(
            ask,
            Ask::Expiry | Ask::CardName | Ask::Document | Ask::SortCode
        )
}
