//! Sorts the address patterns of all remote tools into tables by what an
//! address shows at once (its host, its file's extension, its scheme), so that
//! a link is held against a handful of patterns and not against all.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::entries::Catalogue;

/// `TOOL_PAGES`, `TOOL_FILES` and `TOOL_SCHEMES`.
pub fn emit(out: &mut String, catalogue: &Catalogue) {
    // What is found first counts: sessions, downloads, other pages of the
    // vendor, each by tool.
    let mut pages = Table::new();
    let mut files = Table::new();
    let mut schemes = Table::new();
    for found in ["Session", "Download"] {
        for (tool, entry) in catalogue.remote_tools.iter().enumerate() {
            let patterns = match found {
                "Session" => &entry.content.session,
                _ => &entry.content.download,
            };
            for pattern in patterns {
                let (domain, page) = page(pattern, found, tool);
                pages.entry(domain).or_default().push(page);
            }
        }
    }
    for (tool, entry) in catalogue.remote_tools.iter().enumerate() {
        for domain in &entry.content.vendor {
            let (domain, page) = page(domain, "Vendor", tool);
            pages.entry(domain).or_default().push(page);
        }
        for pattern in &entry.content.installers {
            let (extension, file) = file(pattern, tool);
            files.entry(extension).or_default().push(file);
        }
        for scheme in &entry.content.schemes {
            let list = schemes.entry(scheme.clone()).or_default();
            list.push(tool.to_string());
        }
    }
    write(out, "TOOL_PAGES", "PagePattern", &pages);
    write(out, "TOOL_FILES", "FilePattern", &files);
    write(out, "TOOL_SCHEMES", "usize", &schemes);
}

/// Source of the items under each key.
type Table = BTreeMap<String, Vec<String>>;

/// `*.host/path?parameters` → its domain, and the rest as source.
fn page(pattern: &str, found: &str, tool: usize) -> (String, String) {
    let (pattern, parameters) = pattern.split_once('?').unwrap_or((pattern, ""));
    let (host, path) = pattern.split_once('/').unwrap_or((pattern, "*"));
    let domain = host.strip_prefix("*.").unwrap_or(host);
    let page = format!(
        "PagePattern {{ tool: {tool}, found: Found::{found}, of_customers: {}, \
         path: {:?}, parameters: {parameters:?} }}",
        host != domain,
        path.trim_end_matches('/'),
    );
    (domain.to_owned(), page)
}

/// `name.extension?parameters` → its extension (none when that is open), and
/// the rest as source.
fn file(pattern: &str, tool: usize) -> (String, String) {
    let (name, parameters) = pattern.split_once('?').unwrap_or((pattern, ""));
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension)
        .filter(|extension| !extension.contains('*'));
    let file =
        format!("FilePattern {{ tool: {tool}, name: {name:?}, parameters: {parameters:?} }}");
    (extension.unwrap_or_default().to_ascii_lowercase(), file)
}

fn write(out: &mut String, name: &str, item: &str, table: &Table) {
    writeln!(out, "pub static {name}: &[(&str, &[{item}])] = &[").expect("writing to a string");
    for (key, items) in table {
        writeln!(out, "({key:?}, &[{}]),", items.join(", ")).expect("writing to a string");
    }
    out.push_str("];\n");
}
