//! Reads `files/endings.toml` and writes it as a table: what a file is by the
//! ending of its name.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use serde::Deserialize;

use crate::entries;

/// `files/endings.toml`
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endings {
    endings: BTreeMap<String, Vec<FileTrait>>,
}

/// What can be true of a file; `src/catalogue/files.rs` has its twin.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum FileTrait {
    Program,
    Opens,
    Archive,
    Packed,
    Script,
    Alone,
    Paper,
    Data,
}

/// Reads and checks the file in `dir`.
pub fn read(dir: &Path) -> Result<Endings, Vec<String>> {
    let path = dir.join("endings.toml");
    let endings: Endings = entries::read_file(&path).map_err(|problem| vec![problem])?;
    let is_written_so = |ending: &&String| {
        let mut bytes = ending.bytes();
        !bytes.all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    match endings.endings.keys().find(is_written_so) {
        Some(ending) => Err(vec![format!(
            "{}: \"{ending}\" is no ending in lower case",
            path.display()
        )]),
        None => Ok(endings),
    }
}

impl Endings {
    /// `ENDINGS`, sorted.
    pub fn emit(&self, out: &mut String) {
        out.push_str("pub static ENDINGS: &[(&str, &[FileTrait])] = &[\n");
        for (ending, traits) in &self.endings {
            let traits: String = traits
                .iter()
                .map(|is| format!("FileTrait::{is:?}, "))
                .collect();
            writeln!(out, "({ending:?}, &[{traits}]),").expect("writing to a string");
        }
        out.push_str("];\n");
    }
}
