//! Host names: who owns one, whom it resembles.

use serde::Serialize;

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

/// Says what is known of `host`.
pub fn inspect(host: &str) -> HostInfo {
    HostInfo {
        host: host.to_owned(),
        owner: None,
        hosting: false,
        resembles: None,
    }
}
