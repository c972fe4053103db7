//! Writes what was read as Rust source.

use std::fmt::Write;

use crate::automaton::Built;
use crate::entries::{Catalogue, Entry, camel};
use crate::fold::Table;

/// The static folding table.
pub fn fold_table(table: &Table) -> String {
    format!(
        "static TABLE: Table = Table {{ index: &{:?}, blocks: &{:?}, strings: &{:?} }};",
        table.index, table.blocks, table.strings
    )
}

/// The static tables of `src/catalogue/tables.rs`.
pub fn catalogue(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    topics(&mut out, catalogue);
    entries(&mut out, catalogue);
    domains(&mut out, catalogue);
    automaton(&mut out, "PHRASES", &catalogue.automaton);
    writeln!(
        out,
        "pub static PHRASE_SUBJECTS: &[u16] = &{:?};",
        catalogue.subjects
    )
    .expect("writing to a string");
    out
}

/// `pub static NAME: Automaton`.
pub fn automaton(out: &mut String, name: &str, built: &Built) {
    writeln!(
        out,
        "pub static {name}: Automaton = Automaton {{ first: &{:?}, states: b\"{}\", \
         at_border: BitMap {{ words: &{:?} }}, anywhere: BitMap {{ words: &{:?} }} }};",
        built.first,
        built.states.escape_ascii(),
        built.at_border,
        built.anywhere
    )
    .expect("writing to a string");
}

/// `pub enum Topic`.
fn topics(out: &mut String, catalogue: &Catalogue) {
    let mut variants = String::new();
    let names = catalogue.topics.iter();
    let all: String = names
        .map(|topic| format!("(Self::{}, {topic:?}),", camel(topic)))
        .collect();
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
         pub enum Topic {{ {variants} }}
         impl Topic {{
             /// Every topic with the name of its files.
             pub const ALL: &[(Self, &'static str)] = &[{all}];
         }}"
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
                "name: {:?}, names: &{:?}, namesakes: &{:?}, domains: &{:?}, hosting: &{:?}, \
             host: HostRules {{ tokens: &{:?}, combos: &{:?}, honest: &{:?} }}, \
             look: Look {{ logos: &{:?}, not_logos: &{:?}, asset_hosts: &{:?}, idents: &{:?}, \
             own_pages: &{:?} }}, \
             named: Subject({subject}), copyright: Subject({}), wording: Subject({}), \
             membership: Subject({}), membership_word: {:?}, kind: {}, on_159: {}",
                brand.name,
                brand.names,
                brand.namesakes,
                brand.domains,
                brand.hosting,
                host.tokens,
                host.combos,
                host.honest,
                look.logos,
                look.not_logos,
                look.asset_hosts,
                look.idents,
                look.own_pages,
                subject + 1,
                subject + 2,
                subject + 3,
                brand.membership.word,
                brand
                    .kind
                    .map_or_else(|| "None".into(), |kind| format!("Some(BankKind::{kind:?})")),
                brand.on_159,
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
                "name: {:?}, vendor: &{:?}, installed_as: &{:?}, end_button: {:?}, \
                 named: Subject({})",
                tool.name,
                tool.vendor,
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
    for hosting in &catalogue.hosting {
        let owner = crate::entries::camel(&hosting.id);
        add(&hosting.content.domains, format!("Anyone(Open::{owner})"));
    }
    domains.sort();
    writeln!(out, "pub static DOMAINS: &[(&str, Owner)] = &[").expect("writing to a string");
    for (domain, owner) in domains {
        writeln!(out, "({domain:?}, Owner::{owner}),").expect("writing to a string");
    }
    out.push_str("];\n");
}
