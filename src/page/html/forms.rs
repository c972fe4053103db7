//! Forms, fields and buttons.

use std::collections::HashMap;

use super::document::Document;
use super::fields::{describe, field_kind, input_type};
use super::tree::NodeId;
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

    let fields = document
        .elements
        .iter()
        .filter_map(|&node| Some((node, field_kind(tree, node)?)));
    for (node, kind) in document.first(fields, limits::FIELDS) {
        let field = describe(tree, node, kind, &labels);
        match owner(document, node).and_then(|form| order.get(&form)) {
            Some(&form) => facts.forms[form].fields.push(field),
            None => facts.fields.push(field),
        }
    }

    let buttons = document.elements.iter().filter_map(|&node| {
        let words = button_words(document, node)?;
        (!words.is_empty()).then_some((node, words))
    });
    for (node, words) in buttons.take(limits::SCANNED) {
        let form = match tree.name(node) {
            "button" | "input" => owner(document, node).and_then(|form| order.get(&form)),
            _ => None,
        };
        let list = match form {
            Some(&form) => &mut facts.forms[form].buttons,
            None => &mut facts.buttons,
        };
        if list.len() < limits::BUTTONS {
            list.push(words);
        } else {
            document.truncated.set(true);
        }
    }
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

/// The words on a button; `None` for what is not one.
fn button_words(document: &Document, node: NodeId) -> Option<String> {
    let tree = document.tree;
    match tree.name(node) {
        "button" => Some(document.words(node)),
        "input" => match input_type(tree, node) {
            "submit" | "button" | "reset" | "image" => Some(document.words(node)),
            _ => None,
        },
        _ => {
            let role = tree.attr(node, "role")?;
            role.trim()
                .eq_ignore_ascii_case("button")
                .then(|| document.words(node))
        }
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
