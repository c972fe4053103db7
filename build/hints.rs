//! Writes what the gate in the page asks (`extension/content/gate.js`) as a
//! script of its own, so that a tool or bank is added in one file.

use std::{collections::BTreeSet, path::Path};

use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use crate::entries::{Catalogue, read_file};

/// `hints.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Hints {
    files: Vec<String>,
    words: Vec<String>,
}

/// `unread.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Unread {
    host: Vec<Host>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Host {
    name: String,
    #[serde(rename = "source")]
    _source: String,
}

/// The script's text, of what stands in the catalogue's directory and its entries.
pub fn emit(root: &Path, catalogue: &Catalogue) -> Result<String, Vec<String>> {
    let hints: Hints = read_file(&root.join("hints.toml")).map_err(|problem| vec![problem])?;
    let unread: Unread = read_file(&root.join("unread.toml")).map_err(|problem| vec![problem])?;
    let Catalogue {
        brands,
        remote_tools,
        banks,
        ..
    } = catalogue;
    let names = brands.iter().flat_map(|it| &it.content.names);
    let tools = remote_tools.iter().flat_map(|it| &it.content.words);
    let owned = brands.iter().flat_map(|it| &it.content.domains);
    let vendors = remote_tools.iter().flat_map(|it| &it.content.vendor);
    let banks = banks.iter().flat_map(|it| &it.content.domains);
    let hosts: BTreeSet<&str> = owned
        .chain(vendors)
        .chain(banks)
        .map(String::as_str)
        .collect();
    let unread: Vec<&str> = unread.host.iter().map(|it| &*it.name).collect();
    Ok(format!(
        "// Made from the catalogue by build/hints.rs.\n\
         const ringfenceHints = {{\n  names: /{}/i,\n  files: /\\.(?:{})(?![a-z0-9_])/i,\n  \
         /** Who is asked about by name: every page of theirs is looked at. */\n  \
         hosts: \" {} \",\n  \
         /** Hosts that are not read. */\n  unread: \" {} \",\n}};\n",
        pattern(names.chain(tools).chain(&hints.words)),
        hints.files.join("|"),
        hosts.into_iter().collect::<Vec<_>>().join(" "),
        unread.join(" "),
    ))
}

/// What finds any of these names as they may be written: its words apart, joined
/// or with hyphens, with accents or without.
fn pattern<'a>(names: impl Iterator<Item = &'a String>) -> String {
    let mut names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
    // One that another is part of is found with it; of two that differ in their
    // gaps, the one with more finds the other.
    names.sort_by_key(|name| (joined(name).len(), usize::MAX - name.len()));
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let is_found = kept
            .iter()
            .any(|it| name.contains(&**it) || joined(&name) == joined(it));
        if !is_found {
            kept.push(name);
        }
    }
    kept.sort();
    let kept: Vec<String> = kept
        .iter()
        .map(|name| name.chars().map(letter).collect())
        .collect();
    kept.join("|")
}

fn is_gap(letter: char) -> bool {
    letter == ' ' || letter == '-'
}

fn joined(name: &str) -> String {
    name.chars().filter(|it| !is_gap(*it)).map(plain).collect()
}

fn plain(letter: char) -> char {
    letter.nfd().next().filter(char::is_ascii).unwrap_or(letter)
}

fn letter(letter: char) -> String {
    match letter {
        gap if is_gap(gap) => "[\\s-]*".to_owned(),
        '.' => "\\.".to_owned(),
        it if plain(it) != it => format!("[{}{it}]", plain(it)),
        it => it.to_string(),
    }
}
