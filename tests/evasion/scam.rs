//! The pages that the tests hold for scams.

use std::fs;
use std::path::{Path, PathBuf};

use ringfence::page::html;
use ringfence::verdict::Level;

/// A page of `tests/pages/scam`, as it is or changed.
#[derive(Debug, Clone)]
pub struct Scam {
    /// The file's name, without its ending.
    pub name: String,
    /// What the server sends.
    pub html: String,
    /// Where it stands.
    pub url: String,
}

impl Scam {
    /// All of them, by name.
    pub fn all() -> Vec<Self> {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages/scam");
        let mut paths: Vec<PathBuf> = fs::read_dir(dir)
            .expect("a directory of pages")
            .map(|entry| entry.expect("a directory entry").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
            .collect();
        paths.sort();
        paths.iter().map(|path| Self::read(path)).collect()
    }

    fn read(path: &Path) -> Self {
        let side = fs::read_to_string(path.with_extension("json")).expect("a sidecar");
        let side: serde_json::Value = serde_json::from_str(&side).expect("a valid sidecar");
        let name = path.file_stem().expect("a name").to_string_lossy();
        Self {
            name: name.into_owned(),
            html: fs::read_to_string(path).expect("a page"),
            url: side["url"].as_str().expect("an address").to_owned(),
        }
    }

    /// Whether the page or one of its frames is warned about.
    pub fn alarms(&self) -> bool {
        html::collect(self.html.as_bytes(), &self.url)
            .iter()
            .any(|facts| ringfence::judge(facts).level >= Level::Caution)
    }
}
