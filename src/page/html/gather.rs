//! Fills [`PageFacts`] from a document: each list in a function of its own,
//! in the order of the members.

use std::collections::HashSet;
use std::slice;

use super::document::Document;
use super::forms;
use super::scripts::{self, HANDLERS};
use super::strings::{cut, first_bytes, short};
use super::tree::{DOCUMENT, Kind, NodeId};
use super::words::document_text;
use crate::page::{Frame, Image, Link, Media, PageFacts, limits};

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

fn images(document: &Document) -> Vec<Image> {
    let tree = document.tree;
    let image = |&node: &NodeId| {
        let name = tree.name(node);
        let shown = match name {
            "img" => true,
            "input" => tree
                .attr_or_empty(node, "type")
                .eq_ignore_ascii_case("image"),
            "svg" => !picture_name(document, node).is_empty(),
            _ => false,
        };
        shown.then(|| Image {
            src: match name {
                "svg" => String::new(),
                _ => document.resolve_picture(source(document, node)),
            },
            alt: picture_name(document, node),
            w: super::fields::number(tree.attr_or_empty(node, "width")),
            h: super::fields::number(tree.attr_or_empty(node, "height")),
        })
    };
    document.first(document.elements.iter().filter_map(image), limits::IMAGES)
}

/// Where a picture comes from; late loaders keep it in `data-src`.
fn source<'a>(document: &'a Document, node: NodeId) -> &'a str {
    let first = |name| document.tree.attr_or_empty(node, name);
    let set = || {
        first("srcset")
            .split_ascii_whitespace()
            .next()
            .unwrap_or_default()
    };
    ["src", "data-src"]
        .into_iter()
        .map(first)
        .find(|src| !src.is_empty())
        .unwrap_or_else(set)
}

fn picture_name(document: &Document, node: NodeId) -> String {
    let tree = document.tree;
    let title = || {
        let title = tree
            .descendants(node)
            .find(|&below| tree.name(below) == "title")?;
        Some(document.short(&tree.text_content(title)))
    };
    ["alt", "aria-label"]
        .into_iter()
        .map(|name| document.attr(node, name))
        .find(|name| !name.is_empty())
        .or_else(title)
        .unwrap_or_default()
}

fn icons(document: &Document) -> Vec<String> {
    linked(document, "icon", &["link"], limits::ICONS)
}

fn assets(document: &Document) -> Vec<String> {
    linked(document, "stylesheet", &["link", "script"], limits::ASSETS)
}

/// Addresses of `<link>`s whose `rel` says `kind`, and of `<script>`s.
fn linked(document: &Document, kind: &str, names: &[&str], limit: usize) -> Vec<String> {
    let tree = document.tree;
    let addresses = document
        .named(names)
        .filter_map(|node| match tree.name(node) {
            "script" => tree.attr(node, "src"),
            _ => {
                let rel = tree.attr_or_empty(node, "rel").to_ascii_lowercase();
                rel.contains(kind)
                    .then(|| tree.attr(node, "href"))
                    .flatten()
            }
        });
    document.first(
        addresses.map(|address| document.resolve_picture(address)),
        limit,
    )
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

fn frames(document: &Document) -> Vec<Frame> {
    let tree = document.tree;
    let frames = document.named(&["iframe", "frame"]).map(|node| Frame {
        src: document.resolve_picture(tree.attr_or_empty(node, "src")),
        srcdoc: tree.attr(node, "srcdoc").is_some(),
    });
    document.first(frames, limits::FRAMES)
}

fn media(document: &Document) -> Media {
    let tree = document.tree;
    Media {
        audio: document
            .named(&["audio"])
            .count()
            .try_into()
            .unwrap_or(u32::MAX),
        autoplay: document.named(&["audio", "video"]).any(|node| {
            let muted = tree.name(node) == "video" && tree.attr(node, "muted").is_some();
            tree.attr(node, "autoplay").is_some() && !muted
        }),
    }
}

/// Inline scripts, then handlers in attributes and `javascript:` links.
fn script_text(document: &Document) -> String {
    let tree = document.tree;
    let inline = document
        .named(&["script"])
        .filter(|&node| tree.attr(node, "src").is_none())
        .filter(|&node| scripts::is_script(tree.attr_or_empty(node, "type")))
        .map(|node| tree.text_content(node));
    let clicks = document
        .elements
        .iter()
        .filter_map(|&node| tree.attr(node, "onclick"));
    let handlers = ["html", "body", "form", "iframe", "img"]
        .iter()
        .flat_map(|tag| document.named(slice::from_ref(tag)).take(limits::LINKS))
        .flat_map(|node| {
            HANDLERS
                .iter()
                .filter_map(move |name| tree.attr(node, name))
        });
    let links = document
        .named(&["a", "area"])
        .filter_map(|node| tree.attr(node, "href")?.strip_prefix("javascript:"));
    joined(inline.chain(clicks.chain(handlers).chain(links).map(str::to_owned)))
}

fn style_text(document: &Document) -> String {
    let tree = document.tree;
    let sheets = document
        .named(&["style"])
        .map(|node| tree.text_content(node));
    let whole_page = document
        .named(&["html", "body"])
        .filter_map(|node| tree.attr(node, "style"))
        .map(str::to_owned);
    joined(sheets.chain(whole_page))
}

/// Pieces one below the other, up to the limit.
fn joined(pieces: impl Iterator<Item = String>) -> String {
    let mut text = String::new();
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let read = first_bytes(&piece, limits::SCRIPT_TEXT.saturating_sub(text.len()));
        text.push_str(read);
        text.push('\n');
        if read.len() < piece.len() {
            break;
        }
    }
    text
}
