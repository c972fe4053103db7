//! Honest words put beside those of the scam.

use super::{Trick, html};
use crate::markup::{rewrite_texts, split_body};

pub const TRICKS: &[Trick] = &[
    html("hidden honest text", with_hidden_text),
    html("drowned in 100 KB of news", drowned),
    html("all of it a quote", quoted),
    html("a hidden word makes it a river's name", named_after_a_river),
];

const NEWS: &str = "The council met on Tuesday to hear how the new bridge over the river is to be \
    paid for. Residents of the lower town have waited nine years for it. The mayor said that the \
    work will start in spring, and that the old ferry will run until then. ";

fn with_hidden_text(html: &str) -> String {
    let honest = format!(
        "<div style=\"display:none\"><p>{}</p><p>© 2024 Valley Gazette Ltd. Not affiliated with \
         Amazon.</p></div>",
        NEWS.repeat(8)
    );
    let (head, body, tail) = split_body(html);
    format!("{head}{body}{honest}{tail}")
}

fn drowned(html: &str) -> String {
    let news = format!("<p>{}</p>", NEWS.repeat(50 * 1024 / NEWS.len()));
    let (head, body, tail) = split_body(html);
    format!("{head}{news}{body}{news}{tail}")
}

fn quoted(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    format!("{head}<blockquote>{body}</blockquote>{tail}")
}

/// Whether the word is seen is not asked.
fn named_after_a_river(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    let body = rewrite_texts(&body, |text| text.replace("Amazon", "Amazon River"));
    format!("{head}{body}{tail}")
}
