//! Forms, fields and buttons.

use std::collections::HashMap;

use super::document::Document;
use super::fields::{BUTTON_TYPES, describe, field_kind, input_type};
use super::tree::{NodeId, Tree};
use crate::page::{Form, PageFacts, limits};

/// Fills `forms`, `fields` and `buttons`.
pub(super) fn collect(document: &Document, facts: &mut PageFacts) {
    let tree = document.tree;
    let elements = document.first(document.named(&["form"]), limits::FORMS);
    facts.forms = elements
        .iter()
        .map(|&form| describe_form(document, form))
        .collect();
    let order: HashMap<NodeId, usize> = elements
        .iter()
        .enumerate()
        .map(|(at, &form)| (form, at))
        .collect();
    let labels: Vec<NodeId> = document.named(&["label"]).take(limits::SCANNED).collect();

    for (node, kind) in document.first(fields(document), limits::FIELDS) {
        let field = describe(tree, node, kind, &labels);
        match owner(document, node).and_then(|form| order.get(&form)) {
            Some(&form) => facts.forms[form].fields.push(field),
            None => facts.fields.push(field),
        }
    }

    for node in buttons(document) {
        let form = match is_control(tree, node) {
            true => owner(document, node).and_then(|form| order.get(&form)),
            false => None,
        };
        let list = match form {
            Some(&form) => &mut facts.forms[form].buttons,
            None => &mut facts.buttons,
        };
        if list.len() == limits::BUTTONS {
            document.truncated.set(true);
            continue;
        }
        let words = document.words(node);
        if !words.is_empty() {
            list.push(words);
        }
    }
}

/// Every field with what sort it is: the usual ones first.
fn fields<'a>(document: &'a Document) -> impl Iterator<Item = (NodeId, &'static str)> + 'a {
    let tree = document.tree;
    let rank = |node: NodeId| match tree.name(node) {
        "input" | "select" | "textarea" => 0,
        _ if tree.attr(node, "contenteditable").is_some() => 1,
        _ if tree.attr(node, "role").is_some() => 2,
        _ => 3,
    };
    (0..=3).flat_map(move |wanted| {
        document
            .elements
            .iter()
            .filter(move |&&node| rank(node) == wanted)
            .filter_map(|&node| Some((node, field_kind(tree, node)?)))
    })
}

/// Every button: the usual ones first.
fn buttons<'a>(document: &'a Document) -> impl Iterator<Item = NodeId> + 'a {
    let tree = document.tree;
    let usual = document.named(&["button", "input"]).filter(|&node| {
        tree.name(node) == "button" || BUTTON_TYPES.contains(&input_type(tree, node))
    });
    let others = document.elements.iter().copied().filter(|&node| {
        let role = tree.attr_or_empty(node, "role");
        role.eq_ignore_ascii_case("button") && !is_control(tree, node)
    });
    usual.chain(others)
}

fn is_control(tree: &Tree, node: NodeId) -> bool {
    ["button", "input", "select", "textarea"].contains(&tree.name(node))
}

fn describe_form(document: &Document, form: NodeId) -> Form {
    let action = document.tree.attr_or_empty(form, "action").trim();
    let method = document
        .tree
        .attr_or_empty(form, "method")
        .to_ascii_lowercase();
    Form {
        action: if action.is_empty() {
            String::new()
        } else {
            document.resolve(action)
        },
        method: match &*method {
            "post" | "dialog" => method,
            _ => "get".to_owned(),
        },
        ..Default::default()
    }
}

/// The form that a field or button belongs to: the one its `form` attribute
/// names, the one the parser tied it to, or the nearest around it.
fn owner(document: &Document, node: NodeId) -> Option<NodeId> {
    let tree = document.tree;
    if let Some(id) = tree.attr(node, "form") {
        let root = tree.ancestors(node).last()?;
        return tree
            .descendants(root)
            .find(|&other| tree.attr(other, "id") == Some(id))
            .filter(|&other| tree.name(other) == "form");
    }
    tree.element(node)?
        .form
        .or_else(|| tree.ancestors(node).find(|&up| tree.name(up) == "form"))
}
