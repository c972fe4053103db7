//! Reads `extension/_locales`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One language's messages by id.
pub type Messages = BTreeMap<String, Message>;

/// One entry of a `messages.json`.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Message {
    /// The text; `$NAME$` stands for a placeholder.
    pub message: String,
    /// The note for translators.
    pub description: String,
    /// By name in small letters.
    pub placeholders: BTreeMap<String, Placeholder>,
}

/// What is put in for a `$NAME$`.
#[derive(Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// `$1`, `$2` ...
    pub content: String,
    /// What it may be, for translators.
    pub example: String,
}

impl Message {
    /// The text as it would be shown, with the examples put in.
    pub fn shown(&self) -> String {
        self.placeholders
            .iter()
            .fold(self.message.clone(), |text, (name, placeholder)| {
                text.replace(&token(name), &placeholder.example)
            })
    }
}

/// How a placeholder is written in a message.
pub fn token(name: &str) -> String {
    format!("${}$", name.to_uppercase())
}

/// A path of the repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The messages of one language.
pub fn messages(language: &str) -> Messages {
    let path = repository("extension/_locales")
        .join(language)
        .join("messages.json");
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

/// Every language but English, which is the one that the others are held to.
pub fn translations() -> Vec<String> {
    let folder = fs::read_dir(repository("extension/_locales")).expect("the folder of languages");
    let names = folder.map(|entry| entry.expect("an entry").file_name().into_string());
    names
        .map(|name| name.expect("a name in UTF-8"))
        .filter(|name| name != "en")
        .collect()
}
