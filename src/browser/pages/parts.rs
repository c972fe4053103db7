//! What several pages show.

use super::dom::{El, el, message, svg};
use crate::message::{Text, Trusted};

/// The page's main line.
pub fn heading(id: &str) -> El {
    el("h1").attr("tabindex", "-1").say(id)
}

/// Who speaks, with the mark: a fence around what is kept safe.
pub fn from() -> El {
    let circle = |class, radius| svg("circle").class(class).attr("r", radius);
    let mark = svg("svg")
        .attr("viewBox", "-8 -8 16 16")
        .attr("aria-hidden", "true")
        .with([circle("fence", "6.2"), circle("kept", "2.6")]);
    el("p").class("from").with(mark).say("warning_from")
}

/// A text as the engine chose it.
pub fn words(text: &Text) -> String {
    let args: Vec<&str> = text.args.iter().map(String::as_str).collect();
    message(&text.id, &args)
}

/// Why, one line each.
pub fn reasons(texts: &[Text]) -> El {
    el("ul")
        .class("reasons")
        .attr("id", "reasons")
        .with(texts.iter().map(|text| el("li").text(&words(text))))
}

/// The page's own words, marked as such.
pub fn seen(evidence: &[String]) -> Option<El> {
    let quotes = evidence.iter().map(|words| {
        el("blockquote")
            .attr("dir", "auto")
            .text(&format!("“{words}”"))
    });
    (!evidence.is_empty()).then(|| {
        el("section")
            .class("seen")
            .with(el("h2").say("warning_seen"))
            .with(quotes)
    })
}

/// Someone to ring before doing anything.
pub fn trusted(person: Option<&Trusted>) -> Option<El> {
    let person = person?;
    let name = el("bdi").text(&person.name);
    let number = match person.dial() {
        Some(address) => link(&address, &person.number),
        None => ltr("bdi").text(&person.number),
    };
    Some(
        el("p")
            .class("trusted")
            .say_around("warning_trusted", [name, number]),
    )
}

/// A telephone number of ours, to press or to dial.
pub fn number(digits: &str) -> El {
    let dialled: String = digits.split(' ').collect();
    link(&format!("tel:{dialled}"), digits)
}

/// A website, to press or to type on another device.
pub fn site(address: &str) -> El {
    link(&format!("https://{address}"), address).attr("rel", "noreferrer")
}

/// An email address.
pub fn email(address: &str) -> El {
    link(&format!("mailto:{address}"), address)
}

fn link(href: &str, text: &str) -> El {
    ltr("a").attr("href", href).text(text)
}

/// Numbers and addresses run from left to right in every language.
fn ltr(tag: &str) -> El {
    el(tag).attr("dir", "ltr")
}
