//! Someone to ring: which names and numbers can stand as [`Trusted`].

use crate::message::Trusted;

/// Longest name and number of a trusted person, in characters.
pub const PERSON_LENGTH: usize = 60;

/// Why a name and number cannot stand as [`Trusted`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTrusted {
    /// There is no name.
    NoName,
    /// The number is not one that a telephone can dial.
    NoNumber,
    /// The name is longer than [`PERSON_LENGTH`].
    NameTooLong,
    /// The number is longer than [`PERSON_LENGTH`].
    NumberTooLong,
}

impl Trusted {
    /// Takes what a person typed, trimmed.
    ///
    /// # Errors
    /// When the name is empty, the number is none or either is over-long.
    pub fn new(name: &str, number: &str) -> Result<Self, NotTrusted> {
        let (name, number) = (name.trim(), number.trim());
        if name.is_empty() {
            return Err(NotTrusted::NoName);
        }
        if name.chars().count() > PERSON_LENGTH {
            return Err(NotTrusted::NameTooLong);
        }
        if number.chars().count() > PERSON_LENGTH {
            return Err(NotTrusted::NumberTooLong);
        }
        let trusted = Self {
            name: name.to_owned(),
            number: number.to_owned(),
        };
        match trusted.dial() {
            Some(_) => Ok(trusted),
            None => Err(NotTrusted::NoNumber),
        }
    }

    /// The number as a `tel:` address; `None` when it holds fewer than three
    /// digits or anything but digits, blanks, `+`, `(`, `)`, `-`, `.` and `/`.
    pub fn dial(&self) -> Option<String> {
        let filler = |c: char| c.is_whitespace() || "()-./".contains(c);
        let dialled: String = self.number.chars().filter(|c| !filler(*c)).collect();
        let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
        let is_number = digits.len() >= 3 && digits.chars().all(|c| c.is_ascii_digit());
        is_number.then(|| format!("tel:{dialled}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trusted_person_needs_a_name_and_a_number() {
        let anna = Trusted::new("Anna", "020 7946 0000").expect("valid");
        assert_eq!(anna.dial().as_deref(), Some("tel:02079460000"));
        let abroad = Trusted::new(" Bo ", "+44 (20) 7946-0000").expect("valid");
        assert_eq!(abroad.name, "Bo");
        assert_eq!(abroad.dial().as_deref(), Some("tel:+442079460000"));
        assert_eq!(Trusted::new(" ", "159"), Err(NotTrusted::NoName));
        assert_eq!(Trusted::new("Bo", "ask me"), Err(NotTrusted::NoNumber));
        assert_eq!(Trusted::new("Bo", "12"), Err(NotTrusted::NoNumber));
        assert_eq!(Trusted::new("Bo", "159;x"), Err(NotTrusted::NoNumber));
        let long = "1".repeat(PERSON_LENGTH + 1);
        assert_eq!(Trusted::new(&long, "159"), Err(NotTrusted::NameTooLong));
        assert_eq!(Trusted::new("Bo", &long), Err(NotTrusted::NumberTooLong));
    }
}
