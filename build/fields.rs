//! Reads `fields/*.toml` and writes them as tables: the words by which a field
//! says what it asks for.

use std::{collections::BTreeMap, fmt::Write, path::Path};

use serde::Deserialize;

use crate::entries::{self, Entry};
use crate::fold::Table;
use crate::phrases::Graph;
use crate::{automaton, emit};

/// `fields/<language>.toml`, and `fields/idents.toml` for names and ids.
#[derive(Debug, Deserialize)]
pub struct Fields {
    /// What is asked for (`card-number`) → the words that say so.
    #[serde(flatten)]
    pub words: BTreeMap<String, Vec<String>>,
    pub should: BTreeMap<String, Vec<String>>,
    pub should_not: BTreeMap<String, Vec<String>>,
}

/// Every file, sorted by path.
pub struct FieldWords {
    files: Vec<Entry<Fields>>,
    /// What can be asked for, sorted; a word's number is its place here.
    asks: Vec<String>,
    labels: Words,
    idents: Words,
}

/// Words as a graph, and where each starts.
#[derive(Default)]
struct Words {
    graph: Graph,
    starts: Vec<usize>,
}

/// The file whose words are those of names and ids.
const IDENTS: &str = "idents";

/// Reads everything in `dir`.
pub fn read(dir: &Path, table: &Table) -> Result<FieldWords, Vec<String>> {
    let mut problems = Vec::new();
    let files: Vec<Entry<Fields>> = entries::read_dir(dir, &mut problems);
    let mut asks: Vec<String> = files
        .iter()
        .flat_map(|file| file.content.words.keys().cloned())
        .collect();
    asks.sort();
    asks.dedup();
    let (mut labels, mut idents) = (Words::default(), Words::default());
    for file in &files {
        let list = match file.id == IDENTS {
            true => &mut idents,
            false => &mut labels,
        };
        for (ask, words) in &file.content.words {
            let number = asks.binary_search(ask).unwrap_or_default() as u16;
            for word in words {
                match list.graph.add(word, number, table) {
                    Ok(start) => list.starts.push(start),
                    Err(problem) => problems.push(format!("{}: {problem}", file.path)),
                }
            }
        }
    }
    match problems.is_empty() {
        true => Ok(FieldWords {
            files,
            asks,
            labels,
            idents,
        }),
        false => Err(problems),
    }
}

impl FieldWords {
    /// `LABEL_WORDS`, `IDENT_WORDS` and `ASKS`, the meaning of their numbers.
    pub fn emit(&self, out: &mut String) {
        for (name, words) in [("LABEL_WORDS", &self.labels), ("IDENT_WORDS", &self.idents)] {
            emit::automaton(out, name, &automaton::build(&words.graph, &words.starts));
        }
        let asks: String = self
            .asks
            .iter()
            .map(|ask| format!("Ask::{}, ", entries::camel(ask)))
            .collect();
        writeln!(out, "pub static ASKS: &[Ask] = &[{asks}];").expect("writing to a string");
    }

    /// The examples of each file as a test.
    pub fn emit_examples(&self, out: &mut String) {
        for file in &self.files {
            let finder = match file.id == IDENTS {
                true => "ask_of_ident",
                false => "ask_of_label",
            };
            let mut list = String::new();
            for (examples, expected) in [
                (&file.content.should, true),
                (&file.content.should_not, false),
            ] {
                for (ask, texts) in examples {
                    for text in texts {
                        write!(
                            list,
                            "(Ask::{}, {expected}, {text:?}),",
                            entries::camel(ask)
                        )
                        .expect("writing to a string");
                    }
                }
            }
            writeln!(
                out,
                "#[test] fn fields_{}() {{ report({:?}, fields({finder}, &[{list}])); }}",
                file.id, file.path
            )
            .expect("writing to a string");
        }
    }
}
