//! Fields and the text that says what each is for.

use super::flow::{is_block, is_skipped};
use super::strings::{cut, fold_spaces, number, short};
use super::tree::{Kind, NodeId, Tree};
use super::words::words;
use crate::page::{Field, limits};

/// The types of `<input>` that a browser knows; any other is `text`.
const INPUT_TYPES: [&str; 22] = [
    "button",
    "checkbox",
    "color",
    "date",
    "datetime-local",
    "email",
    "file",
    "hidden",
    "image",
    "month",
    "number",
    "password",
    "radio",
    "range",
    "reset",
    "search",
    "submit",
    "tel",
    "text",
    "time",
    "url",
    "week",
];

/// Those of them that are buttons.
pub(super) const BUTTON_TYPES: [&str; 4] = ["button", "image", "reset", "submit"];

/// Roles of elements that one types into.
const TYPED_ROLES: [&str; 4] = ["combobox", "searchbox", "spinbutton", "textbox"];

/// Attributes that show a custom element to be a field.
const FIELD_ATTRS: [&str; 4] = ["autocomplete", "inputmode", "maxlength", "placeholder"];

/// `type` of an `<input>` as the browser's property says it.
pub(super) fn input_type(tree: &Tree, node: NodeId) -> &'static str {
    let said = tree.attr_or_empty(node, "type").to_ascii_lowercase();
    INPUT_TYPES
        .iter()
        .find(|known| **known == said)
        .unwrap_or(&"text")
}

/// What sort of field an element is, if it is one.
pub(super) fn field_kind(tree: &Tree, node: NodeId) -> Option<&'static str> {
    let name = tree.name(node);
    match name {
        "input" => {
            let kind = input_type(tree, node);
            return (kind != "hidden" && !BUTTON_TYPES.contains(&kind)).then_some(kind);
        }
        "select" => return Some("select"),
        "textarea" => return Some("textarea"),
        "html" | "body" => return None,
        _ => {}
    }
    if is_editable(tree, node) {
        let nested = tree.ancestors(node).any(|up| is_editable(tree, up));
        return (!nested).then_some("contenteditable");
    }
    let typed = tree
        .attr(node, "role")
        .is_some_and(|role| TYPED_ROLES.contains(&&*role.trim().to_ascii_lowercase()));
    let custom = name.contains('-')
        && FIELD_ATTRS
            .iter()
            .any(|attr| tree.attr(node, attr).is_some());
    let holds_field = || {
        tree.descendants(node)
            .take(limits::WORDS_NODES)
            .any(|below| ["input", "select", "textarea"].contains(&tree.name(below)))
    };
    ((typed || custom) && !holds_field()).then_some("textbox")
}

fn is_editable(tree: &Tree, node: NodeId) -> bool {
    tree.attr(node, "contenteditable")
        .is_some_and(|value| ["", "true", "plaintext-only"].contains(&&*value.to_ascii_lowercase()))
}

/// Describes the field at `node`; `labels` are the `<label>`s of its root.
pub(super) fn describe(tree: &Tree, node: NodeId, kind: &str, labels: &[NodeId]) -> Field {
    let attr = |name| short(tree.attr_or_empty(node, name));
    let placeholder = attr("placeholder");
    Field {
        kind: kind.to_owned(),
        name: attr("name"),
        id: attr("id"),
        autocomplete: attr("autocomplete"),
        label: label(tree, node, kind, labels),
        placeholder: if placeholder.is_empty() {
            attr("title")
        } else {
            placeholder
        },
        maxlength: number(tree.attr_or_empty(node, "maxlength")),
        inputmode: attr("inputmode"),
    }
}

/// The first of the ways to label a field that gives any words.
fn label(tree: &Tree, node: NodeId, kind: &str, labels: &[NodeId]) -> String {
    let id = tree.attr_or_empty(node, "id");
    let own = |&node: &NodeId| words(tree, node, limits::LABEL);
    let given = |name| cut(&short(tree.attr_or_empty(node, name)), limits::LABEL);
    let by_for = || {
        labels
            .iter()
            .find(|&&label| !id.is_empty() && tree.attr(label, "for") == Some(id))
            .map(own)
    };
    let wrapping = || {
        tree.ancestors(node)
            .find(|&up| tree.name(up) == "label")
            .map(|up| own(&up))
    };
    let by_ids = || labelled_by(tree, node);
    let after = || next_label(tree, node).map(|label| own(&label));
    let before = || {
        let said_after = ["checkbox", "radio"].contains(&kind);
        (!said_after).then(|| text_before(tree, node))
    };
    let ways: [&dyn Fn() -> Option<String>; 7] = [
        &by_for,
        &wrapping,
        &by_ids,
        &|| Some(given("aria-label")),
        &|| Some(given("label")),
        &after,
        &before,
    ];
    ways.iter()
        .filter_map(|way| way())
        .find(|label| !label.is_empty())
        .unwrap_or_default()
}

/// The words of the elements that `aria-labelledby` names.
fn labelled_by(tree: &Tree, node: NodeId) -> Option<String> {
    let ids: Vec<&str> = tree
        .attr(node, "aria-labelledby")?
        .split_ascii_whitespace()
        .take(4)
        .collect();
    let root = tree.ancestors(node).last()?;
    let named = |id: &&str| {
        let found = tree
            .descendants(root)
            .find(|&other| tree.attr(other, "id") == Some(id))?;
        Some(words(tree, found, limits::LABEL))
    };
    let said: Vec<String> = ids.iter().filter_map(named).collect();
    Some(cut(&fold_spaces(&said.join(" ")), limits::LABEL))
}

/// A label for nothing in particular that stands right after the field, as
/// floating labels do.
fn next_label(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let next = std::iter::successors(tree.nodes[node].next, |&next| tree.nodes[next].next)
        .find(|&next| tree.element(next).is_some())?;
    (tree.name(next) == "label" && tree.attr(next, "for").is_none()).then_some(next)
}

/// The last words before the field: the nearest run of text, back to the
/// start of its block, the field before or the form's start.
fn text_before(tree: &Tree, field: NodeId) -> String {
    let mut pieces: Vec<&str> = Vec::new();
    let mut here = field;
    for _ in 0..limits::LABEL_NODES {
        let climbs = tree.nodes[here].prev.is_none();
        let Some(next) = tree.nodes[here].prev.or(tree.nodes[here].parent) else {
            break;
        };
        here = if climbs {
            next
        } else {
            last_in(tree, next, pieces.is_empty())
        };
        let leaves = climbs && ["form", "body", "table"].contains(&tree.name(here));
        let ends = !pieces.is_empty() && is_block(tree, here);
        if leaves || ends || is_control(tree, here) {
            break;
        }
        match &tree.nodes[here].kind {
            Kind::Text(text) if !text.trim().is_empty() => pieces.push(text),
            _ => {}
        }
    }
    pieces.reverse();
    let text = fold_spaces(&pieces.concat());
    let start = text.char_indices().rev().nth(limits::LABEL - 1);
    text[start.map_or(0, |(start, _)| start)..].to_owned()
}

/// The last node in `node`, or itself. Never goes into what is left out of
/// the text, and into a block only where that is wanted.
fn last_in(tree: &Tree, mut node: NodeId, into_blocks: bool) -> NodeId {
    while let Some(last) = tree.nodes[node].last {
        let closed = is_skipped(tree, node) || is_control(tree, node);
        if closed || (!into_blocks && is_block(tree, node)) {
            break;
        }
        node = last;
    }
    node
}

fn is_control(tree: &Tree, node: NodeId) -> bool {
    match tree.name(node) {
        "input" => input_type(tree, node) != "hidden",
        "select" | "textarea" | "button" => true,
        _ => false,
    }
}
