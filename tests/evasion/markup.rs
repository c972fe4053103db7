//! Just enough of an HTML scanner to rewrite the test pages, which are well
//! formed: tags, texts, and the raw text of scripts, styles and titles.

/// A piece of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    /// A tag, comment or doctype, as written.
    Tag(String),
    /// Text that a person reads.
    Text(String),
    /// What stands in a script, style or title.
    Raw(String),
}

/// Cuts a page into pieces.
pub fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        push_text(&mut pieces, &rest[..at]);
        let end = match rest[at..].strip_prefix("<!--").and_then(|c| c.find("-->")) {
            Some(comment) => at + 4 + comment + 3,
            None => rest[at..].find('>').map_or(rest.len(), |end| at + end + 1),
        };
        let tag = &rest[at..end];
        pieces.push(Piece::Tag(tag.to_owned()));
        rest = &rest[end..];
        let name = tag_name(tag);
        if !tag.starts_with("</") && ["script", "style", "title"].contains(&name.as_str()) {
            let close = rest.find(&format!("</{name}")).unwrap_or(rest.len());
            pieces.push(Piece::Raw(rest[..close].to_owned()));
            rest = &rest[close..];
        }
    }
    push_text(&mut pieces, rest);
    pieces
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if text.trim().is_empty() {
        if !text.is_empty() {
            pieces.push(Piece::Tag(text.to_owned()));
        }
    } else {
        pieces.push(Piece::Text(text.to_owned()));
    }
}

/// The name in a tag, in lower case.
pub fn tag_name(tag: &str) -> String {
    tag.trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Rewrites a page piece by piece.
pub fn rewrite(html: &str, change: impl FnMut(Piece) -> String) -> String {
    pieces(html).into_iter().map(change).collect()
}

/// Rewrites the texts that a person reads, `<option>`s left alone.
pub fn rewrite_texts(html: &str, change: impl Fn(&str) -> String) -> String {
    let mut in_option = false;
    rewrite(html, |piece| match piece {
        Piece::Text(text) if !in_option => change(&text),
        Piece::Tag(tag) => {
            in_option = tag_name(&tag) == "option" && !tag.starts_with("</");
            tag
        }
        Piece::Text(text) | Piece::Raw(text) => text,
    })
}

/// Rewrites texts, and the attributes and the title that are read as texts.
pub fn rewrite_words(html: &str, change: impl Fn(&str) -> String) -> String {
    let mut title = false;
    rewrite(html, |piece| match piece {
        Piece::Text(text) => change(&text),
        Piece::Raw(text) if title => change(&text),
        Piece::Raw(text) => text,
        Piece::Tag(tag) => {
            title = tag_name(&tag) == "title";
            // A hidden input's value or a listed choice is no text.
            let value = tag_name(&tag) == "input" && tag.contains("submit");
            ["alt", "placeholder", "aria-label", "value"]
                .iter()
                .filter(|name| value || **name != "value")
                .fold(tag, |tag, name| match attribute(&tag, name) {
                    Some(value) => set(&tag, name, &change(&value)),
                    None => tag,
                })
        }
    })
}

/// Rewrites the tags.
pub fn rewrite_tags(html: &str, change: impl Fn(&str) -> String) -> String {
    rewrite(html, |piece| match piece {
        Piece::Tag(tag) if tag.starts_with('<') && !tag.starts_with("<!") => change(&tag),
        Piece::Tag(text) | Piece::Text(text) | Piece::Raw(text) => text,
    })
}

/// The value of an attribute written with double quotes.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let end = start + tag[start..].find('"')?;
    Some(tag[start..end].to_owned())
}

/// The tag with the attribute set (put in if it is not there).
pub fn set(tag: &str, name: &str, value: &str) -> String {
    let value = value.replace('"', "&quot;");
    match attribute(tag, name) {
        Some(old) => tag.replacen(
            &format!(" {name}=\"{old}\""),
            &format!(" {name}=\"{value}\""),
            1,
        ),
        None => {
            let end = tag.len() - if tag.ends_with("/>") { 2 } else { 1 };
            format!("{} {name}=\"{value}\"{}", &tag[..end], &tag[end..])
        }
    }
}

/// The page in three: up to and with `<body …>`, the body, from `</body>` on.
pub fn split_body(html: &str) -> (String, String, String) {
    let open = html.find("<body").map_or(0, |at| {
        at + html[at..].find('>').expect("the body tag ends") + 1
    });
    let close = html.rfind("</body>").unwrap_or(html.len());
    (
        html[..open].to_owned(),
        html[open..close].to_owned(),
        html[close..].to_owned(),
    )
}

/// For an attribute value in double quotes.
pub fn escaped(html: &str) -> String {
    html.replace('&', "&amp;").replace('"', "&quot;")
}

/// The page with another title.
pub fn with_title(html: &str, title: &str) -> String {
    let mut in_title = false;
    rewrite(html, |piece| match piece {
        Piece::Tag(tag) => {
            in_title = tag_name(&tag) == "title" && !tag.starts_with("</");
            tag
        }
        Piece::Raw(_) if in_title => title.to_owned(),
        Piece::Text(text) | Piece::Raw(text) => text,
    })
}
