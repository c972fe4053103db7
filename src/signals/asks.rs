//! What the page asks a person to give away.

use super::{Signal, brand, fields};
use crate::catalogue::Ask;
use crate::page::{Field, View};

/// A card, bank or gift-card number, or a code that goes with one.
pub const MONEY: &str = "asks-money";
/// A password, a one-time code, or what proves who one is.
pub const SECRET: &str = "asks-secret";
/// The e-mail address or number with which a sign-in begins.
pub const LOGIN: &str = "asks-login";
/// Name, address, telephone number.
pub const PERSONAL: &str = "asks-personal";
/// A secret that hardly any honest page asks for: weighs the number of them.
pub const RARE_SECRETS: &str = "asks-rare-secrets";

/// Finds one signal for each thing asked for.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    let mut seen: Vec<Ask> = Vec::new();
    let forms = view.facts.forms.iter().map(|form| form.fields.as_slice());
    for fields in forms.chain([view.facts.fields.as_slice()]) {
        let asks = fields::classify(fields);
        // Beside a name or a message the address is one to answer to: no
        // sign-in begins so.
        let is_letter =
            asks.contains(&Some(Ask::Name)) || fields.iter().any(|field| field.kind == "textarea");
        for (field, ask) in fields.iter().zip(asks) {
            let Some(ask) = ask.filter(|ask| !seen.contains(ask)) else {
                continue;
            };
            if is_letter && ask == Ask::Email {
                continue;
            }
            seen.push(ask);
            if let Some((smell, weight)) = meaning(ask) {
                found.push(Signal::new(smell, weight, words_of(field)));
            }
        }
    }
    rare_secrets(view, &seen, found);
}

/// In which way an answer can be abused, and how much it says of a page.
fn meaning(ask: Ask) -> Option<(&'static str, i32)> {
    Some(match ask {
        Ask::CardNumber | Ask::SecurityCode => (MONEY, 3),
        Ask::CardPin | Ask::AccountNumber | Ask::Iban | Ask::SortCode | Ask::GiftCard => (MONEY, 2),
        Ask::Expiry | Ask::CardName => (MONEY, 1),
        Ask::Password | Ask::NewPassword | Ask::OneTimeCode | Ask::VerificationCode => (SECRET, 3),
        Ask::MaidenName | Ask::NationalId | Ask::Bank | Ask::Document => (SECRET, 2),
        Ask::BirthDate => (SECRET, 1),
        Ask::Email | Ask::Username => (LOGIN, 1),
        Ask::Phone | Ask::Address | Ask::Name => (PERSONAL, 1),
        Ask::Other => return None,
    })
}

/// A bank, a shop or an authority asks for one or two of these, never for all.
fn rare_secrets(view: &View, seen: &[Ask], found: &mut Vec<Signal>) {
    const RARE: [Ask; 9] = [
        Ask::CardNumber,
        Ask::CardPin,
        Ask::MaidenName,
        Ask::NationalId,
        Ask::SortCode,
        Ask::AccountNumber,
        Ask::Bank,
        Ask::SecurityCode,
        Ask::Password,
    ];
    let count = RARE.iter().filter(|ask| seen.contains(ask)).count();
    let has = |ask| seen.contains(&ask);
    let proof = has(Ask::MaidenName) || has(Ask::NationalId);
    // The PIN is for the cash machine, the security code for the shop, and
    // neither goes with a bank account.
    let of_bank = has(Ask::SecurityCode) && has(Ask::AccountNumber);
    let with_pin = has(Ask::CardPin) && (proof || of_bank);
    // Whoever asks for a login, a card and a number of the state's at once, on a
    // page that leads nowhere, says whose it is.
    let with_login = has(Ask::Password) && has(Ask::CardNumber) && has(Ask::SecurityCode);
    let of_nobody = || view.is_bare() && brand::is_nobodys(view);
    if count >= 3 && (with_pin || with_login && proof && of_nobody()) {
        let names: Vec<String> = RARE
            .iter()
            .filter(|ask| seen.contains(ask))
            .map(|ask| format!("{ask:?}"))
            .collect();
        found.push(Signal::new(RARE_SECRETS, count as i32, names.join(", ")));
    }
}

/// The field in the page's own words.
fn words_of(field: &Field) -> &str {
    let words = [
        &field.label,
        &field.placeholder,
        &field.name,
        &field.id,
        &field.autocomplete,
    ]
    .into_iter()
    .find(|words| !words.trim().is_empty())
    .unwrap_or(&field.kind);
    words.trim()
}
