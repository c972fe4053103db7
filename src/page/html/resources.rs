//! What a page shows and loads beside its words: pictures, icons, styles and
//! scripts by their addresses, frames, sound.

use super::document::Document;
use super::strings::number;
use super::tree::NodeId;
use crate::page::{Frame, Image, Media, limits};

pub(super) fn images(document: &Document) -> Vec<Image> {
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
            w: number(tree.attr_or_empty(node, "width")),
            h: number(tree.attr_or_empty(node, "height")),
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

pub(super) fn icons(document: &Document) -> Vec<String> {
    linked(document, "icon", &["link"], limits::ICONS)
}

pub(super) fn assets(document: &Document) -> Vec<String> {
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

pub(super) fn frames(document: &Document) -> Vec<Frame> {
    let tree = document.tree;
    let frames = document.named(&["iframe", "frame"]).map(|node| Frame {
        src: document.resolve_picture(tree.attr_or_empty(node, "src")),
        srcdoc: tree.attr(node, "srcdoc").is_some(),
    });
    document.first(frames, limits::FRAMES)
}

pub(super) fn media(document: &Document) -> Media {
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
