//! Public suffixes and registrable domains.
//!
//! The list is <https://publicsuffix.org/list/public_suffix_list.dat>, kept
//! verbatim beside this file and compiled by `build/suffixes.rs`, which
//! explains the flags. To renew it, replace the file.

use std::sync::LazyLock;

use fst::Map;

use crate::catalogue;

static TABLE: LazyLock<Option<Map<&'static [u8]>>> =
    LazyLock::new(|| Map::new(&include_bytes!(concat!(env!("OUT_DIR"), "/suffixes.fst"))[..]).ok());

const SUFFIX: u64 = 1;
const WILDCARD: u64 = 2;
const EXCEPTION: u64 = 4;
const PRIVATE: u64 = 8;

/// The public suffix of a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Suffix<'a> {
    /// Its text, e.g. `co.uk` or `github.io`.
    pub text: &'a str,
    /// Whether it belongs to a service that gives names below it to anyone
    /// (the list's private section), not to a registry.
    pub private: bool,
}

/// The public suffix of `host`, which must be in lower-case ASCII.
///
/// A top-level domain that is not on the list counts as a suffix, as the
/// list's own algorithm has it.
pub(super) fn of(host: &str) -> Suffix<'_> {
    let mut start = host.rfind('.').map_or(0, |dot| dot + 1);
    let mut found = Suffix {
        text: &host[start..],
        private: false,
    };
    let Some(table) = TABLE.as_ref() else {
        return found;
    };
    let (mut parent, mut wildcard) = (start, None);
    loop {
        let flags = table.get(&host[start..]).unwrap_or(0);
        if flags & EXCEPTION != 0 {
            found.text = &host[parent..];
            return found;
        }
        if let Some(rule) = has(flags, SUFFIX).or(wildcard) {
            found = Suffix {
                text: &host[start..],
                private: rule & PRIVATE != 0,
            };
        }
        if start == 0 {
            return found;
        }
        (parent, wildcard) = (start, has(flags, WILDCARD));
        start = label_before(host, start);
    }
}

/// The registrable domain of `host`: its public suffix and one label more, or
/// the name that a place for anybody's pages gave (`someone.weebly.com`).
///
/// `host` must be in lower-case ASCII without a trailing dot, as
/// browsers write it. `None` for a bare suffix
/// and for an address in figures.
pub fn registrable(host: &str) -> Option<&str> {
    if super::name::is_ip_address(host) {
        return None;
    }
    let tenants = catalogue::tenants_of(host).filter(|&domain| domain != host);
    let text = of(host).text.len();
    let suffix = host.len() - tenants.map_or(text, |domain| domain.len().max(text));
    let start = label_before(host, suffix);
    (suffix > start + 1).then(|| &host[start..])
}

/// Where the label that ends before `start` (and a dot) begins; 0 at the first.
fn label_before(host: &str, start: usize) -> usize {
    let end = start.saturating_sub(1);
    host[..end].rfind('.').map_or(0, |dot| dot + 1)
}

/// The flags, if `flag` is among them.
fn has(flags: u64, flag: u64) -> Option<u64> {
    (flags & flag != 0).then_some(flags)
}

#[cfg(test)]
mod tests {
    use super::registrable;

    #[test]
    fn registrable_domains() {
        for (host, domain) in [
            ("www.amazon.co.uk", Some("amazon.co.uk")),
            ("a.b.github.io", Some("b.github.io")),
            ("x.www.ck", Some("www.ck")),
            ("a.b.ck", Some("a.b.ck")),
            ("x.city.kawasaki.jp", Some("city.kawasaki.jp")),
            ("shop.unlisted", Some("shop.unlisted")),
            ("x.s3.amazonaws.com", Some("x.s3.amazonaws.com")),
            ("www.example.xn--55qx5d.cn", Some("example.xn--55qx5d.cn")),
            ("www.someone.weebly.com", Some("someone.weebly.com")),
            ("weebly.com", Some("weebly.com")),
            ("co.uk", None),
            ("github.io", None),
            ("10.0.0.1", None),
            ("", None),
            (".com", None),
        ] {
            assert_eq!(registrable(host), domain, "{host}");
        }
    }
}
