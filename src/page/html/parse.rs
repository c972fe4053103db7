//! HTML to [`Tree`], with html5ever. Two things are bounded that a hostile
//! page can drive up without end, as browsers bound them: how deep elements
//! nest (the parser's look-ups grow with the depth), and how many there are.

use std::cell::{Cell, RefCell};

use html5ever::LocalName;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};

use super::sink::Sink;
use super::tree::{NodeId, Tree};

/// Depth from which an element's content becomes its sibling; Chromium's
/// parser does the same at the same depth.
const MAX_DEPTH: usize = 512;
/// Nodes after which the rest of the page is not read.
const MAX_NODES: usize = 1_000_000;

/// Elements that are never closed early: they have no content, or the
/// tokenizer reads it as raw text up to their own end tag.
const NEVER_FLAT: [&str; 23] = [
    "area",
    "base",
    "br",
    "col",
    "embed",
    "frame",
    "hr",
    "iframe",
    "img",
    "input",
    "link",
    "meta",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "source",
    "style",
    "textarea",
    "title",
    "track",
    "wbr",
];

/// Parses a page; `srcdoc` when it came from that attribute.
pub(super) fn parse(html: &str, srcdoc: bool) -> (Tree, bool) {
    let options = TreeBuilderOpts {
        iframe_srcdoc: srcdoc,
        drop_doctype: true,
        ..Default::default()
    };
    let sink = Bounded {
        builder: TreeBuilder::new(Sink::new(), options),
        flattened: RefCell::default(),
        full: Cell::new(false),
    };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    // Never asks us to run a script: `Bounded` answers for it.
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let Bounded { builder, full, .. } = tokenizer.sink;
    (builder.sink.finish(), full.get())
}

/// Stands between tokenizer and tree builder.
struct Bounded {
    builder: TreeBuilder<NodeId, Sink>,
    /// Elements closed as soon as they were opened, whose own end tags are
    /// still to come.
    flattened: RefCell<Vec<LocalName>>,
    full: Cell<bool>,
}

impl Bounded {
    fn build(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match self.builder.process_token(token, line) {
            TokenSinkResult::Script(_) | TokenSinkResult::EncodingIndicator(_) => {
                TokenSinkResult::Continue
            }
            result => result,
        }
    }

    fn open_flat(&self, tag: Tag, line: u64) -> TokenSinkResult<NodeId> {
        let close = Tag {
            kind: TagKind::EndTag,
            self_closing: false,
            attrs: Vec::new(),
            ..tag.clone()
        };
        self.flattened.borrow_mut().push(tag.name.clone());
        let opened = self.build(Token::TagToken(tag), line);
        let closed = self.build(Token::TagToken(close), line);
        match opened {
            TokenSinkResult::Continue => closed,
            other => other,
        }
    }
}

impl TokenSink for Bounded {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        if self.builder.sink.len() > MAX_NODES && token != Token::EOFToken {
            self.full.set(true);
            return TokenSinkResult::Continue;
        }
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::EndTag => {
                let mut flattened = self.flattened.borrow_mut();
                if flattened.last() == Some(&tag.name) {
                    flattened.pop();
                    return TokenSinkResult::Continue;
                }
                drop(flattened);
                self.build(Token::TagToken(tag), line)
            }
            Token::TagToken(tag)
                if self.builder.sink.open_depth() >= MAX_DEPTH
                    && !tag.self_closing
                    && !NEVER_FLAT.contains(&&*tag.name) =>
            {
                self.open_flat(tag, line)
            }
            token => self.build(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder
            .adjusted_current_node_present_but_not_in_html_namespace()
    }
}
