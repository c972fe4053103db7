//! Reads a tree piece by piece, forward or backward, until a budget is spent.

use super::flow::{Flow, flow};
use super::strings::{first_bytes, first_chars, last_bytes};
use super::tree::{Kind, NodeId, Tree};
use crate::page::limits;

/// Which way to read.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Way {
    Forward,
    Backward,
}

/// What is still to be read.
enum Task<'a> {
    /// A node and its siblings after it (before it, when reading backward).
    From(NodeId),
    /// A piece that is not a text node of its own.
    Say(&'a str),
}

/// What was read.
pub(super) struct Reading<'a> {
    pub pieces: Vec<&'a str>,
    /// Everything was visited.
    pub ended: bool,
    /// Everything was read.
    pub complete: bool,
}

/// How much is read.
#[derive(Clone, Copy)]
pub(super) struct Budget {
    /// Visited nodes.
    pub nodes: usize,
    /// Bytes of words.
    pub bytes: usize,
    /// Characters of one text node.
    pub brief: usize,
}

/// Reads what stands in `root`.
pub(super) fn read(tree: &Tree, root: NodeId, way: Way, budget: Budget) -> Reading<'_> {
    let first = match way {
        Way::Forward => tree.nodes[root].first,
        Way::Backward => tree.nodes[root].last,
    };
    let tasks = first.map(Task::From).into_iter().collect();
    drain(tree, tasks, way, budget)
}

/// Reads one element, with what it says of itself.
pub(super) fn read_element(tree: &Tree, node: NodeId, budget: Budget) -> Reading<'_> {
    let mut tasks = Vec::new();
    open(tree, node, Way::Forward, &mut tasks);
    drain(tree, tasks, Way::Forward, budget)
}

/// Reads until nothing is left or the budget is spent.
fn drain<'a>(tree: &'a Tree, mut tasks: Vec<Task<'a>>, way: Way, budget: Budget) -> Reading<'a> {
    let mut nodes = budget.nodes;
    let mut pieces = Vec::new();
    let mut found = 0;
    let mut whole = true;
    while let Some(task) = tasks.pop() {
        let node = match task {
            Task::Say(piece) => {
                found += piece.split_whitespace().map(str::len).sum::<usize>();
                pieces.push(piece);
                continue;
            }
            Task::From(node) => node,
        };
        if nodes == 0 || found > budget.bytes {
            return Reading {
                pieces,
                ended: false,
                complete: false,
            };
        }
        nodes -= 1;
        let sibling = match way {
            Way::Forward => tree.nodes[node].next,
            Way::Backward => tree.nodes[node].prev,
        };
        tasks.extend(sibling.map(Task::From));
        match &tree.nodes[node].kind {
            Kind::Text(text) => {
                whole &= text.len() <= limits::PIECE;
                tasks.push(Task::Say(match way {
                    Way::Forward if budget.brief < limits::PIECE => first_chars(text, budget.brief),
                    Way::Forward => first_bytes(text, limits::PIECE),
                    Way::Backward => last_bytes(text, limits::PIECE),
                }));
            }
            Kind::Element(_) => open(tree, node, way, &mut tasks),
            _ => {}
        }
    }
    Reading {
        pieces,
        ended: true,
        complete: whole,
    }
}

/// Puts what an element says on the pile, what is to be read first on top.
fn open<'a>(tree: &'a Tree, node: NodeId, way: Way, tasks: &mut Vec<Task<'a>>) {
    let flow = flow(tree, node);
    if flow == Flow::Skipped {
        return;
    }
    let start = tasks.len();
    let (opens, closes) = match tree.name(node) {
        "blockquote" | "pre" => (" “", "” "),
        _ => (" ", " "),
    };
    if flow == Flow::Block {
        tasks.push(Task::Say(opens));
    }
    let name = name_given(tree, node);
    // One or two letters may be a piece of a word drawn as pictures.
    let apart = name.trim().chars().nth(2).is_some();
    if !name.is_empty() {
        let space = apart.then_some(Task::Say(" "));
        tasks.extend(space);
        tasks.push(Task::Say(name));
        tasks.extend(apart.then_some(Task::Say(" ")));
    }
    let end = |root: NodeId| match way {
        Way::Forward => tree.nodes[root].first,
        Way::Backward => tree.nodes[root].last,
    };
    let shadow = tree.shadow_root(node).and_then(end);
    tasks.extend(shadow.map(Task::From));
    tasks.extend(end(node).map(Task::From));
    if flow == Flow::Block {
        tasks.push(Task::Say(closes));
    }
    if way == Way::Forward {
        tasks[start..].reverse();
    }
}

/// The words that an element carries in an attribute instead of showing text.
fn name_given(tree: &Tree, node: NodeId) -> &str {
    let attr = |name| tree.attr_or_empty(node, name);
    match tree.name(node) {
        "input" => match &*attr("type").to_ascii_lowercase() {
            "submit" | "button" | "reset" => attr("value"),
            "image" => attr("alt"),
            _ => "",
        },
        "img" | "area" if !attr("alt").is_empty() => attr("alt"),
        _ => attr("aria-label"),
    }
}
