//! Reads and checks the catalogue's files.

use std::{collections::HashMap, fs, path::Path};

use serde::de::DeserializeOwned;

use crate::automaton::{self, Built};
use crate::fold::Table;
use crate::formats::{Bank, Brand, Hosting, Phrases, RemoteTool};
use crate::phrases::Graph;

/// One file: its id (the file's name), its path for messages, its content.
pub struct Entry<T> {
    pub id: String,
    pub path: String,
    pub content: T,
}

/// The whole catalogue, each part sorted by path.
pub struct Catalogue {
    pub brands: Vec<Entry<Brand>>,
    pub remote_tools: Vec<Entry<RemoteTool>>,
    pub banks: Vec<Entry<Bank>>,
    pub hosting: Vec<Entry<Hosting>>,
    /// `id` is the topic; a topic has a file per language.
    pub phrases: Vec<Entry<Phrases>>,
    /// Finds every phrase, by its number.
    pub automaton: Built,
    /// The subject of each phrase, by its number.
    pub subjects: Vec<u16>,
    /// The topics, sorted: subjects 0 and up.
    pub topics: Vec<String>,
}

impl Catalogue {
    /// Number of the subject "named `brand`"; "`brand`'s copyright line", "the
    /// wording of `brand`'s own pages" and "`brand`'s membership" are the next ones.
    pub fn brand_subject(&self, brand: usize) -> usize {
        self.topics.len() + 4 * brand
    }

    /// Number of the subject "`tool` is named".
    pub fn tool_subject(&self, tool: usize) -> usize {
        self.brand_subject(self.brands.len()) + tool
    }
}

/// Reads everything under `root`. Fails with every problem found, each with
/// the path of its file.
pub fn read(root: &Path, table: &Table) -> Result<Catalogue, Vec<String>> {
    let mut problems = Vec::new();
    let mut catalogue = Catalogue {
        brands: read_dir(&root.join("brands"), &mut problems),
        remote_tools: read_dir(&root.join("remote_tools"), &mut problems),
        banks: read_dir(&root.join("banks"), &mut problems),
        hosting: read_dir(&root.join("hosting"), &mut problems),
        phrases: Vec::new(),
        automaton: Built::default(),
        subjects: Vec::new(),
        topics: Vec::new(),
    };
    for language in list(&root.join("phrases"), &mut problems) {
        catalogue
            .phrases
            .extend(read_dir(Path::new(&language), &mut problems));
    }
    catalogue.topics = catalogue
        .phrases
        .iter()
        .map(|entry| entry.id.clone())
        .collect();
    catalogue.topics.sort();
    catalogue.topics.dedup();
    add_phrases(&mut catalogue, table, &mut problems);
    check_domains(&catalogue, &mut problems);
    if problems.is_empty() {
        Ok(catalogue)
    } else {
        Err(problems)
    }
}

/// Every file of a directory; what is wrong with one goes to `problems`.
pub fn read_dir<T: DeserializeOwned>(dir: &Path, problems: &mut Vec<String>) -> Vec<Entry<T>> {
    let mut entries = Vec::new();
    for path in list(dir, problems) {
        let name = Path::new(&path);
        let id = name
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default()
            .to_owned();
        let plain = id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if name.extension().is_none_or(|extension| extension != "toml") || !plain || id.is_empty() {
            problems.push(format!("{path}: name it `lower-case-and-hyphens.toml`"));
            continue;
        }
        match read_file(name) {
            Ok(content) => entries.push(Entry { id, path, content }),
            Err(problem) => problems.push(problem),
        }
    }
    entries
}

/// One file; what is wrong with it, in a line, with its path.
pub fn read_file<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    fs::read_to_string(path)
        .map_err(|error| error.to_string())
        .and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()))
        .map_err(|error| format!("{}: {}", path.display(), error.replace('\n', " ")))
}

fn list(dir: &Path, problems: &mut Vec<String>) -> Vec<String> {
    let listed = fs::read_dir(dir).and_then(|entries| {
        entries
            .map(|entry| Ok(entry?.path().to_string_lossy().into_owned()))
            .collect::<Result<Vec<_>, std::io::Error>>()
    });
    match listed {
        Ok(mut paths) => {
            paths.sort();
            paths
        }
        Err(error) => {
            problems.push(format!("{}: {error}", dir.display()));
            Vec::new()
        }
    }
}

/// `call-this-number` → `CallThisNumber`.
pub fn camel(kebab: &str) -> String {
    kebab
        .split('-')
        .flat_map(|word| {
            let (first, rest) = word.split_at(word.len().min(1));
            [first.to_ascii_uppercase(), rest.to_owned()]
        })
        .collect()
}

/// Makes the automaton of every phrase and name.
fn add_phrases(catalogue: &mut Catalogue, table: &Table, problems: &mut Vec<String>) {
    let mut graph = Graph::default();
    let mut starts = Vec::new();
    let mut subjects = Vec::new();
    for (path, list, subject) in phrase_lists(catalogue) {
        for phrase in list {
            match graph.add(phrase, subjects.len() as u16, table) {
                Ok(start) => starts.push(start),
                Err(problem) => problems.push(format!("{path}: {problem}")),
            }
            subjects.push(subject as u16);
        }
    }
    if subjects.len() > usize::from(u16::MAX) {
        problems.push("more phrases than the tables can number".into());
    }
    catalogue.subjects = subjects;
    catalogue.automaton = automaton::build(&graph, &starts);
}

/// Path, phrases and subject of every list of phrases, those of `phrases/` first.
fn phrase_lists(catalogue: &Catalogue) -> Vec<(&str, &[String], usize)> {
    let mut lists: Vec<(&str, &[String], usize)> = Vec::new();
    for entry in &catalogue.phrases {
        let topic = catalogue
            .topics
            .binary_search(&entry.id)
            .unwrap_or_default();
        lists.push((&entry.path, &entry.content.phrases, topic));
    }
    for (number, entry) in catalogue.brands.iter().enumerate() {
        let (content, subject) = (&entry.content, catalogue.brand_subject(number));
        lists.push((&entry.path, &content.names, subject));
        lists.push((&entry.path, &content.look.copyright, subject + 1));
        lists.push((&entry.path, &content.look.wording, subject + 2));
        lists.push((&entry.path, &content.membership.phrases, subject + 3));
    }
    for (number, entry) in catalogue.remote_tools.iter().enumerate() {
        lists.push((
            &entry.path,
            &entry.content.words,
            catalogue.tool_subject(number),
        ));
    }
    lists
}

/// A domain has one owner, and is written as a browser writes it.
fn check_domains(catalogue: &Catalogue, problems: &mut Vec<String>) {
    let mut owners: HashMap<&str, &str> = HashMap::new();
    let brands = catalogue.brands.iter().flat_map(|brand| {
        let content = &brand.content;
        let domains = content.domains.iter().chain(&content.hosting);
        domains.map(|domain| (domain, &brand.path))
    });
    let tools = catalogue.remote_tools.iter().flat_map(|tool| {
        tool.content
            .vendor
            .iter()
            .map(|domain| (domain, &tool.path))
    });
    let banks = catalogue.banks.iter().flat_map(|bank| {
        bank.content
            .domains
            .iter()
            .map(|domain| (domain, &bank.path))
    });
    let hosting = catalogue.hosting.iter().flat_map(|hosting| {
        let domains = hosting.content.domains.iter();
        domains.map(|domain| (domain, &hosting.path))
    });
    for (domain, path) in brands.chain(tools).chain(banks).chain(hosting) {
        let plain = domain
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b));
        if !plain || domain.starts_with('.') || domain.is_empty() {
            problems.push(format!(
                "{path}: \"{domain}\" is no host in lower case (IDN as xn--)"
            ));
        }
        if let Some(other) = owners.insert(domain, path) {
            problems.push(format!("{path}: \"{domain}\" stands in {other} too"));
        }
    }
}
