//! Which remote tool an address or a file name leads to. The build has sorted
//! the tools' patterns by what an address shows at once.

use super::tables::{REMOTE_TOOLS, TOOL_FILES, TOOL_PAGES, TOOL_SCHEMES};
use super::{Owner, RemoteTool, glob, owner_of};
use crate::page::Address;

/// By what an address is known to be a remote tool's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Found {
    /// Its scheme starts the tool.
    Scheme,
    /// Its file is an installer, wherever it lies.
    Installer,
    /// The vendor's page that joins a session.
    Session,
    /// The vendor's download page.
    Download,
    /// Another page of the vendor.
    Vendor,
}

/// An address pattern, kept under its domain.
#[derive(Debug)]
pub(super) struct PagePattern {
    /// Number of the tool.
    pub tool: usize,
    /// What the page is.
    pub found: Found,
    /// Whether only hosts under the domain are meant, other than `www.`.
    pub of_customers: bool,
    /// Glob for the whole path, without the slashes around it.
    pub path: &'static str,
    /// `name` or `name=value`, joined by `&`.
    pub parameters: &'static str,
}

/// A pattern for installers, kept under its extension: in lower case, empty
/// when any will do.
#[derive(Debug)]
pub(super) struct FilePattern {
    /// Number of the tool.
    pub tool: usize,
    /// Glob for the file's name.
    pub name: &'static str,
    /// `name` or `name=value`, joined by `&`.
    pub parameters: &'static str,
}

/// The remote tool that `url` leads to, and by what.
///
/// ```
/// # use ringfence::{catalogue::{Found, tool_for_url}, page::Address};
/// let (tool, found) = tool_for_url(&Address::parse("anydesk:123456789")).expect("a tool");
/// assert_eq!((tool.id, found), ("anydesk", Found::Scheme));
/// ```
pub fn tool_for_url(url: &Address) -> Option<(&'static RemoteTool, Found)> {
    let scheme = || Some((*under(TOOL_SCHEMES, &url.scheme).first()?, Found::Scheme));
    let installer = || Some((by_file(&url.file(), url.query)?, Found::Installer));
    match scheme().or_else(installer).or_else(|| by_page(url))? {
        // A host under the vendor's domain may be another's.
        (_, Found::Vendor) => match owner_of(&url.host) {
            Some(Owner::Tool(tool)) => Some((tool, Found::Vendor)),
            _ => None,
        },
        (tool, found) => Some((&REMOTE_TOOLS[tool], found)),
    }
}

/// The remote tool whose installer has this file name.
pub fn tool_for_file(name: &str) -> Option<&'static RemoteTool> {
    by_file(name, "").map(|tool| &REMOTE_TOOLS[tool])
}

/// The items that `table`, sorted, keeps under `key`.
fn under<T>(table: &'static [(&str, &[T])], key: &str) -> &'static [T] {
    match table.binary_search_by_key(&key, |(key, _)| key) {
        Ok(index) => table[index].1,
        Err(_) => &[],
    }
}

/// Sessions, downloads, then other pages of the vendor; of each the first tool,
/// whichever domain it is by.
fn by_page(url: &Address) -> Option<(usize, Found)> {
    let parents = std::iter::successors(Some(&*url.host), |domain| {
        domain.split_once('.').map(|(_, parent)| parent)
    });
    let matching = |domain: &str| {
        let customer = &url.host[..url.host.len() - domain.len()];
        let is_customer = !matches!(customer, "" | "www.");
        under(TOOL_PAGES, domain)
            .iter()
            .find(|pattern| (is_customer || !pattern.of_customers) && pattern.matches(url))
    };
    parents
        .filter_map(matching)
        .min_by_key(|pattern| (pattern.found, pattern.tool))
        .map(|pattern| (pattern.tool, pattern.found))
}

impl PagePattern {
    fn matches(&self, url: &Address) -> bool {
        glob(self.path, url.path.trim_matches('/')) && has_parameters(self.parameters, url.query)
    }
}

/// The first tool with such an installer.
fn by_file(name: &str, query: &str) -> Option<usize> {
    let extension = name
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let matching = |extension: &str| {
        under(TOOL_FILES, extension)
            .iter()
            .find(|pattern| pattern.matches(name, query))
            .map(|pattern| pattern.tool)
    };
    let of_any = matching("");
    let of_this = extension.as_deref().and_then(matching);
    of_any.into_iter().chain(of_this).min()
}

impl FilePattern {
    fn matches(&self, name: &str, query: &str) -> bool {
        glob(self.name, name) && has_parameters(self.parameters, query)
    }
}

/// Whether `query` has each of the parameters.
fn has_parameters(wanted: &str, query: &str) -> bool {
    wanted.is_empty()
        || !query.is_empty()
            && wanted.split('&').all(|wanted| {
                query
                    .split('&')
                    .any(|pair| pair == wanted || pair.split('=').next() == Some(wanted))
            })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(url: &str) -> Option<(&'static str, Found)> {
        tool_for_url(&Address::parse(url)).map(|(tool, found)| (tool.id, found))
    }

    #[test]
    fn pages_are_found_by_host_path_and_parameters() {
        use Found::{Download, Session, Vendor};
        for (url, expected) in [
            ("https://anydesk.com/download", Some(("anydesk", Download))),
            ("https://anydesk.com/download/", Some(("anydesk", Download))),
            ("https://anydesk.com/downloaded", Some(("anydesk", Vendor))),
            (
                "https://a.b.download.anydesk.com/x?y",
                Some(("anydesk", Download)),
            ),
            ("https://evilanydesk.com/download", None),
            ("https://anydesk.com.evil.example/download", None),
            (
                "https://acme.screenconnect.com/",
                Some(("screenconnect", Session)),
            ),
            (
                "https://www.screenconnect.com/",
                Some(("screenconnect", Vendor)),
            ),
            (
                "https://screenconnect.com/",
                Some(("screenconnect", Vendor)),
            ),
            (
                "https://play.google.com/store/apps/details?a=1&id=com.anydesk.anydeskandroid",
                Some(("anydesk", Download)),
            ),
            (
                "https://play.google.com/store/apps/details?id=com.anydesk",
                None,
            ),
            ("https://", None),
        ] {
            assert_eq!(found(url), expected, "{url}");
        }
    }

    #[test]
    fn installers_are_found_by_name_and_parameters() {
        for (url, expected) in [
            ("https://x.example/ANYDESK-2.EXE", Some("anydesk")),
            (
                "https://x.example/a?h=1&e=Access&y=Guest",
                Some("screenconnect"),
            ),
            ("https://x.example/a?h=1&e=Access", None),
            (
                "https://x.example/a.Client.exe?h=x&p=8041",
                Some("screenconnect"),
            ),
            ("https://x.example/a.Client.exe?h=x", None),
            ("https://x.example/anydesk", None),
        ] {
            let by_url = found(url).filter(|(_, found)| *found == Found::Installer);
            assert_eq!(by_url.map(|(tool, _)| tool), expected, "{url}");
        }
    }
}
