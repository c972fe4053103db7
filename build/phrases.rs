//! Reads a phrase with its alternatives: `your {pc|computer} {is|was|} locked`.

use crate::fold::{Class, Fold, Folder, Table, is_joined};

/// All ways to write some phrases, as a graph: from a node one goes on for
/// free or by a byte of folded text.
#[derive(Default)]
pub struct Graph {
    pub nodes: Vec<Node>,
}

#[derive(Default)]
pub struct Node {
    /// By a byte: it, how much it weighs, the next node.
    pub bytes: Vec<(u8, u8, usize)>,
    /// For free: the next nodes.
    pub free: Vec<usize>,
    /// The number of the phrase that ends here.
    pub end: Option<u16>,
}

impl Graph {
    /// Adds a phrase and returns the node that it starts from.
    pub fn add(&mut self, phrase: &str, number: u16, table: &Table) -> Result<usize, String> {
        let start = self.node();
        let mut at = start;
        let mut rest = phrase.trim();
        while let Some((before, after)) = rest.split_once('{') {
            let (choices, after) = after
                .split_once('}')
                .ok_or_else(|| format!("\"{phrase}\" has a brace that is not closed"))?;
            at = self.text(at, before, table);
            let end = self.node();
            for choice in choices.split('|') {
                let last = self.text(at, choice, table);
                self.nodes[last].free.push(end);
            }
            at = end;
            rest = after;
        }
        at = self.text(at, rest, table);
        self.nodes[at].end = Some(number);
        match phrase.replace(['{', '|'], "").len() {
            _ if rest.contains('}') => Err(format!("\"{phrase}\" has a brace too many")),
            0..=1 => Err(format!("\"{phrase}\" is too short")),
            _ => Ok(start),
        }
    }

    fn node(&mut self) -> usize {
        self.nodes.push(Node::default());
        self.nodes.len() - 1
    }

    /// A chain of `text`'s folded bytes from `at`; returns its last node.
    fn text(&mut self, mut at: usize, text: &str, table: &Table) -> usize {
        let mut folder = Folder::new(table, Vec::new());
        // The text goes on from another: a space at its start counts.
        if text
            .chars()
            .next()
            .is_some_and(|c| table.fold(c) == Fold::Space)
        {
            folder.last = Class::Spaced;
        }
        folder.push_str(text);
        for c in String::from_utf8_lossy(&folder.out).chars() {
            let mut weight = weight(c);
            for &byte in c.encode_utf8(&mut [0; 4]).as_bytes() {
                let next = self.node();
                self.nodes[at].bytes.push((byte, weight, next));
                at = next;
                weight = 0;
            }
        }
        at
    }
}

/// How much a character says: one of Han, kana or Hangul as much as three letters.
fn weight(c: char) -> u8 {
    match c {
        ' ' => 0,
        '\u{3000}'.. if is_joined(c) => 3,
        _ => 1,
    }
}
