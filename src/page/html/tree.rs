//! A document as an arena: nodes point at each other by number, so that
//! neither walking nor dropping one recurses, however deep the page nests.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, ns};

/// Number of a node in its [`Tree`].
pub(super) type NodeId = usize;

/// The document node; every tree has it.
pub(super) const DOCUMENT: NodeId = 0;

/// What a node is.
#[derive(Debug)]
pub(super) enum Kind {
    /// The document itself, or the content of a `<template>`.
    Root,
    /// An element.
    Element(Element),
    /// Text.
    Text(StrTendril),
    /// A comment.
    Comment(StrTendril),
    /// Anything that shows nothing: a doctype, a processing instruction.
    Other,
}

/// An element's own part.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: QualName,
    pub(super) attrs: Vec<Attribute>,
    /// The content of a `<template>`.
    pub(super) content: Option<NodeId>,
    /// The form that the parser tied it to, which need not be an ancestor
    /// (`<table><form><tr>…` leaves the form empty).
    pub(super) form: Option<NodeId>,
}

/// A node and its neighbours.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) kind: Kind,
    pub(super) parent: Option<NodeId>,
    pub(super) first: Option<NodeId>,
    pub(super) last: Option<NodeId>,
    pub(super) prev: Option<NodeId>,
    pub(super) next: Option<NodeId>,
    /// Number of ancestors when it was put in its place.
    pub(super) depth: usize,
}

/// A parsed document.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
}

impl Tree {
    /// An empty document.
    pub(super) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new() };
        tree.create(Kind::Root);
        tree
    }

    /// Adds a node that stands nowhere yet.
    pub(super) fn create(&mut self, kind: Kind) -> NodeId {
        self.nodes.push(Node {
            kind,
            parent: None,
            first: None,
            last: None,
            prev: None,
            next: None,
            depth: 0,
        });
        self.nodes.len() - 1
    }

    /// Puts `node` into `parent`, before `next` or at the end.
    pub(super) fn insert(&mut self, parent: NodeId, next: Option<NodeId>, node: NodeId) {
        self.detach(node);
        let prev = match next {
            Some(next) => self.nodes[next].prev.replace(node),
            None => self.nodes[parent].last.replace(node),
        };
        match prev {
            Some(prev) => self.nodes[prev].next = Some(node),
            None => self.nodes[parent].first = Some(node),
        }
        let depth = self.nodes[parent].depth + 1;
        let here = &mut self.nodes[node];
        (here.parent, here.prev, here.next) = (Some(parent), prev, next);
        here.depth = depth;
    }

    /// Takes `node` out of its parent, if it has one.
    pub(super) fn detach(&mut self, node: NodeId) {
        let here = &mut self.nodes[node];
        let (prev, next) = (here.prev.take(), here.next.take());
        let Some(parent) = here.parent.take() else {
            return;
        };
        match prev {
            Some(prev) => self.nodes[prev].next = next,
            None => self.nodes[parent].first = next,
        }
        match next {
            Some(next) => self.nodes[next].prev = prev,
            None => self.nodes[parent].last = prev,
        }
    }

    /// The element at `node`, if it is one.
    pub(super) fn element(&self, node: NodeId) -> Option<&Element> {
        match &self.nodes[node].kind {
            Kind::Element(element) => Some(element),
            _ => None,
        }
    }

    /// Local name, empty for anything but an element.
    pub(super) fn name(&self, node: NodeId) -> &str {
        self.element(node).map_or("", |element| &element.name.local)
    }

    /// Whether it is an element of HTML itself, not of SVG or MathML.
    pub(super) fn is_html(&self, node: NodeId) -> bool {
        self.element(node)
            .is_some_and(|element| element.name.ns == ns!(html))
    }

    /// The value of an attribute without a namespace.
    pub(super) fn attr(&self, node: NodeId, name: &str) -> Option<&str> {
        self.element(node)?
            .attrs
            .iter()
            .find(|attr| attr.name.ns == ns!() && &*attr.name.local == name)
            .map(|attr| &*attr.value)
    }

    /// The same, empty when it is missing.
    pub(super) fn attr_or_empty(&self, node: NodeId, name: &str) -> &str {
        self.attr(node, name).unwrap_or_default()
    }

    /// `node`'s ancestors, nearest first.
    pub(super) fn ancestors(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.nodes[node].parent, |&up| self.nodes[up].parent)
    }

    /// Every node under `root` in document order.
    pub(super) fn descendants(&self, root: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.following(root, root), move |&node| {
            self.following(node, root)
        })
    }

    /// The node after `node` in document order, within `root`.
    fn following(&self, node: NodeId, root: NodeId) -> Option<NodeId> {
        if let Some(first) = self.nodes[node].first {
            return Some(first);
        }
        let mut here = node;
        while here != root {
            if let Some(next) = self.nodes[here].next {
                return Some(next);
            }
            here = self.nodes[here].parent?;
        }
        None
    }

    /// The declarative shadow root of a host: the content of its first
    /// `<template shadowrootmode>`.
    pub(super) fn shadow_root(&self, host: NodeId) -> Option<NodeId> {
        std::iter::successors(self.nodes[host].first, |&node| self.nodes[node].next)
            .filter(|&child| self.attr(child, "shadowrootmode").is_some())
            .find_map(|child| self.element(child)?.content)
    }

    /// All text under `root` (or of it), as a script's or title's source.
    pub(super) fn text_content(&self, root: NodeId) -> String {
        self.descendants(root)
            .filter_map(|node| match &self.nodes[node].kind {
                Kind::Text(text) => Some(&**text),
                _ => None,
            })
            .collect()
    }
}
