//! Fills [`PageFacts`] from a document: each member by a function of its own.

use std::collections::HashSet;

use super::document::Document;
use super::forms;
use super::inline::{script_text, style_text};
use super::resources::{assets, frames, icons, images, media};
use super::scripts;
use super::strings::{cut, short};
use super::tree::{DOCUMENT, Kind, NodeId};
use super::words::document_text;
use crate::page::{Link, PageFacts, limits};

/// Reads everything but the addresses of the document itself.
pub(super) fn gather(document: &Document) -> PageFacts {
    let (text, cut_short) = document_text(document.tree, DOCUMENT);
    let scripts = scripts::scan(&script_text(document), &style_text(document));
    let mut facts = PageFacts {
        lang: lang(document),
        title: title(document),
        description: meta(document, &["description", "og:description"]),
        site_name: meta(document, &["og:site_name", "application-name"]),
        text,
        headings: headings(document),
        links: links(document),
        images: images(document),
        icons: icons(document),
        assets: assets(document),
        idents: idents(document),
        comments: comments(document),
        script_links: script_links(document, scripts.links),
        frames: frames(document),
        media: media(document),
        api: scripts.api,
        ..Default::default()
    };
    forms::collect(document, &mut facts);
    facts.truncated = cut_short || document.truncated.get();
    facts
}

fn lang(document: &Document) -> String {
    let html = document.named(&["html"]).next();
    html.map_or_else(String::new, |html| document.attr(html, "lang"))
}

fn title(document: &Document) -> String {
    let title = document
        .named(&["title"])
        .find(|&node| document.tree.is_html(node));
    title.map_or_else(String::new, |title| {
        document.short(&document.tree.text_content(title))
    })
}

/// The first `<meta>` of these names (or properties) that says anything,
/// earlier names first.
fn meta(document: &Document, names: &[&str]) -> String {
    let said = |name: &&str| {
        document
            .named(&["meta"])
            .filter(|&node| {
                ["name", "property"].iter().any(|attr| {
                    document
                        .tree
                        .attr_or_empty(node, attr)
                        .eq_ignore_ascii_case(name)
                })
            })
            .map(|node| document.attr(node, "content"))
            .find(|content| !content.is_empty())
    };
    names.iter().find_map(said).unwrap_or_default()
}

fn headings(document: &Document) -> Vec<String> {
    let tree = document.tree;
    let usual = document.named(&["h1", "h2", "h3"]);
    let others = document.elements.iter().copied().filter(|&node| {
        tree.attr_or_empty(node, "role")
            .eq_ignore_ascii_case("heading")
    });
    let words = usual
        .chain(others)
        .map(|node| document.words(node))
        .filter(|words| !words.is_empty());
    document.first(words, limits::HEADINGS)
}

fn links(document: &Document) -> Vec<Link> {
    let tree = document.tree;
    let (suspicious, usual): (Vec<NodeId>, Vec<NodeId>) = document
        .named(&["a", "area"])
        .filter(|&node| tree.attr(node, "href").is_some())
        .take(limits::SCANNED)
        .partition(|&node| {
            tree.attr(node, "download").is_some()
                || scripts::is_suspicious(tree.attr_or_empty(node, "href").trim())
        });
    let kept = document.first(suspicious.into_iter().chain(usual), limits::LINKS);
    kept.into_iter()
        .map(|node| Link {
            href: document.resolve(tree.attr_or_empty(node, "href")),
            text: document.words(node),
            download: tree.attr(node, "download").map(|name| document.short(name)),
        })
        .collect()
}

fn idents(document: &Document) -> Vec<String> {
    let tree = document.tree;
    let with_any = document
        .elements
        .iter()
        .take(limits::IDENTS_VISITED)
        .filter(|&&node| {
            ["id", "class"]
                .iter()
                .any(|name| !tree.attr_or_empty(node, name).is_empty())
        });
    let mut seen = HashSet::new();
    with_any
        .take(limits::IDENT_ELEMENTS)
        .flat_map(|&node| {
            let classes = tree.attr_or_empty(node, "class").split_ascii_whitespace();
            std::iter::once(tree.attr_or_empty(node, "id").trim()).chain(classes)
        })
        .filter(|ident| !ident.is_empty() && seen.insert(*ident))
        .take(limits::IDENTS)
        .map(|ident| cut(ident, limits::STRING))
        .collect()
}

fn comments(document: &Document) -> Vec<String> {
    let tree = document.tree;
    tree.descendants(DOCUMENT)
        .filter_map(|node| match &tree.nodes[node].kind {
            Kind::Comment(text) => Some(cut(&short(text), limits::COMMENT)),
            _ => None,
        })
        .filter(|comment| !comment.is_empty())
        .take(limits::COMMENTS)
        .collect()
}

/// Targets of `<meta http-equiv=refresh>`, then what scripts quote.
fn script_links(document: &Document, quoted: Vec<String>) -> Vec<String> {
    let tree = document.tree;
    let refresh = document
        .named(&["meta"])
        .filter(|&node| {
            tree.attr_or_empty(node, "http-equiv")
                .eq_ignore_ascii_case("refresh")
        })
        .filter_map(|node| scripts::refresh_target(tree.attr_or_empty(node, "content")));
    let addresses = refresh
        .map(str::to_owned)
        .chain(quoted)
        .map(|address| document.resolve(&address));
    let mut seen = HashSet::new();
    let distinct = addresses.filter(|address| seen.insert(address.clone()));
    document.first(distinct, limits::SCRIPT_LINKS)
}
