//! A paper that a page names and does not have.

use super::SHORT;
use crate::catalogue::{FileTrait, ending_is};
use crate::page::{Address, View};

/// `RFQ-Contract.docx` in the title or a heading of a short page, none of whose
/// links leads to a paper: what comes instead is something else.
pub(super) fn missing<'a>(view: &View<'a>) -> Option<&'a str> {
    let facts = view.facts;
    if facts.text.len() > SHORT {
        return None;
    }
    let shown = [&facts.title].into_iter().chain(&facts.headings);
    let mut words = shown
        .flat_map(|text| text.split_whitespace())
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let named = words.find(|word| is_paper(word))?;
    let mut files = facts
        .links
        .iter()
        .map(|link| Address::parse(&link.href).file());
    (!files.any(|file| is_paper(&file))).then_some(named)
}

fn is_paper(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        stem.chars().filter(|c| c.is_alphanumeric()).count() > 1
            && ending_is(extension, FileTrait::Paper)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::{Link, PageFacts};

    fn missing_in(text: &str, href: &str) -> Option<String> {
        let facts = PageFacts {
            headings: vec![text.to_owned()],
            links: vec![Link {
                href: href.to_owned(),
                ..Link::default()
            }],
            ..PageFacts::default()
        };
        missing(&View::new(&facts)).map(str::to_owned)
    }

    #[test]
    fn a_paper_is_missing_when_no_link_leads_to_one() {
        let text = "Shared with you: (RFQ-Contract.docx), 214 KB";
        let link = "https://x.example/get.php?f=setup.msi";
        assert_eq!(missing_in(text, link).as_deref(), Some("RFQ-Contract.docx"));
        assert_eq!(missing_in(text, "https://x.example/a/RFQ.docx?v=2"), None);
        assert_eq!(missing_in("Opens .pdf files and docx.", link), None);
    }
}
