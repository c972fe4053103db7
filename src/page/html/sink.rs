//! html5ever builds a [`Tree`] through this.

use std::borrow::Cow;
use std::cell::{Cell, Ref, RefCell};
use std::sync::LazyLock;

use html5ever::tendril::StrTendril;
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::{Attribute, QualName, local_name, ns};

use super::tree::{DOCUMENT, Element, Kind, NodeId, Tree};

/// The name of what has none; html5ever promises never to ask for it.
static NAMELESS: LazyLock<QualName> = LazyLock::new(|| QualName::new(None, ns!(), local_name!("")));

/// A tree under construction.
#[derive(Debug)]
pub(super) struct Sink {
    tree: RefCell<Tree>,
    open_depth: Cell<usize>,
}

impl Sink {
    /// An empty document.
    pub(super) fn new() -> Self {
        Self {
            tree: RefCell::new(Tree::new()),
            open_depth: Cell::new(0),
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.tree.borrow().nodes.len()
    }

    /// How deep the element is nested that was opened last and not closed.
    pub(super) fn open_depth(&self) -> usize {
        self.open_depth.get()
    }

    /// Puts a node or text into `parent`, before `next` or at the end; text
    /// joins the text that stands there already.
    fn place(&self, parent: NodeId, next: Option<NodeId>, child: NodeOrText<NodeId>) {
        let mut tree = self.tree.borrow_mut();
        let node = match child {
            NodeOrText::AppendNode(node) => {
                self.open_depth.set(tree.nodes[parent].depth + 1);
                node
            }
            NodeOrText::AppendText(text) => {
                let before = match next {
                    Some(next) => tree.nodes[next].prev,
                    None => tree.nodes[parent].last,
                };
                if let Some(Kind::Text(old)) = before.map(|id| &mut tree.nodes[id].kind) {
                    old.push_tendril(&text);
                    return;
                }
                tree.create(Kind::Text(text))
            }
        };
        tree.insert(parent, next, node);
    }
}

impl TreeSink for Sink {
    type Handle = NodeId;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self.tree.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> NodeId {
        DOCUMENT
    }

    fn elem_name<'a>(&'a self, target: &'a NodeId) -> Ref<'a, QualName> {
        Ref::map(self.tree.borrow(), |tree| {
            tree.element(*target)
                .map_or(&*NAMELESS, |element| &element.name)
        })
    }

    fn create_element(&self, name: QualName, attrs: Vec<Attribute>, flags: ElementFlags) -> NodeId {
        let mut tree = self.tree.borrow_mut();
        let content = flags.template.then(|| {
            let content = tree.create(Kind::Root);
            tree.nodes[content].depth = self.open_depth.get() + 1;
            content
        });
        tree.create(Kind::Element(Element {
            name,
            attrs,
            content,
            form: None,
        }))
    }

    fn create_comment(&self, text: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Kind::Comment(text))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> NodeId {
        self.tree.borrow_mut().create(Kind::Other)
    }

    fn append(&self, parent: &NodeId, child: NodeOrText<NodeId>) {
        self.place(*parent, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &NodeId,
        prev_element: &NodeId,
        child: NodeOrText<NodeId>,
    ) {
        let parent = self.tree.borrow().nodes[*element].parent;
        match parent {
            Some(parent) => self.place(parent, Some(*element), child),
            None => self.place(*prev_element, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn pop(&self, node: &NodeId) {
        let depth = self.tree.borrow().nodes[*node].depth;
        self.open_depth.set(depth.saturating_sub(1));
    }

    fn get_template_contents(&self, target: &NodeId) -> NodeId {
        let tree = self.tree.borrow();
        tree.element(*target)
            .and_then(|element| element.content)
            .unwrap_or(*target)
    }

    fn same_node(&self, x: &NodeId, y: &NodeId) -> bool {
        x == y
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &NodeId, new_node: NodeOrText<NodeId>) {
        let parent = self.tree.borrow().nodes[*sibling].parent;
        if let Some(parent) = parent {
            self.place(parent, Some(*sibling), new_node);
        }
    }

    fn add_attrs_if_missing(&self, target: &NodeId, attrs: Vec<Attribute>) {
        let mut tree = self.tree.borrow_mut();
        if let Kind::Element(element) = &mut tree.nodes[*target].kind {
            for attr in attrs {
                if !element.attrs.iter().any(|old| old.name == attr.name) {
                    element.attrs.push(attr);
                }
            }
        }
    }

    fn associate_with_form(&self, target: &NodeId, form: &NodeId, _: (&NodeId, Option<&NodeId>)) {
        if let Kind::Element(element) = &mut self.tree.borrow_mut().nodes[*target].kind {
            element.form = Some(*form);
        }
    }

    fn remove_from_parent(&self, target: &NodeId) {
        self.tree.borrow_mut().detach(*target);
    }

    fn reparent_children(&self, node: &NodeId, new_parent: &NodeId) {
        let mut tree = self.tree.borrow_mut();
        while let Some(child) = tree.nodes[*node].first {
            tree.insert(*new_parent, None, child);
        }
    }
}
