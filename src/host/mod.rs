//! Host names: who owns one, whom it resembles.

mod distance;
mod letters;
mod name;
mod resemble;
mod slip;
mod suffix;

pub use suffix::registrable;

use serde::Serialize;

use crate::catalogue::{self, Owner};
use name::Name;

/// What is known of a host by its name alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HostInfo {
    /// The host as asked for.
    pub host: String,
    /// Id of the brand that owns and controls it.
    pub owner: Option<&'static str>,
    /// Whether anyone can put a page there.
    pub hosting: bool,
    /// Whom it resembles without being theirs.
    pub resembles: Option<Resemblance>,
}

/// Whom a host resembles, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Resemblance {
    /// The brand's id.
    pub brand: &'static str,
    /// In which way.
    pub how: How,
}

/// The ways to resemble a brand's host.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The brand's name stands as a token of its own.
    ExactToken,
    /// One or two letters off.
    Typo,
    /// Letters that look like the brand's.
    Homoglyph,
    /// The brand's name joined with other words.
    Combo,
    /// The brand's host as a subdomain of another.
    Subdomain,
    /// The brand's very label under a suffix that is not the brand's.
    WrongSuffix,
}

/// Says what is known of `host`, in whatever case, with or without a port or
/// a trailing dot. Nothing is known of an IP address or of what is no host.
pub fn inspect(host: &str) -> HostInfo {
    let mut info = HostInfo {
        host: host.to_owned(),
        owner: None,
        hosting: false,
        resembles: None,
    };
    let Some(name) = Name::parse(host) else {
        return info;
    };
    let name = catalogue::unproxied(name.as_str());
    let owner = catalogue::owner_of(name);
    info.hosting =
        suffix::of(name).private || matches!(owner, Some(Owner::Hosting(_) | Owner::Anyone(_)));
    match owner {
        Some(Owner::Brand(brand)) if !info.hosting => info.owner = Some(brand.id),
        Some(Owner::Anyone(open)) if open.bears_others_names() => {}
        _ => info.resembles = resemblance(name),
    }
    info
}

fn resemblance(name: &str) -> Option<Resemblance> {
    catalogue::brands().iter().find_map(|brand| {
        let how = resemble::how(name, brand)?;
        Some(Resemblance {
            brand: brand.id,
            how,
        })
    })
}

#[cfg(test)]
mod tests;
