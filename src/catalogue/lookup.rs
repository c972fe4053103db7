//! Looking entries up by id, host, address and file name.

use super::tables::{BRANDS, DOMAINS, REMOTE_TOOLS};
use super::{Brand, Look, Owner, RemoteTool};
use crate::page::Address;

/// The brand with this id.
pub fn brand(id: &str) -> Option<&'static Brand> {
    BRANDS.iter().find(|brand| brand.id == id)
}

/// The remote tool with this id.
pub fn tool(id: &str) -> Option<&'static RemoteTool> {
    REMOTE_TOOLS.iter().find(|tool| tool.id == id)
}

/// Whose `host` is: that of the longest domain in the catalogue that it is or
/// stands under. `host` is in lower case, as a browser writes it.
pub fn owner_of(host: &str) -> Option<Owner> {
    let mut rest = Some(host.trim_end_matches('.'));
    while let Some(domain) = rest {
        if let Ok(index) = DOMAINS.binary_search_by_key(&domain, |(domain, _)| domain) {
            return Some(DOMAINS[index].1);
        }
        rest = domain.split_once('.').map(|(_, parent)| parent);
    }
    None
}

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

/// The remote tool that `url` leads to, and by what.
///
/// ```
/// # use ringfence::{catalogue::{Found, tool_for_url}, page::Address};
/// let (tool, found) = tool_for_url(&Address::parse("anydesk:123456789")).expect("a tool");
/// assert_eq!((tool.id, found), ("anydesk", Found::Scheme));
/// ```
pub fn tool_for_url(url: &Address) -> Option<(&'static RemoteTool, Found)> {
    let matching = |found| {
        REMOTE_TOOLS
            .iter()
            .find(|tool| tool.is(found, url))
            .map(|tool| (tool, found))
    };
    [
        Found::Scheme,
        Found::Installer,
        Found::Session,
        Found::Download,
    ]
    .into_iter()
    .find_map(matching)
    .or_else(|| match owner_of(&url.host) {
        Some(Owner::Tool(tool)) => Some((tool, Found::Vendor)),
        _ => None,
    })
}

/// The remote tool whose installer has this file name.
pub fn tool_for_file(name: &str) -> Option<&'static RemoteTool> {
    REMOTE_TOOLS.iter().find(|tool| {
        tool.installers
            .iter()
            .any(|pattern| file_matches(pattern, name, ""))
    })
}

impl Look {
    /// Whether a picture is the brand's logo by its file name.
    pub fn is_logo(&self, url: &Address) -> bool {
        let any = |globs: &[&str], text: &str| globs.iter().any(|pattern| glob(pattern, text));
        any(self.logos, &url.file()) && !any(self.not_logos, url.path)
    }

    /// For each of the brand's own ids and class names that is among `idents`,
    /// the first that matches.
    pub fn own_idents<'i>(&self, idents: &[&'i str]) -> Vec<&'i str> {
        let first = |pattern: &&str| idents.iter().find(|ident| glob(pattern, ident)).copied();
        self.idents.iter().filter_map(first).collect()
    }

    /// Whether `host` serves the brand's pictures, styles or scripts.
    pub fn is_asset_host(&self, host: &str) -> bool {
        self.asset_hosts.iter().any(|domain| is_under(host, domain))
    }
}

impl RemoteTool {
    /// Whether `host` is the vendor's.
    pub fn is_vendor_host(&self, host: &str) -> bool {
        matches!(owner_of(host), Some(Owner::Tool(tool)) if tool.id == self.id)
    }

    fn is(&self, found: Found, url: &Address) -> bool {
        match found {
            Found::Scheme => self.schemes.contains(&&*url.scheme),
            Found::Installer => self
                .installers
                .iter()
                .any(|pattern| file_matches(pattern, &url.file(), url.query)),
            Found::Session => self.session.iter().any(|pattern| url_matches(pattern, url)),
            Found::Download => self
                .download
                .iter()
                .any(|pattern| url_matches(pattern, url)),
            Found::Vendor => self.is_vendor_host(&url.host),
        }
    }
}

/// `host/path?parameter&parameter`: the host or one under it (`*.host`: only
/// one under it, and not `www.`), the whole path as a glob (any path when
/// there is none), and all the parameters.
fn url_matches(pattern: &str, url: &Address) -> bool {
    let (pattern, parameters) = pattern.split_once('?').unwrap_or((pattern, ""));
    let (host, path) = pattern.split_once('/').unwrap_or((pattern, "*"));
    let on_host = match host.strip_prefix("*.") {
        None => is_under(&url.host, host),
        Some(host) => {
            let customer = url.host.strip_suffix(host).unwrap_or_default();
            customer.ends_with('.') && customer != "www."
        }
    };
    on_host
        && glob(path.trim_end_matches('/'), url.path.trim_matches('/'))
        && has_parameters(parameters, url.query)
}

/// `file-name?parameter&parameter`.
fn file_matches(pattern: &str, file: &str, query: &str) -> bool {
    let (pattern, parameters) = pattern.split_once('?').unwrap_or((pattern, ""));
    glob(pattern, file) && has_parameters(parameters, query)
}

/// Whether `query` has each of the parameters: `name`, or `name=value`.
fn has_parameters(wanted: &str, query: &str) -> bool {
    wanted.is_empty()
        || wanted.split('&').all(|wanted| {
            query
                .split('&')
                .any(|pair| pair == wanted || pair.split('=').next() == Some(wanted))
        })
}

/// Whether `host` is `domain` or stands under it.
pub fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether all of `text` matches `pattern`, in which `*` stands for any run of
/// characters; ASCII case does not count.
pub fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    // After a `*`: where the pattern goes on, and up to where it has eaten.
    let mut star = None;
    while t < text.len() {
        if pattern.get(p) == Some(&b'*') {
            p += 1;
            star = Some((p, t));
        } else if pattern
            .get(p)
            .is_some_and(|b| b.eq_ignore_ascii_case(&text[t]))
        {
            p += 1;
            t += 1;
        } else if let Some((after, eaten)) = star {
            p = after;
            t = eaten + 1;
            star = Some((after, t));
        } else {
            return false;
        }
    }
    pattern[p..].iter().all(|&b| b == b'*')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn globs() {
        for (pattern, text, matches) in [
            ("", "", true),
            ("*", "", true),
            ("a*c", "abbbc", true),
            ("a*c", "AC", true),
            ("a*c", "acd", false),
            ("*desk*.exe", "my-desk-2.desk.exe", true),
            ("abc", "ab", false),
            ("a**b", "ab", true),
        ] {
            assert_eq!(glob(pattern, text), matches, "{pattern} {text}");
        }
    }

    #[test]
    fn a_hostile_name_does_not_blow_up_a_glob() {
        assert!(!glob("*a*a*a*a*a*a*b", &"a".repeat(2048)));
    }

    #[test]
    fn addresses_match_by_host_path_and_parameters() {
        for (pattern, url, matches) in [
            ("a.example", "https://a.example/any/where?x=1", true),
            ("a.example", "https://www.a.example", true),
            ("a.example", "https://evila.example/", false),
            ("a.example", "https://a.example.evil/", false),
            ("a.example/join/*", "https://a.example/join/1", true),
            ("a.example/join*", "https://a.example/join/", true),
            ("a.example/join", "https://a.example/joined", false),
            (
                "a.example/join?code",
                "https://a.example/join?x=1&code=2",
                true,
            ),
            (
                "a.example/join?code",
                "https://a.example/join?codes=2",
                false,
            ),
        ] {
            assert_eq!(
                url_matches(pattern, &Address::parse(url)),
                matches,
                "{pattern} {url}"
            );
        }
    }

    #[test]
    fn files_match_by_name_and_parameters() {
        let pattern = "*.Client.exe?h&p&k";
        assert!(file_matches(
            pattern,
            "Support.Client.exe",
            "e=Access&h=x.example&p=8041&k=BgI"
        ));
        assert!(!file_matches(pattern, "Support.Client.exe", "h=x.example"));
    }

    #[test]
    fn the_longest_domain_owns_a_host() {
        assert!(matches!(owner_of("signin.aws"), Some(Owner::Brand(_))));
        assert!(matches!(
            owner_of("x.lambda-url.on.aws"),
            Some(Owner::Hosting(_))
        ));
        assert!(matches!(
            owner_of("bank.barclays.co.uk."),
            Some(Owner::Bank(_))
        ));
        assert!(owner_of("co.uk").is_none() && owner_of("").is_none() && owner_of(".").is_none());
    }
}
