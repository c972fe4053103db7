//! Deserialising with [`super::limits`]: what is too much is never kept, so
//! that no message, however it was made, makes the engine slow.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};

use super::limits::{TEXT_HEAD, TEXT_TAIL};

/// At most `MOST` characters.
pub fn string<'de, D: Deserializer<'de>, const MOST: usize>(from: D) -> Result<String, D::Error> {
    from.deserialize_str(Cut(|text: &str| head(text, MOST).to_owned()))
}

/// At most `MOST` characters, or nothing.
pub fn option<'de, D: Deserializer<'de>, const MOST: usize>(
    from: D,
) -> Result<Option<String>, D::Error> {
    Ok(Option::<Str<MOST>>::deserialize(from)?.map(|Str(text)| text))
}

/// The head and the tail of the page's text.
pub fn text<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    from.deserialize_str(Cut(head_and_tail))
}

/// At most `MOST` items; the rest is read over.
pub fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>, const MOST: usize>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    from.deserialize_seq(First::<T, MOST>(PhantomData))
}

/// At most `MOST` strings of at most `LENGTH` characters.
pub fn strings<'de, D: Deserializer<'de>, const MOST: usize, const LENGTH: usize>(
    from: D,
) -> Result<Vec<String>, D::Error> {
    let kept = list::<D, Str<LENGTH>, MOST>(from)?;
    Ok(kept.into_iter().map(|Str(text)| text).collect())
}

/// The first `most` characters.
pub fn head(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((end, _)) => &text[..end],
        None => text,
    }
}

/// [`TEXT_HEAD`] and [`TEXT_TAIL`] bytes of `text`, or all of it.
pub fn head_and_tail(text: &str) -> String {
    if text.len() <= TEXT_HEAD + TEXT_TAIL {
        return text.to_owned();
    }
    let head = &text[..text.floor_char_boundary(TEXT_HEAD)];
    let tail = &text[text.ceil_char_boundary(text.len() - TEXT_TAIL)..];
    format!("{head} {tail}")
}

/// A string of at most `MOST` characters.
struct Str<const MOST: usize>(String);

impl<'de, const MOST: usize> Deserialize<'de> for Str<MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        string::<D, MOST>(from).map(Self)
    }
}

/// Keeps of a string what its function does.
struct Cut<F>(F);

impl<F: Fn(&str) -> String> Visitor<'_> for Cut<F> {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<String, E> {
        Ok((self.0)(text))
    }
}

/// Keeps the first items of a list.
struct First<T, const MOST: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for First<T, MOST> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let mut kept = Vec::new();
        while kept.len() < MOST {
            match items.next_element()? {
                Some(item) => kept.push(item),
                None => return Ok(kept),
            }
        }
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Form, Link, PageFacts, limits};

    #[test]
    fn a_message_that_keeps_no_limit_is_cut() {
        let long = "é".repeat(3_000);
        let facts = PageFacts {
            url: long.clone(),
            text: format!("start {} end", long.repeat(20)),
            headings: vec![long.clone(); 60],
            forms: vec![Form::default(); 60],
            links: vec![
                Link {
                    href: long.clone(),
                    text: long.clone(),
                    download: Some(long.clone()),
                };
                300
            ],
            ..PageFacts::default()
        };
        let json = serde_json::to_string(&facts).expect("facts are serialisable");
        let cut: PageFacts = serde_json::from_str(&json).expect("they come back");

        assert_eq!(cut.url.chars().count(), limits::URL);
        assert!(cut.text.len() <= limits::TEXT_HEAD + limits::TEXT_TAIL + 1);
        assert!(cut.text.starts_with("start") && cut.text.ends_with("end"));
        assert_eq!(cut.headings.len(), limits::HEADINGS);
        assert_eq!(cut.headings[0].chars().count(), limits::STRING);
        assert_eq!(cut.forms.len(), limits::FORMS);
        assert_eq!(cut.links.len(), limits::LINKS);
        let download = cut.links[0].download.as_ref().expect("it had one");
        assert_eq!(download.chars().count(), limits::STRING);
    }

    #[test]
    fn what_fits_is_kept_and_what_is_missing_is_empty() {
        let json = r#"{"title":"Hello","links":[{"href":"a:b","download":null}],"unknown":1}"#;
        let facts: PageFacts = serde_json::from_str(json).expect("it is valid");
        assert_eq!(facts.title, "Hello");
        assert_eq!(facts.links[0].href, "a:b");
        assert_eq!(facts.links[0].download, None);
        assert_eq!(facts.text, "");
    }
}
