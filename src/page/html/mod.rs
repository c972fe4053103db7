//! The native twin of `extension/content/collect.js`: reads HTML with
//! html5ever and gathers the same [`PageFacts`], by the rules of
//! `docs/collector.md`. Scripts are not run.
//!
//! ```text
//! bytes ──► decode ──► parse     by html5ever, which speaks to `sink`, into a `tree`
//!             └─► document       the tree, and what all of these ask of it
//!                   └─► gather   the facts
//!                         words      by `reading` with a budget; `flow` parts them
//!                         forms      and their `fields`, each with its label
//!                         resources  pictures, styles, frames, sound
//!                         scripts    what the `inline` ones are seen to use
//! ```

mod decode;
mod document;
mod fields;
mod flow;
mod forms;
mod gather;
mod inline;
mod parse;
mod reading;
mod resources;
mod scripts;
mod sink;
mod strings;
#[cfg(test)]
mod tests;
mod tree;
mod words;

use std::collections::VecDeque;

use url::Url;

use super::limits;
use super::{FrameKind, PageFacts};
use document::Document;
use tree::Tree;

/// Gathers the facts of the page `html`, found at `url`: first those of the
/// page itself, then those of the frames that stand in it whole (`srcdoc`,
/// `data:`). Never fails: whatever the bytes are, there is a page in them.
///
/// ```
/// let html = b"<title>Hello</title><p>A <b>wor</b>ld";
/// let pages = ringfence::page::html::collect(html, "https://a.example/");
/// assert_eq!(pages[0].title, "Hello");
/// assert_eq!(pages[0].text, "A world");
/// ```
pub fn collect(html: &[u8], url: &str) -> Vec<PageFacts> {
    let mut pages = Vec::new();
    let mut waiting = VecDeque::from([Source {
        html: decode::decode(html).into_owned(),
        url: url.to_owned(),
        base_url: String::new(),
        depth: 0,
    }]);
    while let Some(source) = waiting.pop_front() {
        let (tree, full) = parse::parse(&source.html, source.url == SRCDOC);
        let document = Document::new(&tree, &source.url, &source.base_url);
        let mut facts = gather::gather(&document);
        facts.url = strings::cut(&source.url, limits::URL);
        facts.base_url = strings::cut(&source.base_url, limits::URL);
        facts.frame = if source.depth == 0 {
            FrameKind::Top
        } else {
            FrameKind::Sub
        };
        facts.truncated |= full;
        pages.push(facts);
        if source.depth < limits::FRAME_DEPTH {
            let room = limits::FRAMES.saturating_sub(pages.len() + waiting.len());
            waiting.extend(inner(&tree, &document, &source).take(room));
        }
    }
    pages
}

/// The address of a document that stands in a `srcdoc` attribute.
const SRCDOC: &str = "about:srcdoc";

/// A document still to be read.
struct Source {
    html: String,
    url: String,
    base_url: String,
    depth: usize,
}

/// The documents that stand whole in frames of `document`.
fn inner<'a>(
    tree: &'a Tree,
    document: &'a Document,
    outer: &'a Source,
) -> impl Iterator<Item = Source> + 'a {
    let has_host = Url::parse(&outer.url).is_ok_and(|url| url.has_host());
    let base_url = if has_host {
        &outer.url
    } else {
        &outer.base_url
    };
    document
        .named(&["iframe", "frame"])
        .filter_map(move |node| {
            let (html, url) = match tree.attr(node, "srcdoc") {
                Some(html) => (html.to_owned(), SRCDOC.to_owned()),
                None => {
                    let src = tree.attr(node, "src")?.trim();
                    (data_html(src)?, src.to_owned())
                }
            };
            Some(Source {
                html,
                url,
                base_url: base_url.clone(),
                depth: outer.depth + 1,
            })
        })
}

/// The HTML in a `data:text/html` address.
fn data_html(address: &str) -> Option<String> {
    let url = data_url::DataUrl::process(address).ok()?;
    let mime = url.mime_type();
    if !(mime.type_ == "text" && mime.subtype == "html") {
        return None;
    }
    let (bytes, _) = url.decode_to_vec().ok()?;
    Some(decode::decode(&bytes).into_owned())
}
