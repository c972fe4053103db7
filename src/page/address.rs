//! A small splitter for addresses. Browsers hand over resolved ones, so that
//! the weight of a full URL parser (172 KB of WebAssembly) buys nothing.

use std::borrow::Cow;

/// The parts of an address that are looked at; each may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address<'a> {
    /// In lower case, without the colon.
    pub scheme: Cow<'a, str>,
    /// In lower case, without user, port and trailing dot.
    pub host: Cow<'a, str>,
    /// As written, with its leading slash. Of an address without `//`:
    /// everything after the scheme.
    pub path: &'a str,
    /// Without the question mark.
    pub query: &'a str,
}

impl<'a> Address<'a> {
    /// Splits `url`. Never fails: what is not there is empty, and a mere file
    /// name becomes the path. `blob:` addresses are split as what they wrap.
    pub fn parse(url: &'a str) -> Self {
        let url = url.trim();
        let (scheme, rest) = split_scheme(url);
        if scheme.eq_ignore_ascii_case("blob") {
            return Self::parse(rest);
        }
        let rest = rest.split('#').next().unwrap_or_default();
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let end = rest.bytes().position(|b| matches!(b, b'/' | b'\\'));
                rest.split_at(end.unwrap_or(rest.len()))
            }
            None => ("", rest),
        };
        let host = host.rsplit('@').next().unwrap_or_default();
        let port = host
            .rfind(':')
            .filter(|&at| host[at + 1..].bytes().all(|b| b.is_ascii_digit()));
        Self {
            scheme: lower(scheme),
            host: lower(host[..port.unwrap_or(host.len())].trim_end_matches('.')),
            path,
            query,
        }
    }

    /// The web address that it leads on to, as redirectors and makers of codes
    /// to scan have it in a parameter (`/url?q=https%3A%2F%2F...`).
    pub fn carried(&self) -> Option<Cow<'a, str>> {
        let values = self
            .query
            .split('&')
            .filter_map(|pair| pair.split_once('='));
        let mut values = values.filter(|(_, value)| value.starts_with("http"));
        values.next().map(|(_, value)| percent_decoded(value))
    }

    /// The last part of the path, percent-decoded.
    pub fn file(&self) -> Cow<'a, str> {
        let name = self.path.rsplit(['/', '\\']).next().unwrap_or_default();
        percent_decoded(name)
    }
}

fn split_scheme(url: &str) -> (&str, &str) {
    let is_scheme = |scheme: &str| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    };
    match url.split_once(':') {
        Some((scheme, rest)) if is_scheme(scheme) => (scheme, rest),
        _ => ("", url),
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(text.to_ascii_lowercase())
    } else {
        Cow::Borrowed(text)
    }
}

/// `%41` → `A`; what is not UTF-8 is replaced, what is not an escape stays.
fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.as_bytes();
    while let Some((&byte, rest)) = bytes.split_first() {
        let escaped = (byte == b'%').then(|| text_hex(rest.get(..2)?)).flatten();
        out.push(escaped.unwrap_or(byte));
        bytes = if escaped.is_some() { &rest[2..] } else { rest };
    }
    Cow::Owned(String::from_utf8_lossy(&out).into_owned())
}

fn text_hex(digits: &[u8]) -> Option<u8> {
    let digit = |b: u8| char::from(b).to_digit(16);
    u8::try_from(digit(digits[0])? * 16 + digit(digits[1])?).ok()
}

#[cfg(test)]
mod tests {
    use super::Address;

    /// scheme, host, path, query, file
    fn parts(url: &str) -> (String, String, String, String, String) {
        let address = Address::parse(url);
        let file = address.file().into_owned();
        (
            address.scheme.into_owned(),
            address.host.into_owned(),
            address.path.to_owned(),
            address.query.to_owned(),
            file,
        )
    }

    #[test]
    fn addresses_are_split() {
        for (url, scheme, host, path, query, file) in [
            (
                "https://a.example/x/y.exe?h=1&p=2#f",
                "https",
                "a.example",
                "/x/y.exe",
                "h=1&p=2",
                "y.exe",
            ),
            ("HTTPS://A.Example.:8443", "https", "a.example", "", "", ""),
            (
                "https://amazon.co.uk@evil.example/",
                "https",
                "evil.example",
                "/",
                "",
                "",
            ),
            (
                "https://evil.example\\@amazon.co.uk/",
                "https",
                "evil.example",
                "\\@amazon.co.uk/",
                "",
                "",
            ),
            (
                "https://[2001:db8::1]:443/a",
                "https",
                "[2001:db8::1]",
                "/a",
                "",
                "a",
            ),
            (
                "blob:https://a.example/123",
                "https",
                "a.example",
                "/123",
                "",
                "123",
            ),
            (
                "anydesk:123456789",
                "anydesk",
                "",
                "123456789",
                "",
                "123456789",
            ),
            ("tel:+441234", "tel", "", "+441234", "", "+441234"),
            (
                "data:text/html,<b>",
                "data",
                "",
                "text/html,<b>",
                "",
                "html,<b>",
            ),
            (
                "//cdn.example/a%20b%2.zip",
                "",
                "cdn.example",
                "/a%20b%2.zip",
                "",
                "a b%2.zip",
            ),
            (
                "Any Desk (1).exe",
                "",
                "",
                "Any Desk (1).exe",
                "",
                "Any Desk (1).exe",
            ),
            ("https://", "https", "", "", "", ""),
            ("", "", "", "", "", ""),
        ] {
            let expected = (
                scheme.into(),
                host.into(),
                path.into(),
                query.into(),
                file.into(),
            );
            assert_eq!(parts(url), expected, "{url}");
        }
    }
}
