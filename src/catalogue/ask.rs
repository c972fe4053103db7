//! [`Ask`]: what a field wants to know.

/// What a field asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Ask {
    /// The long number of a payment card.
    CardNumber,
    /// A card's expiry date, or the month or year of it.
    Expiry,
    /// The three or four digits on a card (CVV, CVC, CSC, CID).
    SecurityCode,
    /// The name on a card.
    CardName,
    /// A card's PIN, or its password for online payments (3-D Secure).
    CardPin,
    /// A bank's code: sort code, routing number, BIC.
    SortCode,
    /// The number of a bank account.
    AccountNumber,
    /// International bank account number.
    Iban,
    /// Which bank, or the login of online banking.
    Bank,
    /// A password that exists.
    Password,
    /// A password to be set.
    NewPassword,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A user name, or an e-mail address or number that serves as one.
    Username,
    /// A code that was just sent or shown: SMS, authenticator, TAN.
    OneTimeCode,
    /// "Verification code": a card's security code or a one-time code; which of
    /// the two, its neighbours say ([`crate::signals::fields::classify`]).
    VerificationCode,
    /// The date of birth or a part of it.
    BirthDate,
    /// The mother's maiden name.
    MaidenName,
    /// A number that names a person to the state: National Insurance, social
    /// security, tax, identity card, passport.
    NationalId,
    /// The code or number of a gift card or voucher that is worth money.
    GiftCard,
    /// A postal address or a part of it.
    Address,
    /// A person's name.
    Name,
    /// A picture of an identity document or of a card.
    Document,
    /// Something known to be none of these.
    Other,
}
