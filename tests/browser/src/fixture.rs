//! The pages in `tests/pages`, each with what is expected of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::server::Page;

/// A page and its sidecar `NAME.json`.
#[derive(Debug, Clone, Deserialize)]
pub struct Fixture {
    /// Where it is served.
    pub url: String,
    /// `none`, `notice`, `caution` or `danger`.
    pub level: String,
    /// Kinds of threat that must be seen.
    pub kinds: Vec<String>,
    /// A hostile page begins its attack this long after it has loaded.
    #[serde(default)]
    pub delay_ms: u64,
    /// The directory and name, e.g. `scam/fake-payment`.
    #[serde(skip)]
    pub name: String,
    /// The page itself, as the file holds it.
    #[serde(skip)]
    pub html: Vec<u8>,
}

impl Fixture {
    /// The page `name`, e.g. `scam/fake-payment`.
    pub fn load(name: &str) -> Result<Self> {
        let file = directory().join(name);
        let read = |extension| {
            let file = file.with_extension(extension);
            std::fs::read(&file).with_context(|| file.display().to_string())
        };
        let mut fixture: Self = serde_json::from_slice(&read("json")?).context(name.to_owned())?;
        fixture.name = name.into();
        fixture.html = read("html")?;
        Ok(fixture)
    }

    /// Every page of `class`: `scam`, `benign` or `hostile`.
    pub fn all(class: &str) -> Result<Vec<Self>> {
        let mut names = Vec::new();
        for entry in std::fs::read_dir(directory().join(class)).context(class.to_owned())? {
            let file = PathBuf::from(entry?.file_name());
            if file
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                names.push(format!("{class}/{}", file.with_extension("").display()));
            }
        }
        names.sort();
        names.iter().map(|name| Self::load(name)).collect()
    }

    /// What its address answers.
    pub fn page(&self) -> Page {
        Page::html(self.html.clone())
    }

    /// Whether its scripts call `alert` and the like.
    pub fn opens_dialogs(&self) -> bool {
        let html = String::from_utf8_lossy(&self.html);
        let calls = ["alert(", "confirm(", "prompt("];
        calls.iter().any(|call| html.contains(call))
    }
}

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../pages")
}
