//! A [`Verdict`] in words: which message ids the warning shows.
//!
//! What to do now comes first, then why. Nothing of the page stands in the
//! headline or the reasons but its host; what the page itself says is
//! [quoted](evidence) apart.

mod quote;

pub use quote::evidence;

use super::{Kind, Level, Verdict};
use crate::catalogue;
use crate::message::{Text, Trusted, Warning};

/// What to lay over a page that was judged so; `None` below `caution`.
///
/// `host` is the page's host in Unicode, as the browser gives it.
pub fn warning(verdict: &Verdict, host: &str, trusted: Option<Trusted>) -> Option<Warning> {
    let threat = verdict.threats.first()?;
    // A threat may lack the brand that another threat of the page names.
    let mut brands = verdict
        .threats
        .iter()
        .filter_map(|threat| threat.brand.as_deref());
    let brand = brands
        .next()
        .and_then(catalogue::brand)
        .map(|brand| brand.name);
    let tool = threat.tool.as_deref().and_then(catalogue::tool);
    let tool_name = tool.map(|tool| tool.name);
    let (headline, reasons) = match threat.level {
        Level::Danger => danger(threat.kind, brand, tool_name, host),
        Level::Caution => caution(threat.kind, brand, tool_name, host),
        Level::Notice | Level::None => return None,
    };
    Some(Warning {
        level: threat.level,
        kind: threat.kind,
        brand: brand.map(str::to_owned),
        tool: threat.tool.clone(),
        tool_name: tool_name.map(str::to_owned),
        host: host.to_owned(),
        headline,
        reasons,
        evidence: quote::evidence(verdict),
        trusted,
    })
}

/// What to do now, and why, when the page must not be used.
fn danger(kind: Kind, brand: Option<&str>, tool: Option<&str>, host: &str) -> (Text, Vec<Text>) {
    let (headline, mut reasons) = match kind {
        Kind::FakeBrandPayment => (text("headline_pay", []), poses(brand, host)),
        Kind::FakeBrandSignIn => (text("headline_sign_in", []), poses(brand, host)),
        Kind::FakeBrandContact if brand.is_none() => (text("headline_phone", []), told()),
        Kind::FakeBrandContact => (text("headline_phone", []), poses(brand, host)),
        Kind::LookAlikeHost => (text("headline_leave", []), poses(brand, host)),
        Kind::RemoteToolPush | Kind::RemoteToolVendor => (
            naming("headline_tool", "headline_file", tool),
            lets_in(brand, tool),
        ),
        Kind::ScareScreen => (
            text("headline_number", []),
            vec![text("why_screen", []), text("why_number", [])],
        ),
        Kind::RemoteSessionMoney => (
            text("headline_money", []),
            vec![
                naming("why_let_in_tool", "why_let_in", tool),
                text("why_mouse", []),
                text("why_gift_cards", []),
            ],
        ),
    };
    reasons.push(text("why_ignore", []));
    (headline, reasons)
}

/// The page claims to be the brand's.
fn poses(brand: Option<&str>, host: &str) -> Vec<Text> {
    let Some(brand) = brand else {
        return vec![text("why_no_typing", [])];
    };
    let [access, pay] = rules(brand);
    vec![text("why_not_brand", [brand, host]), access, pay]
}

/// A caller wants something, in whoever's name.
fn told() -> Vec<Text> {
    vec![text("why_told", []), text("why_told_access", [])]
}

/// The page wants a stranger let in; whoever names a brand breaks its rules.
fn lets_in(brand: Option<&str>, tool: Option<&str>) -> Vec<Text> {
    let [first, second] = brand.map_or_else(
        || [text("why_thief", []), text("why_real_firms", [])],
        rules,
    );
    vec![naming("why_tool", "why_file", tool), first, second]
}

/// What Amazon told Which? in March 2023 that it will never do.
fn rules(brand: &str) -> [Text; 2] {
    [
        text("why_brand_access", [brand]),
        text("why_brand_pay", [brand]),
    ]
}

/// What to think of now, and why, when the page may be used after all.
fn caution(kind: Kind, brand: Option<&str>, tool: Option<&str>, host: &str) -> (Text, Vec<Text>) {
    match kind {
        Kind::RemoteToolPush | Kind::RemoteToolVendor => (
            text("headline_wait_caller", []),
            vec![
                naming("why_tool_real", "why_file_real", tool),
                text("why_own_wish", []),
            ],
        ),
        Kind::ScareScreen => (
            text("headline_number", []),
            vec![text("why_screen", []), text("why_number", [])],
        ),
        Kind::RemoteSessionMoney => (
            text("headline_money", []),
            vec![
                naming("why_let_in_tool", "why_let_in", tool),
                text("why_mouse", []),
            ],
        ),
        Kind::FakeBrandContact if brand.is_none() => (text("headline_wait_page", []), told()),
        Kind::FakeBrandPayment
        | Kind::FakeBrandSignIn
        | Kind::FakeBrandContact
        | Kind::LookAlikeHost => match brand {
            Some(brand) => (
                text("headline_wait_brand", [brand]),
                vec![text("why_look", [brand, host]), text("why_no_typing", [])],
            ),
            None => (
                text("headline_wait_page", []),
                vec![text("why_no_typing", [])],
            ),
        },
    }
}

fn text<const N: usize>(id: &str, args: [&str; N]) -> Text {
    Text {
        id: id.to_owned(),
        args: args.map(str::to_owned).to_vec(),
    }
}

/// The message that names it, or the one that does without a name.
fn naming(named: &str, unnamed: &str, name: Option<&str>) -> Text {
    name.map_or_else(|| text(unnamed, []), |name| text(named, [name]))
}

#[cfg(test)]
mod tests;
