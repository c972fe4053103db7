//! The words of a document or of one element, as `docs/collector.md` sets out.

use super::reading::{Budget, Way, read, read_element};
use super::strings::{cut, first_bytes, fold_spaces, last_bytes};
use super::tree::{NodeId, Tree};
use crate::page::limits;

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
    let budget = Budget {
        nodes: limits::WORDS_NODES,
        bytes: 4 * limit,
        brief: limits::PIECE,
    };
    let reading = read_element(tree, node, budget);
    cut(&fold_spaces(&reading.pieces.concat()), limit)
}

/// Start and end of a text that is too long as a whole.
fn join_ends(text: &str, tail: &str) -> String {
    let head = first_bytes(text, limits::TEXT_HEAD - 1);
    fold_spaces(&format!("{head} {tail}"))
}
