//! Whether a word is a slip away from a brand's name.
//!
//! The further away it is, the more else in the host must speak for it. The
//! limits are in tenths of an edit ([`super::distance`]); `docs/hosts.md` says
//! what each one finds and what it would cost to raise it.

use super::distance;

/// Shorter words are near to everything.
pub(super) const SHORTEST: usize = 4;

/// For a word with nothing that speaks for it: one edit.
const ALONE: u8 = 10;
/// For a label below the registered one, free of charge and of taste, and for
/// words beside a keyword: two slips, or one and a half edits.
const SUPPORTED: u8 = 15;
/// For a word that is followed by what plays a public suffix.
const BEFORE_SUFFIX: u8 = 18;
/// For the beginning of a longer word: one slip.
const BEGINNING: u8 = 6;
/// For the beginning of a longer word beside a keyword: one edit.
const BEGINNING_SUPPORTED: u8 = 10;

/// What speaks for a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Surroundings {
    /// What follows plays a public suffix.
    pub before_suffix: bool,
    /// It stands below the registered label.
    pub below: bool,
    /// A keyword stands in the host.
    pub keyword: bool,
}

impl Surroundings {
    /// Whether anything at all speaks for the word.
    pub fn support(self) -> bool {
        self.before_suffix || self.below || self.keyword
    }
}

/// Whether `word` would be a slip if all that can spoke for it: the quick
/// answer for most words.
pub(super) fn is_near(name: &str, word: &str) -> bool {
    let everything = Surroundings {
        before_suffix: true,
        below: true,
        keyword: true,
    };
    is_slip(name, word, &everything)
}

/// Whether `word` (in lower case, not an honest word) is a slip away from `name`.
pub(super) fn is_slip(name: &str, word: &str, around: &Surroundings) -> bool {
    let (name, word) = (name.as_bytes(), word.as_bytes());
    let Some(costs) = distance::costs(name, word) else {
        return false;
    };
    let limit = if around.before_suffix {
        BEFORE_SUFFIX
    } else if around.support() {
        SUPPORTED
    } else {
        ALONE
    };
    let beginning_limit = if around.keyword {
        BEGINNING_SUPPORTED
    } else {
        BEGINNING
    };
    costs.beginning <= beginning_limit
        || word.starts_with(&name[..name.len() - 1])
        || costs.whole.is_some_and(|cost| cost <= limit)
        || is_reordered(name, word)
}

/// Whether `word` has the letters of `name`, the first one first, in another order.
fn is_reordered(name: &[u8], word: &[u8]) -> bool {
    let sorted = |text: &[u8]| {
        let mut letters = text.to_vec();
        letters.sort_unstable();
        letters
    };
    name.len() == word.len() && name.first() == word.first() && sorted(name) == sorted(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Surroundings = Surroundings {
        before_suffix: false,
        below: false,
        keyword: false,
    };

    fn alone(word: &str) -> bool {
        is_slip("amazon", word, &NOTHING)
    }

    #[test]
    fn one_slip_or_edit_is_enough() {
        assert!(alone("amazom") && alone("amaozn") && alone("amzon") && alone("amazzon"));
        assert!(alone("amazot"));
    }

    #[test]
    fn two_edits_need_support() {
        assert!(!alone("amaezom") && !alone("aonzon") && !alone("amarzonhk"));
        let below = Surroundings {
            below: true,
            ..NOTHING
        };
        let keyword = Surroundings {
            keyword: true,
            ..NOTHING
        };
        let before_suffix = Surroundings {
            before_suffix: true,
            ..NOTHING
        };
        assert!(is_slip("amazon", "amaezom", &below));
        assert!(is_slip("amazon", "amaezom", &keyword));
        assert!(is_slip("amazon", "amarzonhk", &keyword));
        assert!(is_slip("amazon", "aonzon", &before_suffix));
        assert!(!is_slip("amazon", "aonzon", &keyword));
        assert!(!is_slip("amazon", "aragon", &before_suffix));
    }

    #[test]
    fn the_letters_in_another_order() {
        assert!(alone("azamon") && alone("amanzo"));
        assert!(!alone("nozama"));
    }

    #[test]
    fn a_beginning_of_a_longer_word() {
        assert!(alone("amazomcustomers") && alone("amazoco"));
        assert!(!alone("amarillo") && !alone("amazfit"));
    }
}
