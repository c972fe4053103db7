//! Words that are drawn instead of written.

use super::{Trick, html};
use crate::markup::{
    Piece, attribute, rewrite, rewrite_tags, rewrite_texts, rewrite_words, set, split_body,
    tag_name, with_title,
};

pub const TRICKS: &[Trick] = &[
    html("letters as images with alt", |page| {
        rewrite_texts(page, letters_as_images)
    }),
    html("text as inline SVG", |page| {
        rewrite_texts(page, |text| {
            format!("<svg viewBox=\"0 0 300 30\"><text x=\"0\" y=\"20\">{text}</text></svg>")
        })
    }),
    html("text as canvas with a name", |page| {
        rewrite_texts(page, |text| {
            named(text, "<canvas role=\"img\" aria-label=\"@\"></canvas>")
        })
    }),
    html("headings as CSS content", headings_as_css),
    html("brand replaced by its logo", |page| {
        rewrite_texts(page, |text| {
            text.replace("Amazon", "<img src=\"img/logo.png\" alt=\"Amazon\">")
        })
    }),
    html("logo only", logo_only),
    html("pictures renamed", pictures_renamed),
    html("one image plus a form", one_image),
];

fn letters_as_images(text: &str) -> String {
    if text.contains('&') {
        return text.to_owned();
    }
    text.chars()
        .map(|c| match c.is_alphabetic() {
            true => format!("<img src=\"l/{}.png\" alt=\"{c}\">", c as u32),
            false => c.to_string(),
        })
        .collect()
}

/// `markup` with the text in an attribute, in place of `@`.
fn named(text: &str, markup: &str) -> String {
    markup.replace('@', &text.replace('"', "&quot;"))
}

fn headings_as_css(html: &str) -> String {
    let mut inside = false;
    rewrite(html, |piece| match piece {
        Piece::Tag(tag) => {
            if matches!(tag_name(&tag).as_str(), "h1" | "h2" | "h3") {
                inside = !tag.starts_with("</");
            }
            tag
        }
        Piece::Text(text) if inside => named(&text, "<span class=\"g\" data-t=\"@\"></span>"),
        Piece::Text(text) | Piece::Raw(text) => text,
    })
    .replacen(
        "</head>",
        "<style>.g::before{content:attr(data-t)}</style></head>",
        1,
    )
}

/// The brand's name nowhere but in its logo's.
fn logo_only(html: &str) -> String {
    let nameless = rewrite_words(&with_title(html, "Account"), |text| {
        BRAND_NAMES
            .iter()
            .fold(text.to_owned(), |text, name| text.replace(name, ""))
    });
    let (head, body, tail) = split_body(&nameless);
    let logo = match html.contains("mazon") {
        true => "<img src=\"img/logo.svg\" alt=\"amazon\">",
        false => "",
    };
    format!("{head}{logo}{body}{tail}")
}

/// As our test pages write it.
const BRAND_NAMES: [&str; 5] = ["Amazon", "amazon", "أمازون", "アマゾン", "아마존"];

fn pictures_renamed(html: &str) -> String {
    rewrite_tags(html, |tag| match tag_name(tag).as_str() {
        "img" => set(&set(tag, "src", "i/7f3a.png"), "alt", ""),
        "link" => set(tag, "href", "s/7f3a"),
        _ => tag.to_owned(),
    })
}

/// The page drawn on one picture, with nothing left of it but what has to
/// work: fields (their hints are drawn too) and links as areas. The title and
/// the icon stay, which the browser shows, and scripts.
fn one_image(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    let works = rewrite(&body, |piece| match piece {
        Piece::Tag(tag) => working(&tag),
        Piece::Raw(script) => script,
        Piece::Text(_) => String::new(),
    });
    format!(
        "{head}<img src=\"p.png\" width=\"1280\" height=\"900\" usemap=\"#m\">\
         <map name=\"m\">{works}</map>{tail}"
    )
}

/// What is left of a tag.
fn working(tag: &str) -> String {
    const BUTTON: &str = "<input type=\"image\" src=\"b.png\"";
    let close = tag.starts_with("</");
    let is_field = attribute(tag, "contenteditable").is_some();
    match tag_name(tag).as_str() {
        "form" | "select" | "option" | "script" | "audio" => tag.to_owned(),
        "input" if attribute(tag, "type").as_deref() == Some("submit") => format!("{BUTTON}>"),
        "input" => set(tag, "placeholder", ""),
        "a" if !close => tag.replacen("<a", "<area", 1),
        "button" if !close => tag.replacen("<button", BUTTON, 1),
        _ if is_field => set(tag, "aria-labelledby", "") + "</div>",
        _ => String::new(),
    }
}
