//! Marks in the page's make-up: ids and class names, style sheets, comments,
//! icons, addresses.

use super::{CLAIM, LOOK, Marks};
use crate::catalogue::{self, Owner};
use crate::page::Address;

/// Different globs of the brand's ids and class names that must match: one
/// alone may be chance.
const FEW_IDENTS: usize = 3;
const MANY_IDENTS: usize = 8;

pub(super) fn find(marks: &mut Marks) {
    idents(marks);
    assets(marks);
    comments(marks);
    icons(marks);
    addresses(marks);
    links(marks);
    if let Some(resemblance) = marks.view.host.resembles
        && resemblance.brand == marks.brand.id
    {
        marks.add(LOOK, 2, marks.view.host.host.clone());
    }
}

fn idents(marks: &mut Marks) {
    let facts = marks.view.facts;
    let field_ids = marks.view.fields().map(|field| &field.id);
    let all: Vec<&str> = facts
        .idents
        .iter()
        .chain(field_ids)
        .map(String::as_str)
        .collect();
    let matched = marks.brand.look.own_idents(&all);
    if matched.len() >= FEW_IDENTS {
        let weight = if matched.len() >= MANY_IDENTS { 5 } else { 4 };
        marks.add(LOOK, weight, matched[..FEW_IDENTS].join(" "));
    } else if let Some(ident) = matched.first() {
        marks.add(CLAIM, 1, *ident);
    }
}

/// Style sheets and scripts from the brand's own servers. Pictures are no
/// mark: shops and reviews show the brand's product pictures.
fn assets(marks: &mut Marks) {
    let asset = marks.view.facts.assets.iter().find(|asset| {
        let host = Address::parse(asset).host;
        marks.brand.look.is_asset_host(&host)
    });
    if let Some(asset) = asset {
        marks.add(LOOK, 3, asset.clone());
    }
}

/// "saved from url=(0031)https://www.amazon.co.uk/ap/signin", "Mirrored from
/// www.amazon.fr", or the mere address: where the page was copied from.
fn comments(marks: &mut Marks) {
    let marked = |comment: &&String| {
        let folded = comment.to_lowercase();
        let saved = [
            "saved from",
            "mirrored from",
            "httrack",
            "singlefile",
            "url:",
        ]
        .iter()
        .any(|sign| folded.contains(sign));
        (saved || folded.trim().starts_with("http")) && names_host(marks, &folded)
    };
    if let Some(comment) = marks.view.facts.comments.iter().find(marked) {
        marks.add(LOOK, 4, comment.clone());
    }
}

fn icons(marks: &mut Marks) {
    let icon = marks.view.facts.icons.iter().find(|icon| {
        let url = Address::parse(icon);
        is_brands_host(marks, &url.host)
            || marks.brand.look.is_asset_host(&url.host)
            || marks.brand.look.is_logo(&url)
    });
    if let Some(icon) = icon {
        marks.add(LOOK, 2, icon.clone());
    }
}

/// The brand's host inside the path of another's: `/www.amazon.com/signin`.
fn addresses(marks: &mut Marks) {
    let facts = marks.view.facts;
    // An archive has the address of what it shows in its own.
    let own = Some(&facts.url).filter(|_| !marks.view.is_relayed());
    let actions = facts.forms.iter().map(|form| &form.action);
    let posing = own.into_iter().chain(actions).find(|address| {
        let url = Address::parse(address);
        !is_brands_host(marks, &url.host) && names_host(marks, &url.path.to_lowercase())
    });
    if let Some(address) = posing {
        marks.add(LOOK, 3, address.clone());
    }
}

/// Links to the brand's own terms, help and account pages, as stand under its
/// forms. One is an honest pointer.
fn links(marks: &mut Marks) {
    let pages = marks.brand.look.own_pages;
    // Links are many, and hardly any holds one of these.
    let may_lead_home = |href: &str| pages.iter().any(|page| href.contains(page));
    let leads_home = |href: &&String| {
        may_lead_home(href) && {
            let url = Address::parse(href);
            pages.iter().any(|page| url.path.starts_with(page)) && is_brands_host(marks, &url.host)
        }
    };
    let mut links = marks
        .view
        .facts
        .links
        .iter()
        .map(|link| &link.href)
        .filter(leads_home);
    if let (Some(first), Some(_)) = (links.next(), links.next()) {
        let first = first.clone();
        marks.add(CLAIM, 2, first);
    }
}

/// A host that the brand owns and that bears its name: Twitch is Amazon's too,
/// but who links there does not pose as Amazon.
fn is_brands_host(marks: &Marks, host: &str) -> bool {
    let owned = || matches!(catalogue::owner_of(host), Some(Owner::Brand(owner)) if owner.id == marks.brand.id);
    bears_name(marks, host) && owned()
}

fn bears_name(marks: &Marks, host: &str) -> bool {
    marks
        .brand
        .host
        .tokens
        .iter()
        .any(|token| host.contains(token))
}

/// Whether one of the brand's web addresses stands in `text` (lower case).
fn names_host(marks: &Marks, text: &str) -> bool {
    let stands = |domain: &str| {
        text.match_indices(domain).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + domain.len()..].chars().next();
            matches!(before, None | Some('/' | '.' | '(' | ')' | ' ' | '='))
                && !matches!(after, Some(c) if c.is_alphanumeric() || c == '-' || c == '.')
        })
    };
    // Hardly any text does, and the brand's domains are many.
    bears_name(marks, text)
        && marks
            .brand
            .domains
            .iter()
            .filter(|domain| domain.contains('.') && bears_name(marks, domain))
            .any(|domain| stands(domain))
}
