//! A host name in one comparable form.

use std::borrow::Cow;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A host name has no more bytes than this (RFC 1035, 2.3.4).
const MAX: usize = 253;

/// A host name in lower-case ASCII, without port and trailing dot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name(String);

impl Name {
    /// Reads `host`, with or without a port. `None` for what cannot be the
    /// name of a site: nothing at all, an IP address, an empty label, too
    /// long, or with a character that no host has (a space, `/`, `@` ...).
    pub fn parse(host: &str) -> Option<Self> {
        let host = without_port(host).replace(['。', '．', '｡'], ".");
        let host = host.strip_suffix('.').unwrap_or(&host).to_lowercase();
        if host.len() > MAX || is_ip_address(&host) {
            return None;
        }
        let labels: Option<Vec<_>> = host.split('.').map(to_ascii).collect();
        Some(Self(labels?.join(".")))
    }

    /// The name, e.g. `www.amazon.co.uk`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A label as people read it: punycode decoded.
pub(super) fn readable(label: &str) -> Cow<'_, str> {
    label
        .strip_prefix("xn--")
        .and_then(idna::punycode::decode_to_string)
        .map_or(Cow::Borrowed(label), |text| Cow::Owned(text.to_lowercase()))
}

/// Whether `host` is an IP address, with or without brackets.
pub(super) fn is_ip_address(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare.parse::<Ipv4Addr>().is_ok() || bare.parse::<Ipv6Addr>().is_ok()
}

fn to_ascii(label: &str) -> Option<Cow<'_, str>> {
    let is_fit = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if label.is_empty() || !label.chars().all(|c| is_fit(c) || !c.is_ascii()) {
        None
    } else if label.is_ascii() {
        Some(Cow::Borrowed(label))
    } else {
        let encoded = idna::punycode::encode_str(label)?;
        Some(Cow::Owned(format!("xn--{encoded}")))
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && !name.ends_with(':') => {
            name
        }
        _ => host,
    }
}
