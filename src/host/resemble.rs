//! Whom a host resembles, and how.
//!
//! Only the name is looked at, and only the labels that its holder was free to
//! choose: those in front of the public suffix.

use std::cell::OnceCell;

use super::letters::Label;
use super::{How, slip, suffix};
use crate::catalogue::{Brand, glob};

/// Shorter tokens are near to too many words: no slips are looked for, and
/// inside a word they count only beside something else that speaks for them.
const LONG_TOKEN: usize = 6;
/// Shorter keywords stand inside too many words; they count as whole words.
const LONG_KEYWORD: usize = 4;

/// How `name` (a host in lower-case ASCII, not the brand's own) resembles `brand`.
pub(super) fn how(name: &str, brand: &Brand) -> Option<How> {
    let chosen = name.len() - suffix::of(name).text.len();
    let chosen = name[..chosen].strip_suffix('.')?;
    let site = Site {
        name,
        labels: chosen.split('.').map(Label::new).collect(),
        brand,
        keyword: OnceCell::new(),
    };
    let tokens = brand.host.tokens;
    let written = tokens.iter().find_map(|token| site.written(token));
    written
        .or_else(|| {
            let looks = tokens.iter().any(|token| site.looks_like(token));
            looks.then_some(How::Homoglyph)
        })
        .or_else(|| {
            let typo = tokens.iter().any(|token| site.mistypes(token));
            typo.then_some(How::Typo)
        })
}

/// A host in front of a brand.
pub(super) struct Site<'a> {
    name: &'a str,
    /// In front of the public suffix; the last one was registered.
    labels: Vec<Label<'a>>,
    brand: &'a Brand,
    keyword: OnceCell<bool>,
}

impl Site<'_> {
    /// The token letter by letter.
    fn written(&self, token: &str) -> Option<How> {
        let mut found = None;
        for (at, label) in self.labels.iter().enumerate() {
            if label.written == token {
                if self.goes_on_as_the_brands(at) {
                    return Some(How::Subdomain);
                }
                let registered = at + 1 == self.labels.len();
                found.get_or_insert(if registered {
                    How::WrongSuffix
                } else {
                    How::ExactToken
                });
            } else if self.names(at, &label.written, token) {
                found.get_or_insert(How::Combo);
            }
        }
        found
    }

    /// The token in letters that only look like it.
    fn looks_like(&self, token: &str) -> bool {
        let mut labels = self.labels.iter().enumerate();
        labels.any(|(at, label)| {
            let mut looks = label.looks.iter();
            looks.any(|look| self.names(at, look, token))
        })
    }

    /// A slip of the finger or the eye away from the token.
    fn mistypes(&self, token: &str) -> bool {
        if token.len() < LONG_TOKEN {
            return false;
        }
        let mut labels = self.labels.iter().enumerate();
        labels.any(|(at, label)| {
            label.forms().any(|form| {
                let slip = |word: &str| {
                    // A word that holds the token was judged already.
                    word.len() >= slip::SHORTEST
                        && !word.contains(token)
                        && slip::is_near(token, word)
                        && !self.is_honest(word)
                        && slip::is_slip(token, word, &self.surroundings(at, word))
                };
                self.splits(form, token)
                    || words(form).any(|word| slip(word) || self.around_keywords(word).any(&slip))
            })
        })
    }

    /// Whether the host, from label `at` on, goes on like one of the brand's:
    /// `amazon.co.uk.example`, `amazon.co.jp-login.example`.
    fn goes_on_as_the_brands(&self, at: usize) -> bool {
        let rest = self.name.splitn(at + 1, '.').last().unwrap_or_default();
        let mut domains = self.brand.domains.iter();
        domains.any(|domain| {
            let after = rest.strip_prefix(domain);
            domain.contains('.') && after.is_some_and(|after| after.starts_with(['.', '-']))
        })
    }

    /// Whether `token` stands in `label` (number `at`) other than in an honest word.
    fn names(&self, at: usize, label: &str, token: &str) -> bool {
        let Some(start) = label.find(token) else {
            return false;
        };
        if token.len() < LONG_TOKEN {
            return words(label).any(|word| {
                let around = || self.surroundings(at, word);
                let at_an_end = word.starts_with(token) || word.ends_with(token);
                word == token || (at_an_end && around().support())
            });
        }
        let word = words(&label[start..]).next().unwrap_or_default();
        let joined = label[start..].replace('-', "");
        let honest = self.is_honest(word)
            || self.is_honest(&joined)
            || words(&label[start + token.len()..]).any(|word| self.brand.is_namesake(word));
        !honest || self.has_keyword()
    }

    /// `ama-zon`, `a-mazon-login`: the token with hyphens in it, at an end of
    /// the label or beside a keyword (`drama-zone` is neither).
    fn splits(&self, label: &str, token: &str) -> bool {
        if !label.contains('-') || label.contains(token) {
            return false;
        }
        let joined = label.replace('-', "");
        let at_an_end = joined.starts_with(token) || joined.ends_with(token);
        joined.contains(token) && (at_an_end || self.has_keyword())
    }

    /// What stands around `word` in label `at`.
    fn surroundings(&self, at: usize, word: &str) -> slip::Surroundings {
        slip::Surroundings {
            before_suffix: self.goes_on_like_a_suffix(at, word),
            below: at + 1 < self.labels.len(),
            keyword: self.has_keyword(),
        }
    }

    /// Whether what follows plays a public suffix: `amazom.co.jp.example`,
    /// `amazom-co-jp.example`, `amazom.com-login.example`, `amazomco.jplogin.example`.
    fn goes_on_like_a_suffix(&self, at: usize, word: &str) -> bool {
        let mut after = self.labels[at].written.split(word).skip(1);
        let in_label = after.next().and_then(|rest| words(rest).next());
        let next = self.labels.get(at + 1).map(|label| &*label.written);
        let registered = at + 2 >= self.labels.len();
        in_label.is_some_and(|part| matches!(part, "co" | "com" | "cojp" | "couk"))
            || next.is_some_and(|next| {
                let short = next.len() <= 3 && !registered;
                short
                    || ["co-", "com-", "jp"]
                        .iter()
                        .any(|start| next.starts_with(start))
            })
    }

    /// Whether a word that scammers join with the name stands in the host.
    fn has_keyword(&self) -> bool {
        *self.keyword.get_or_init(|| {
            self.labels.iter().any(|label| {
                self.brand.host.combos.iter().any(|keyword| {
                    if keyword.len() < LONG_KEYWORD {
                        words(&label.written).any(|word| word == *keyword)
                    } else {
                        label.written.contains(keyword)
                    }
                })
            })
        })
    }

    /// What is left of `word` when keywords are taken out; nothing without any.
    fn around_keywords<'w>(&self, word: &'w str) -> impl Iterator<Item = &'w str> + use<'w> {
        let mut rest = vec![word];
        let has_room = word.len() >= LONG_KEYWORD + slip::SHORTEST;
        for keyword in self.brand.host.combos {
            if has_room && keyword.len() >= LONG_KEYWORD && word.contains(keyword) {
                rest = rest.iter().flat_map(|part| part.split(keyword)).collect();
            }
        }
        rest.into_iter().filter(move |part| part.len() < word.len())
    }

    fn is_honest(&self, word: &str) -> bool {
        let mut honest = self.brand.host.honest.iter();
        honest.any(|honest| glob(honest, word))
    }
}

/// The runs of letters in a label.
fn words(label: &str) -> impl Iterator<Item = &str> {
    label
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
}
