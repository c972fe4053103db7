//! Reads `words/*.toml` and writes them as one map: each word, several words in
//! a row, or beginning of words, and the classes that it belongs to.

use std::{collections::BTreeMap, error::Error, fmt::Write, path::Path};

use crate::entries::{self, Entry};
use crate::fold::{Folder, Table};

/// `words/<language>.toml`: a class (`agent`) → its words.
type Words = BTreeMap<String, Vec<String>>;

/// Classes that a value has room for: seven bits each.
const MOST_CLASSES: usize = 127;
/// Classes of one word that a value has room for.
const MOST_OF_A_WORD: usize = 8;
/// The bit of a class's byte that says that more letters may follow.
const STEM: u8 = 0x80;

/// The words of all languages.
pub struct WordClasses {
    /// The classes, sorted; a class's number is its place here and one more.
    names: Vec<String>,
    /// Folded words and the bytes of their classes.
    words: BTreeMap<Vec<u8>, Vec<u8>>,
}

/// Reads everything in `dir`.
pub fn read(dir: &Path, table: &Table) -> Result<WordClasses, Vec<String>> {
    let mut problems = Vec::new();
    let files: Vec<Entry<Words>> = entries::read_dir(dir, &mut problems);
    let mut names: Vec<String> = files
        .iter()
        .flat_map(|file| file.content.keys().cloned())
        .collect();
    names.sort();
    names.dedup();
    if names.len() > MOST_CLASSES {
        problems.push(format!(
            "{}: more than {MOST_CLASSES} classes",
            dir.display()
        ));
    }
    let mut classes = WordClasses {
        names,
        words: BTreeMap::new(),
    };
    for file in &files {
        for (class, list) in &file.content {
            for word in list {
                if let Err(problem) = classes.add(class, word, table) {
                    problems.push(format!("{}: {problem}", file.path));
                }
            }
        }
    }
    match problems.is_empty() {
        true => Ok(classes),
        false => Err(problems),
    }
}

impl WordClasses {
    fn add(&mut self, class: &String, word: &str, table: &Table) -> Result<(), String> {
        let (stem, mark) = match word.strip_suffix('*') {
            Some(stem) => (stem, STEM),
            None => (word, 0),
        };
        let number = 1 + self.names.binary_search(class).unwrap_or_default() as u8;
        let classes = self.words.entry(fold(stem, table)).or_default();
        match classes.iter_mut().find(|known| **known & !STEM == number) {
            Some(known) => *known |= mark,
            None => classes.push(number | mark),
        }
        match classes.len() {
            _ if stem.trim().is_empty() => Err(format!("\"{word}\" is empty")),
            0..=MOST_OF_A_WORD => Ok(()),
            _ => Err(format!(
                "\"{word}\" is of more than {MOST_OF_A_WORD} classes"
            )),
        }
    }

    /// `CLASS_NAMES`.
    pub fn emit(&self, out: &mut String) {
        writeln!(out, "pub static CLASS_NAMES: &[&str] = &{:?};", self.names)
            .expect("writing to a string");
    }

    /// Writes the map.
    pub fn write(&self, to: &Path) -> Result<(), Box<dyn Error>> {
        let values = self.words.iter().map(|(word, classes)| {
            let mut bytes = [0; MOST_OF_A_WORD];
            bytes[..classes.len()].copy_from_slice(classes);
            (word, u64::from_le_bytes(bytes))
        });
        let map = fst::Map::from_iter(values)?;
        std::fs::write(to, map.as_fst().as_bytes())?;
        Ok(())
    }
}

/// As the page's words are folded.
fn fold(word: &str, table: &Table) -> Vec<u8> {
    let mut folder = Folder::new(table, Vec::new());
    folder.push_str(word.trim());
    folder.out.trim_ascii_end().to_vec()
}
