//! Which elements part the words around them, and which say nothing at all.

use super::tree::{NodeId, Tree};

/// How an element takes part in the text.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Flow {
    /// Joined with its neighbours.
    Inline,
    /// Set apart from them by a space.
    Block,
    /// Says nothing, nor does what stands in it.
    Skipped,
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "input",
    "label",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "object",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "text",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

const SKIPPED: &[&str] = &[
    "audio", "datalist", "frame", "head", "iframe", "metadata", "noembed", "noframes", "noscript",
    "script", "select", "style", "template", "textarea", "video",
];

/// How an element takes part.
pub(super) fn flow(tree: &Tree, node: NodeId) -> Flow {
    let name = tree.name(node);
    if SKIPPED.binary_search(&name).is_ok() || (name == "title" && tree.is_html(node)) {
        Flow::Skipped
    } else if BLOCKS.binary_search(&name).is_ok() {
        Flow::Block
    } else {
        Flow::Inline
    }
}

/// Whether an element sets its content apart from what stands around it.
pub(super) fn is_block(tree: &Tree, node: NodeId) -> bool {
    flow(tree, node) == Flow::Block
}

/// Whether an element and all in it are left out of the text.
pub(super) fn is_skipped(tree: &Tree, node: NodeId) -> bool {
    flow(tree, node) == Flow::Skipped
}
