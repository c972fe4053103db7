//! The words of a document or of one element, as `docs/collector.md` sets out.

use super::tree::{Kind, NodeId, Tree};
use crate::page::limits;

/// How an element takes part in the text.
#[derive(Clone, Copy, PartialEq)]
enum Flow {
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

/// Which way to read.
#[derive(Clone, Copy, PartialEq)]
enum Way {
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
struct Reading<'a> {
    pieces: Vec<&'a str>,
    /// Everything was visited.
    ended: bool,
    /// Everything was read.
    complete: bool,
}

/// How much is read.
#[derive(Clone, Copy)]
struct Budget {
    /// Visited nodes.
    nodes: usize,
    /// Bytes of words.
    bytes: usize,
    /// Characters of one text node.
    brief: usize,
}

/// The document's text. One that is longer than the limits is read again, only
/// the start of each text node: what a scam says is short, what it is drowned
/// in is long. Of one that is too long even so: its first and last bytes. The
/// second value says whether something was cut off.
pub(super) fn document_text(tree: &Tree, root: NodeId) -> (String, bool) {
    let enough = limits::TEXT_HEAD + limits::TEXT_TAIL;
    let all = Budget {
        nodes: limits::TEXT_NODES,
        bytes: enough,
        brief: limits::PIECE,
    };
    let head = read(tree, root, Way::Forward, all);
    let text = fold_spaces(&head.pieces.concat());
    if head.complete && text.len() <= enough {
        return (text, false);
    }
    let brief = Budget {
        brief: limits::BRIEF,
        ..all
    };
    let starts = read(tree, root, Way::Forward, brief);
    if starts.ended {
        let starts = fold_spaces(&starts.pieces.concat());
        if starts.len() <= enough {
            return (starts, true);
        }
    }
    if head.complete {
        let tail = last_bytes(&text, limits::TEXT_TAIL);
        return (join_ends(&text, tail), true);
    }
    let back = Budget {
        nodes: limits::TAIL_NODES,
        bytes: limits::TEXT_TAIL,
        brief: limits::PIECE,
    };
    let mut tail = read(tree, root, Way::Backward, back);
    tail.pieces.reverse();
    let tail = fold_spaces(&tail.pieces.concat());
    (join_ends(&text, last_bytes(&tail, limits::TEXT_TAIL)), true)
}

/// The words of one element, at most `limit` characters.
pub(super) fn words(tree: &Tree, node: NodeId, limit: usize) -> String {
    let mut tasks = Vec::new();
    open(tree, node, Way::Forward, &mut tasks);
    let budget = Budget {
        nodes: limits::WORDS_NODES,
        bytes: 4 * limit,
        brief: limits::PIECE,
    };
    let reading = drain(tree, tasks, Way::Forward, budget);
    cut(&fold_spaces(&reading.pieces.concat()), limit)
}

/// Runs of white space become one space; none at either end.
pub(super) fn fold_spaces(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(word);
    }
    folded
}

/// A string of the page: its white space folded, within the limit.
pub(super) fn short(text: &str) -> String {
    cut(&fold_spaces(&cut(text, limits::URL)), limits::STRING)
}

/// The first `limit` characters.
pub(super) fn cut(text: &str, limit: usize) -> String {
    first_chars(text, limit).to_owned()
}

fn first_chars(text: &str, limit: usize) -> &str {
    match text.char_indices().nth(limit) {
        Some((end, _)) => &text[..end],
        None => text,
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

fn flow(tree: &Tree, node: NodeId) -> Flow {
    let name = tree.name(node);
    if SKIPPED.binary_search(&name).is_ok() || (name == "title" && tree.is_html(node)) {
        Flow::Skipped
    } else if BLOCKS.binary_search(&name).is_ok() {
        Flow::Block
    } else {
        Flow::Inline
    }
}

fn read(tree: &Tree, root: NodeId, way: Way, budget: Budget) -> Reading<'_> {
    let first = match way {
        Way::Forward => tree.nodes[root].first,
        Way::Backward => tree.nodes[root].last,
    };
    let tasks = first.map(Task::From).into_iter().collect();
    drain(tree, tasks, way, budget)
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
    if flow == Flow::Block {
        tasks.push(Task::Say(" "));
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
        tasks.push(Task::Say(" "));
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

/// Start and end of a text that is too long as a whole.
fn join_ends(text: &str, tail: &str) -> String {
    let head = first_bytes(text, limits::TEXT_HEAD - 1);
    fold_spaces(&format!("{head} {tail}"))
}

/// At most `limit` bytes from the start of a text.
pub(super) fn first_bytes(text: &str, limit: usize) -> &str {
    let mut end = limit.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// At most `limit` bytes from the end of a text.
fn last_bytes(text: &str, limit: usize) -> &str {
    let mut start = text.len().saturating_sub(limit);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}
