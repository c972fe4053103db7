//! What a scammer does to a page that was found out.

use crate::markup::{
    Piece, attribute, escaped, rewrite, rewrite_tags, rewrite_texts, rewrite_words, set,
    split_body, tag_name,
};

/// A way to hide what a page is, from page to page.
pub struct Trick {
    /// What it does.
    pub name: &'static str,
    /// Does it.
    pub apply: fn(&str) -> String,
}

/// All of them. What scripts do to a page (late insertion, `document.write`)
/// stands here as the document that they leave behind; that the collector sees
/// it then is asserted in the browsers.
pub const TRICKS: &[Trick] = &[
    Trick {
        name: "as it is",
        apply: str::to_owned,
    },
    Trick {
        name: "text split over spans",
        apply: |html| {
            rewrite_texts(html, |text| {
                between(text, 2, "</span><span>", "<span>", "</span>")
            })
        },
    },
    Trick {
        name: "comments inside words",
        apply: |html| rewrite_texts(html, |text| between(text, 3, "<!-- x -->", "", "")),
    },
    Trick {
        name: "zero-width characters",
        apply: |html| rewrite_words(html, |text| between(text, 1, "\u{200B}", "", "")),
    },
    Trick {
        name: "soft hyphens",
        apply: |html| rewrite_words(html, |text| between(text, 2, "\u{AD}", "", "")),
    },
    Trick {
        name: "homoglyphs",
        apply: |html| rewrite_words(html, homoglyphs),
    },
    Trick {
        name: "full-width letters",
        apply: |html| rewrite_words(html, full_width),
    },
    Trick {
        name: "mathematical letters",
        apply: |html| rewrite_words(html, mathematical),
    },
    Trick {
        name: "combining marks",
        apply: |html| rewrite_words(html, |text| between(text, 1, "\u{301}", "", "")),
    },
    Trick {
        name: "character references",
        apply: |html| rewrite_words(html, references),
    },
    Trick {
        name: "capitals",
        apply: |html| rewrite_words(html, str::to_uppercase),
    },
    Trick {
        name: "spaced out letters",
        apply: |html| rewrite_texts(html, |text| between(text, 1, " ", "", "")),
    },
    Trick {
        name: "digits for letters",
        apply: |html| rewrite_words(html, digits_for_letters),
    },
    Trick {
        name: "misspelt on purpose",
        apply: |html| rewrite_words(html, misspelt),
    },
    Trick {
        name: "letters as images with alt",
        apply: |html| rewrite_texts(html, letters_as_images),
    },
    Trick {
        name: "headings as inline SVG",
        apply: headings_as_svg,
    },
    Trick {
        name: "headings as named canvas",
        apply: headings_as_canvas,
    },
    Trick {
        name: "headings as CSS content",
        apply: headings_as_css,
    },
    Trick {
        name: "reversed text",
        apply: reversed,
    },
    Trick {
        name: "brand replaced by its logo",
        apply: brand_as_logo,
    },
    Trick {
        name: "title says nothing",
        apply: |html| with_title(html, "Welcome"),
    },
    Trick {
        name: "no copyright line",
        apply: |html| rewrite_texts(html, without_copyright),
    },
    Trick {
        name: "class names and ids hashed",
        apply: hashed,
    },
    Trick {
        name: "field names randomised",
        apply: random_names,
    },
    Trick {
        name: "inputs without a form",
        apply: without_forms,
    },
    Trick {
        name: "everything in one open shadow root",
        apply: in_shadow_root,
    },
    Trick {
        name: "in a srcdoc frame",
        apply: in_srcdoc,
    },
    Trick {
        name: "in nested frames",
        apply: |html| in_srcdoc(&in_srcdoc(html)),
    },
    Trick {
        name: "in a data: document",
        apply: in_data,
    },
    Trick {
        name: "hidden honest text",
        apply: with_hidden_text,
    },
    Trick {
        name: "drowned in 100 KB of news",
        apply: drowned,
    },
    Trick {
        name: "inserted late and in pieces",
        apply: in_pieces,
    },
    Trick {
        name: "names the language wrongly",
        apply: |html| {
            rewrite_tags(html, |tag| {
                if tag_name(tag) == "html" {
                    set(tag, "lang", "xx")
                } else {
                    tag.to_owned()
                }
            })
        },
    },
    Trick {
        name: "pictures renamed",
        apply: pictures_renamed,
    },
];

/// `join` after every `step` letters of each word.
fn between(text: &str, step: usize, join: &str, open: &str, close: &str) -> String {
    let mut out = open.to_owned();
    let mut run = 0;
    let mut reference = false;
    for c in text.chars() {
        reference = c == '&' || reference && c != ';' && !c.is_whitespace();
        run = if c.is_alphabetic() && !reference {
            run + 1
        } else {
            0
        };
        if run > step && !reference {
            out.push_str(join);
            run = 1;
        }
        out.push(c);
    }
    out + close
}

fn map_letters(text: &str, change: impl Fn(char) -> char) -> String {
    let mut reference = false;
    text.chars()
        .map(|c| {
            reference = c == '&' || reference && c != ';' && !c.is_whitespace();
            if reference { c } else { change(c) }
        })
        .collect()
}

fn homoglyphs(text: &str) -> String {
    map_letters(text, |c| match c {
        'a' => 'а',
        'e' => 'е',
        'o' => 'о',
        'c' => 'с',
        'p' => 'р',
        'i' => 'і',
        'A' => 'Α',
        'E' => 'Ε',
        'P' => 'Ρ',
        other => other,
    })
}

fn full_width(text: &str) -> String {
    map_letters(text, |c| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        other => other,
    })
}

fn mathematical(text: &str) -> String {
    map_letters(text, |c| match c {
        'a'..='z' => char::from_u32(0x1D5BA + (c as u32 - 'a' as u32)).unwrap_or(c),
        'A'..='Z' => char::from_u32(0x1D5A0 + (c as u32 - 'A' as u32)).unwrap_or(c),
        other => other,
    })
}

fn references(text: &str) -> String {
    if text.contains('&') {
        return text.to_owned();
    }
    text.chars().map(|c| format!("&#{};", c as u32)).collect()
}

fn digits_for_letters(text: &str) -> String {
    map_letters(text, |c| match c {
        'o' | 'O' => '0',
        'l' => '1',
        'e' => '3',
        other => other,
    })
}

/// A letter doubled in every longer word.
fn misspelt(text: &str) -> String {
    text.split_inclusive(' ')
        .map(|word| match word.char_indices().nth(3) {
            Some((at, c)) if c.is_alphabetic() && !word.contains('&') => {
                format!("{}{c}{}", &word[..at], &word[at..])
            }
            _ => word.to_owned(),
        })
        .collect()
}

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

/// Each heading's text given to `wrap`.
fn headings(html: &str, wrap: impl Fn(&str) -> String) -> String {
    let mut inside = false;
    rewrite(html, |piece| match piece {
        Piece::Tag(tag) => {
            if matches!(tag_name(&tag).as_str(), "h1" | "h2" | "h3") {
                inside = !tag.starts_with("</");
            }
            tag
        }
        Piece::Text(text) if inside => wrap(&text),
        Piece::Text(text) | Piece::Raw(text) => text,
    })
}

fn headings_as_svg(html: &str) -> String {
    headings(html, |text| {
        format!("<svg viewBox=\"0 0 300 30\"><text x=\"0\" y=\"20\">{text}</text></svg>")
    })
}

fn headings_as_canvas(html: &str) -> String {
    headings(html, |text| {
        format!(
            "<canvas role=\"img\" aria-label=\"{}\"></canvas>",
            text.replace('"', "&quot;")
        )
    })
}

fn headings_as_css(html: &str) -> String {
    let with = headings(html, |text| {
        format!(
            "<span class=\"g\" data-t=\"{}\"></span>",
            text.replace('"', "&quot;")
        )
    });
    with.replacen(
        "</head>",
        "<style>.g::before{content:attr(data-t)}</style></head>",
        1,
    )
}

/// Written backwards, and shown forwards by an override.
fn reversed(html: &str) -> String {
    rewrite_texts(html, |text| match text.contains('&') {
        true => text.to_owned(),
        false => {
            let backwards: String = text.trim().chars().rev().collect();
            format!("\u{202E}{backwards}\u{202C}")
        }
    })
}

fn brand_as_logo(html: &str) -> String {
    rewrite_texts(html, |text| {
        text.replace("Amazon", "<img src=\"img/logo.png\" alt=\"Amazon\">")
    })
}

fn with_title(html: &str, title: &str) -> String {
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

fn without_copyright(text: &str) -> String {
    match text.find('©') {
        Some(at) => text[..at].to_owned(),
        None => text.to_owned(),
    }
}

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

fn in_srcdoc(html: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Welcome</title></head><body>\
         <iframe srcdoc=\"{}\"></iframe></body></html>",
        escaped(html)
    )
}

fn in_data(html: &str) -> String {
    let encoded: String = html.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!(
        "<!doctype html><html><head><title>Welcome</title></head><body>\
         <iframe src=\"data:text/html;charset=utf-8,{encoded}\"></iframe></body></html>"
    )
}

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

/// As a script leaves it that appends the body's parts to containers.
fn in_pieces(html: &str) -> String {
    let (head, body, tail) = split_body(html);
    format!(
        "{head}<div id=\"root\"><div></div><div>{body}</div></div><script>/* built */</script>{tail}"
    )
}

fn pictures_renamed(html: &str) -> String {
    rewrite_tags(html, |tag| match tag_name(tag).as_str() {
        "img" => set(&set(tag, "src", "i/7f3a.png"), "alt", ""),
        "link" => set(tag, "href", "s/7f3a"),
        _ => tag.to_owned(),
    })
}
