//! The same page told in another language.
//!
//! `tests/evasion/other_language` holds a translation of every sentence of
//! every scam page: English pages go into one of eleven languages, the others
//! mostly into English. They were written from the sense of each sentence and
//! without looking at the catalogue's phrases, so that the row measures
//! whether those are enough for wordings that they were not made from.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::{Trick, scam};
use crate::markup::{rewrite_tags, rewrite_words, set, tag_name};
use crate::scam::Scam;

pub const TRICKS: &[Trick] = &[scam("told in another language", told)];

/// The words of one page in another language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    /// Which.
    lang: String,
    /// Names, codes and other words that are the same in it.
    #[serde(default)]
    stays: Vec<String>,
    /// Each text of the page, and what it becomes.
    words: BTreeMap<String, String>,
}

impl Translation {
    fn of(scam: &Scam) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/evasion/other_language")
            .join(&scam.name)
            .with_extension("toml");
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    fn tell(&self, text: &str) -> String {
        let key = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some(told) = self.words.get(&key) {
            return text.replace(text.trim(), told);
        }
        let has_words = key.chars().any(char::is_alphabetic);
        assert!(
            !has_words || self.stays.contains(&key),
            "no {} for {key:?}",
            self.lang
        );
        text.to_owned()
    }
}

fn told(scam: &Scam) -> Scam {
    let translation = Translation::of(scam);
    let told = rewrite_words(&scam.html, |text| translation.tell(text));
    let html = rewrite_tags(&told, |tag| match tag_name(tag).as_str() {
        "html" if !tag.starts_with("</") => set(tag, "lang", &translation.lang),
        _ => tag.to_owned(),
    });
    Scam {
        html,
        ..scam.clone()
    }
}
