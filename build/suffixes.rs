//! The public suffix list as a compact table.
//!
//! 10,400 rules are 148 KB of text and about half of that as an [`fst::Map`];
//! the same list compiled to Rust code (crate `psl`) adds 909 KB to the
//! WebAssembly build.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// The name itself is a public suffix (`co.uk`).
const SUFFIX: u64 = 1;
/// Every name one label below is a public suffix (`*.ck`, kept under `ck`).
const WILDCARD: u64 = 2;
/// The name is not a suffix although a wildcard says so (`!www.ck`).
const EXCEPTION: u64 = 4;
/// The rule stands in the list's private section.
const PRIVATE: u64 = 8;

/// Reads the list at `from` and writes a map from names in ASCII to flags.
pub fn compile(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    let mut names = BTreeMap::<String, u64>::new();
    let mut section = 0;
    for line in std::fs::read_to_string(from)?.lines() {
        if line.contains("===BEGIN PRIVATE DOMAINS===") {
            section = PRIVATE;
        }
        // A rule ends at the first white space; what follows is a comment.
        let rule = line.split_whitespace().next().unwrap_or_default();
        if rule.is_empty() || rule.starts_with("//") {
            continue;
        }
        let (name, flag) = if let Some(name) = rule.strip_prefix("*.") {
            (name, WILDCARD)
        } else if let Some(name) = rule.strip_prefix('!') {
            (name, EXCEPTION)
        } else {
            (rule, SUFFIX)
        };
        let name = idna::domain_to_ascii(name).map_err(|_| format!("not a rule: {rule}"))?;
        *names.entry(name).or_default() |= flag | section;
    }
    let map = fst::Map::from_iter(names)?;
    std::fs::write(to, map.as_fst().as_bytes())?;
    Ok(())
}
