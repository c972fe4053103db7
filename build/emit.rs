//! Writes what was read as Rust source.

use std::fmt::Write;

use crate::entries::{Catalogue, Entry, camel};
use crate::fold::{Table, is_joined, squeeze};
use crate::patterns_table;

/// The static folding table.
pub fn fold_table(table: &Table) -> String {
    format!(
        "static TABLE: Table = Table {{ index: &{:?}, blocks: &{:?}, strings: &{:?} }};",
        table.index, table.blocks, table.strings
    )
}

/// Letters that a phrase must have to be looked for in squeezed text; a letter
/// of a script without word spaces says as much as three.
const SQUEEZED_LETTERS: usize = 12;

/// The static tables of `src/catalogue/tables.rs`.
pub fn catalogue(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    topics(&mut out, catalogue);
    entries(&mut out, catalogue);
    domains(&mut out, catalogue);

    let patterns = &catalogue.patterns;
    patterns_table::emit_words(&mut out, "WORDS", patterns.clone());
    let squeezed = patterns
        .iter()
        .filter(|(phrase, _)| letters(phrase) >= SQUEEZED_LETTERS)
        .map(|(phrase, number)| (squeezed(phrase), *number));
    patterns_table::emit_squeezed(&mut out, "SQUEEZED", squeezed.collect());
    writeln!(
        out,
        "pub static PATTERN_SUBJECTS: &[u16] = &{:?};",
        catalogue.subjects
    )
    .expect("writing to a string");
    out
}

fn letters(phrase: &str) -> usize {
    let weigh = |c: char| match c {
        ' ' => 0,
        '\u{3000}'.. if is_joined(c) => 3,
        _ => 1,
    };
    phrase.chars().map(weigh).sum()
}

fn squeezed(phrase: &str) -> String {
    let mut out = Vec::new();
    phrase.bytes().for_each(|byte| squeeze(&mut out, byte));
    String::from_utf8_lossy(&out).into_owned()
}

/// `pub enum Topic`.
fn topics(out: &mut String, catalogue: &Catalogue) {
    let mut variants = String::new();
    for topic in &catalogue.topics {
        let languages: Vec<_> = catalogue
            .phrases
            .iter()
            .filter(|entry| entry.id == *topic)
            .collect();
        writeln!(
            variants,
            "/// `phrases/*/{topic}.toml`, in {} languages.\n{},",
            languages.len(),
            camel(topic)
        )
        .expect("writing to a string");
    }
    writeln!(
        out,
        "/// What a phrase is about: one for each file name under `phrases/<lang>/`.
         #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
         pub enum Topic {{ {variants} }}"
    )
    .expect("writing to a string");
}

/// `pub static BRANDS`, `REMOTE_TOOLS` and `BANKS`.
fn entries(out: &mut String, catalogue: &Catalogue) {
    table(
        out,
        "BRANDS",
        "Brand",
        &catalogue.brands,
        |number, brand| {
            let (host, look) = (&brand.host, &brand.look);
            let subject = catalogue.brand_subject(number);
            format!(
                "name: {:?}, names: &{:?}, domains: &{:?}, hosting: &{:?}, \
             host: HostRules {{ tokens: &{:?}, combos: &{:?}, honest: &{:?} }}, \
             look: Look {{ logos: &{:?}, not_logos: &{:?}, asset_hosts: &{:?}, idents: &{:?} }}, \
             named: Subject({subject}), copyright: Subject({}), wording: Subject({})",
                brand.name,
                brand.names,
                brand.domains,
                brand.hosting,
                host.tokens,
                host.combos,
                host.honest,
                look.logos,
                look.not_logos,
                look.asset_hosts,
                look.idents,
                subject + 1,
                subject + 2
            )
        },
    );
    table(
        out,
        "REMOTE_TOOLS",
        "RemoteTool",
        &catalogue.remote_tools,
        |number, tool| {
            format!(
                "name: {:?}, vendor: &{:?}, download: &{:?}, session: &{:?}, installers: &{:?}, \
             schemes: &{:?}, installed_as: &{:?}, end_button: {:?}, named: Subject({})",
                tool.name,
                tool.vendor,
                tool.download,
                tool.session,
                tool.installers,
                tool.schemes,
                tool.installed_as,
                tool.end_button,
                catalogue.tool_subject(number)
            )
        },
    );
    table(out, "BANKS", "Bank", &catalogue.banks, |_, bank| {
        format!(
            "name: {:?}, kind: BankKind::{:?}, domains: &{:?}, on_159: {}",
            bank.name, bank.kind, bank.domains, bank.on_159
        )
    });
}

fn table<T>(
    out: &mut String,
    name: &str,
    kind: &str,
    entries: &[Entry<T>],
    members: impl Fn(usize, &T) -> String,
) {
    writeln!(out, "pub static {name}: [{kind}; {}] = [", entries.len())
        .expect("writing to a string");
    for (number, entry) in entries.iter().enumerate() {
        writeln!(
            out,
            "{kind} {{ id: {:?}, {} }},",
            entry.id,
            members(number, &entry.content)
        )
        .expect("writing to a string");
    }
    out.push_str("];\n");
}

/// `pub static DOMAINS`, sorted.
fn domains(out: &mut String, catalogue: &Catalogue) {
    let mut domains: Vec<(String, String)> = Vec::new();
    let mut add = |list: &[String], owner: String| {
        domains.extend(list.iter().map(|domain| (domain.clone(), owner.clone())));
    };
    for (number, brand) in catalogue.brands.iter().enumerate() {
        add(&brand.content.domains, format!("Brand(&BRANDS[{number}])"));
        add(
            &brand.content.hosting,
            format!("Hosting(&BRANDS[{number}])"),
        );
    }
    for (number, tool) in catalogue.remote_tools.iter().enumerate() {
        add(
            &tool.content.vendor,
            format!("Tool(&REMOTE_TOOLS[{number}])"),
        );
    }
    for (number, bank) in catalogue.banks.iter().enumerate() {
        add(&bank.content.domains, format!("Bank(&BANKS[{number}])"));
    }
    domains.sort();
    writeln!(out, "pub static DOMAINS: &[(&str, Owner)] = &[").expect("writing to a string");
    for (domain, owner) in domains {
        writeln!(out, "({domain:?}, Owner::{owner}),").expect("writing to a string");
    }
    out.push_str("];\n");
}
