//! The scripts and styles that stand in the page itself, each as one text.

use std::slice;

use super::document::Document;
use super::scripts::is_script;
use super::strings::first_bytes;
use crate::page::limits;

/// Attributes whose value is script, `onclick` aside.
const HANDLERS: [&str; 15] = [
    "onbeforeunload",
    "onblur",
    "oncontextmenu",
    "onerror",
    "onfocus",
    "onkeydown",
    "onkeypress",
    "onkeyup",
    "onload",
    "onmousedown",
    "onmousemove",
    "onmouseover",
    "onpageshow",
    "onsubmit",
    "ontouchstart",
];

/// Inline scripts, then handlers in attributes and `javascript:` links.
pub(super) fn script_text(document: &Document) -> String {
    let tree = document.tree;
    let inline = document
        .named(&["script"])
        .filter(|&node| tree.attr(node, "src").is_none())
        .filter(|&node| is_script(tree.attr_or_empty(node, "type")))
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

/// Style sheets, then the style of the whole page.
pub(super) fn style_text(document: &Document) -> String {
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
