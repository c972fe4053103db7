//! The tokens of `autocomplete`, as the HTML standard lists them.

use crate::catalogue::Ask;
use crate::page::Field;

/// What the attribute says; `None` for `on`, `off` and what is no token.
pub fn ask(field: &Field) -> Option<Ask> {
    let tokens = field.autocomplete.split_ascii_whitespace();
    tokens.rev().find_map(|token| meaning(token, field))
}

fn meaning(token: &str, field: &Field) -> Option<Ask> {
    let token = token.to_ascii_lowercase();
    let ask = match token.as_str() {
        "cc-number" => Ask::CardNumber,
        "cc-exp" | "cc-exp-month" | "cc-exp-year" => Ask::Expiry,
        "cc-csc" => Ask::SecurityCode,
        "cc-name" | "cc-given-name" | "cc-additional-name" | "cc-family-name" => Ask::CardName,
        "one-time-code" => Ask::OneTimeCode,
        "bday" | "bday-day" | "bday-month" | "bday-year" => Ask::BirthDate,
        "current-password" => Ask::Password,
        // Sites write it on any field to keep browsers from filling it.
        "new-password" if field.kind == "password" => Ask::NewPassword,
        "username" => Ask::Username,
        "email" => Ask::Email,
        "name" | "given-name" | "additional-name" | "family-name" => Ask::Name,
        "street-address" | "address-line1" | "address-line2" | "address-line3"
        | "address-level1" | "address-level2" | "address-level3" | "address-level4"
        | "postal-code" | "country" | "country-name" => Ask::Address,
        "cc-type"
        | "organization"
        | "organization-title"
        | "sex"
        | "language"
        | "url"
        | "transaction-amount"
        | "transaction-currency" => Ask::Other,
        _ if token.starts_with("tel") => Ask::Phone,
        _ => return None,
    };
    Some(ask)
}
