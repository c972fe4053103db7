//! Names, marks and structure that are not needed to fool a person.

use super::{Trick, html};
use crate::markup::{
    attribute, rewrite_tags, rewrite_texts, set, split_body, tag_name, with_title,
};

pub const TRICKS: &[Trick] = &[
    html("title says nothing", |page| with_title(page, "Welcome")),
    html("no copyright line", |page| {
        rewrite_texts(page, |text| match text.find('©') {
            Some(at) => text[..at].to_owned(),
            None => text.to_owned(),
        })
    }),
    html("class names and ids hashed", hashed),
    html("field names randomised", random_names),
    html("inputs without a form", without_forms),
    html("everything in one open shadow root", in_shadow_root),
    html("inserted late and in pieces", in_pieces),
    html("names the language wrongly", |page| {
        rewrite_tags(page, |tag| match tag_name(tag).as_str() {
            "html" if !tag.starts_with("</") => set(tag, "lang", "xx"),
            _ => tag.to_owned(),
        })
    }),
];

/// A stable, meaningless name.
fn hash(text: &str) -> String {
    let sum = text.bytes().fold(0xCBF2_9CE4u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    format!("x{sum:x}")
}

fn hashed(html: &str) -> String {
    rewrite_tags(html, |tag| {
        ["class", "id", "for", "aria-labelledby"]
            .iter()
            .fold(tag.to_owned(), |tag, name| match attribute(&tag, name) {
                Some(value) => {
                    let words: Vec<String> = value.split_whitespace().map(hash).collect();
                    set(&tag, name, &words.join(" "))
                }
                None => tag,
            })
    })
}

fn random_names(html: &str) -> String {
    rewrite_tags(&hashed(html), |tag| match attribute(tag, "name") {
        Some(name) if tag_name(tag) != "meta" => set(tag, "name", &hash(&name)),
        _ => tag.to_owned(),
    })
}

fn without_forms(html: &str) -> String {
    rewrite_tags(html, |tag| match tag_name(tag).as_str() {
        "form" if tag.starts_with("</") => "</div>".to_owned(),
        "form" => "<div>".to_owned(),
        _ => tag.to_owned(),
    })
}

fn in_shadow_root(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    format!("{head}<x-app><template shadowrootmode=\"open\">{body}</template></x-app>{tail}")
}

/// As a script leaves it that appends the body's parts to containers.
fn in_pieces(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    format!(
        "{head}<div id=\"root\"><div></div><div>{body}</div></div><script>/* built */</script>{tail}"
    )
}
