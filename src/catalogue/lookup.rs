//! Looking entries up by id and host.

use super::tables::{BRANDS, DOMAINS, REMOTE_TOOLS};
use super::{Brand, Look, Open, Owner, RemoteTool};
use crate::page::Address;

/// The brand with this id.
pub fn brand(id: &str) -> Option<&'static Brand> {
    BRANDS.iter().find(|brand| brand.id == id)
}

/// Whether `word`, folded, is what some brand calls its membership.
pub fn is_membership(word: &str) -> bool {
    let mut brands = BRANDS.iter();
    !word.is_empty() && brands.any(|brand| brand.membership_word == word)
}

/// The remote tool with this id.
pub fn tool(id: &str) -> Option<&'static RemoteTool> {
    REMOTE_TOOLS.iter().find(|tool| tool.id == id)
}

/// Whose `host` is: that of the longest domain in the catalogue that it is or
/// stands under. `host` is in lower case, as a browser writes it.
pub fn owner_of(host: &str) -> Option<Owner> {
    Some(entry_of(unproxied(host))?.1)
}

/// The host whose page is read at `host`: the one in front of a firm's proxy
/// (`amazon.co.uk.mcas.ms`), any other is its own.
pub fn unproxied(host: &str) -> &str {
    match entry_of(host) {
        Some((domain, Owner::Anyone(Open::Proxies))) => {
            let front = host.trim_end_matches('.').strip_suffix(domain);
            let front = front.and_then(|front| front.strip_suffix('.'));
            front.map_or(host, unproxied)
        }
        _ => host,
    }
}

/// The domain under which `host` was given to somebody who puts pages there.
pub fn tenants_of(host: &str) -> Option<&'static str> {
    match entry_of(host) {
        Some((domain, Owner::Anyone(Open::Pages))) => Some(domain),
        _ => None,
    }
}

/// The longest domain that `host` is or stands under, and whose it is.
fn entry_of(host: &str) -> Option<(&'static str, Owner)> {
    let mut rest = Some(host.trim_end_matches('.'));
    while let Some(domain) = rest {
        if let Ok(index) = DOMAINS.binary_search_by_key(&domain, |(domain, _)| domain) {
            return Some(DOMAINS[index]);
        }
        rest = domain.split_once('.').map(|(_, parent)| parent);
    }
    None
}

impl Brand {
    /// Whether `word`, folded, beside the brand's name makes it another's.
    pub fn is_namesake(&self, word: &str) -> bool {
        let mut namesakes = self.namesakes.iter();
        namesakes.any(|namesake| word.starts_with(namesake))
    }
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
        // Most idents begin with a letter that none of the patterns does.
        let initial = |text: &str| text.bytes().next().map(|byte| byte.to_ascii_lowercase());
        let mut initials = [false; 256];
        for byte in self.idents.iter().filter_map(|pattern| initial(pattern)) {
            initials[usize::from(byte)] = true;
        }
        let may_match = |ident: &&&str| {
            let known = initial(ident).is_some_and(|byte| initials[usize::from(byte)]);
            known || initials[usize::from(b'*')]
        };
        let near: Vec<&str> = idents.iter().filter(may_match).copied().collect();
        let first = |pattern: &&str| near.iter().find(|ident| glob(pattern, ident)).copied();
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
}

/// Whether `host` is `domain` or stands under it.
pub fn is_under(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether all of `text` matches `pattern`, in which `*` stands for any run of
/// characters; ASCII case does not count.
#[inline]
pub fn glob(pattern: &str, text: &str) -> bool {
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    // Most texts differ from most patterns in their first letter.
    match (pattern.first(), text.first()) {
        (Some(b'*'), _) => pattern.len() == 1 || matches(pattern, text),
        (Some(p), Some(t)) => p.eq_ignore_ascii_case(t) && matches(&pattern[1..], &text[1..]),
        (p, t) => p.is_none() && t.is_none(),
    }
}

fn matches(pattern: &[u8], text: &[u8]) -> bool {
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
    fn the_longest_domain_owns_a_host() {
        assert!(matches!(owner_of("signin.aws"), Some(Owner::Brand(_))));
        assert!(matches!(
            owner_of("x.lambda-url.on.aws"),
            Some(Owner::Hosting(_))
        ));
        assert!(matches!(
            owner_of("bank.natwest.com."),
            Some(Owner::Bank(_))
        ));
        assert!(owner_of("co.uk").is_none() && owner_of("").is_none() && owner_of(".").is_none());
    }
}
