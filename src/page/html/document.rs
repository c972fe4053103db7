//! A parsed document with what every part of the collector asks of it.

use std::cell::Cell;

use url::Url;

use super::strings::{cut, short};
use super::tree::{DOCUMENT, NodeId, Tree};
use super::words::words;
use crate::page::limits;

/// A document being read.
#[derive(Debug)]
pub(super) struct Document<'a> {
    pub(super) tree: &'a Tree,
    /// Its elements in document order, shadow roots after what is outside them.
    pub(super) elements: Vec<NodeId>,
    /// What relative addresses are resolved against.
    base: Option<Url>,
    /// Whether a list was cut.
    pub(super) truncated: Cell<bool>,
}

impl<'a> Document<'a> {
    /// Prepares `tree`, found at `url` (in the document at `base_url`, when
    /// `url` has no host of its own).
    pub(super) fn new(tree: &'a Tree, url: &str, base_url: &str) -> Self {
        let elements: Vec<NodeId> = roots(tree)
            .into_iter()
            .flat_map(|root| tree.descendants(root))
            .filter(|&node| tree.element(node).is_some())
            .collect();
        let set = elements
            .iter()
            .filter(|&&node| tree.name(node) == "base")
            .find_map(|&node| tree.attr(node, "href"));
        let own = [url, base_url]
            .into_iter()
            .find_map(|url| Url::parse(url).ok().filter(|url| !url.cannot_be_a_base()));
        let base = match (own, set) {
            (Some(own), Some(set)) => own.join(set).ok().or(Some(own)),
            (None, Some(set)) => Url::parse(set).ok(),
            (own, None) => own,
        };
        Self {
            tree,
            elements,
            base,
            truncated: Cell::new(false),
        }
    }

    /// The elements with one of these names.
    pub(super) fn named<'b>(&'b self, names: &'b [&str]) -> impl Iterator<Item = NodeId> + 'b {
        self.elements
            .iter()
            .copied()
            .filter(move |&node| names.contains(&self.tree.name(node)))
    }

    /// The first `limit` of a list; notes when there are more.
    pub(super) fn first<T>(&self, list: impl Iterator<Item = T>, limit: usize) -> Vec<T> {
        let mut list = list.peekable();
        let kept = list.by_ref().take(limit).collect();
        if list.peek().is_some() {
            self.truncated.set(true);
        }
        kept
    }

    /// What an address relative to the base resolves to, within the limit;
    /// what does not resolve stays as it is.
    pub(super) fn resolve(&self, address: &str) -> String {
        let address = address.trim();
        let resolved = match &self.base {
            Some(base) => base.join(address),
            None => Url::parse(address),
        };
        match resolved {
            Ok(url) => cut(url.as_str(), limits::URL),
            Err(_) => cut(address, limits::URL),
        }
    }

    /// The same for pictures: `data:` addresses are cut to their media type.
    pub(super) fn resolve_picture(&self, address: &str) -> String {
        let address = cut(address, 2 * limits::URL);
        let address = address.trim();
        match address.get(..5) {
            Some(scheme) if scheme.eq_ignore_ascii_case("data:") => {
                let end = address.find([',', ';']).unwrap_or(address.len());
                cut(&address[..end], limits::STRING)
            }
            _ if address.is_empty() => String::new(),
            _ => self.resolve(address),
        }
    }

    /// An attribute's words.
    pub(super) fn attr(&self, node: NodeId, name: &str) -> String {
        self.short(self.tree.attr_or_empty(node, name))
    }

    /// An element's words.
    pub(super) fn words(&self, node: NodeId) -> String {
        words(self.tree, node, limits::STRING)
    }

    /// A string with its white space folded, within the limit.
    pub(super) fn short(&self, text: &str) -> String {
        short(text)
    }
}

/// The document and every shadow root in it, each shadow root right after what
/// was read before its host.
fn roots(tree: &Tree) -> Vec<NodeId> {
    let mut roots = vec![DOCUMENT];
    let mut waiting: Vec<NodeId> = tree.nodes[DOCUMENT].first.into_iter().collect();
    while let Some(node) = waiting.pop() {
        waiting.extend(tree.nodes[node].next);
        waiting.extend(tree.nodes[node].first);
        if let Some(shadow) = tree.shadow_root(node) {
            roots.push(shadow);
            waiting.extend(tree.nodes[shadow].first);
        }
    }
    roots
}
