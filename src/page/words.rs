//! All the words of a page, folded into one buffer, with the way back to the
//! original for quoting.

use super::fold::{Class, Folder};
use super::squeezed::Squeezed;
use super::{Field, PageFacts, limits, text};

/// Where in the page a piece of text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `<title>`.
    Title,
    /// The meta description.
    Description,
    /// The site's own name.
    SiteName,
    /// A heading.
    Heading,
    /// A button.
    Button,
    /// A field's label.
    Label,
    /// A field's placeholder.
    Placeholder,
    /// The name of an image.
    Alt,
    /// The words of a link.
    Link,
    /// The running text.
    Text,
}

/// How many bytes of a long text are folded between two marks.
const STRIDE: usize = 1024;

/// The folded words of a page.
#[derive(Debug)]
pub struct Words<'a> {
    /// Every part, each ended by ` \n`, folded and squeezed.
    pub squeezed: Squeezed,
    marks: Vec<Mark<'a>>,
}

/// A place from which folding can be repeated.
#[derive(Debug, Clone, Copy)]
struct Mark<'a> {
    /// Offset in the folded words.
    folded: usize,
    part: Part,
    /// The whole original.
    original: &'a str,
    /// Offset in it.
    at: usize,
    /// What has been folded just before.
    before: Class,
}

impl<'a> Words<'a> {
    /// Folds every part of `facts` that holds words for people.
    pub fn new(facts: &'a PageFacts) -> Self {
        let mut writer = Writer {
            folder: text::folder(Vec::with_capacity(facts.text.len() + 4096)),
            marks: Vec::new(),
        };
        writer.part(Part::Title, &facts.title);
        writer.part(Part::Description, &facts.description);
        writer.part(Part::SiteName, &facts.site_name);
        for heading in &facts.headings {
            writer.part(Part::Heading, heading);
        }
        for button in all_buttons(facts) {
            writer.part(Part::Button, button);
        }
        for field in all_fields(facts) {
            writer.part(Part::Label, &field.label);
            writer.part(Part::Placeholder, &field.placeholder);
        }
        for image in &facts.images {
            writer.part(Part::Alt, &image.alt);
        }
        for link in &facts.links {
            writer.part(Part::Link, &link.text);
        }
        writer.part(Part::Text, &facts.text);
        Self {
            squeezed: Squeezed::new(writer.folder.out),
            marks: writer.marks,
        }
    }

    /// Each part with its folded text.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &[u8])> {
        let folded = self.squeezed.folded();
        let one = |a: &Mark, b: &Mark| a.part == b.part && std::ptr::eq(a.original, b.original);
        let starts = self
            .marks
            .chunk_by(one)
            .map(|marks| (marks[0].part, marks[0].folded));
        let ends = starts.clone().skip(1).map(|(_, start)| start);
        starts
            .zip(ends.chain([folded.len()]))
            .map(|((part, start), end)| (part, &folded[start..end]))
    }

    /// The part that holds the folded offset `at`.
    pub fn part(&self, at: usize) -> Part {
        self.mark(at).map_or(Part::Text, |mark| mark.part)
    }

    /// The original in which the folded offset `at` lies, and the place there.
    pub fn original(&self, at: usize) -> (&'a str, usize) {
        let Some(mark) = self.mark(at) else {
            return ("", 0);
        };
        let mut folder = text::folder(Vec::new());
        folder.last = mark.before;
        for (offset, c) in mark.original[mark.at..].char_indices() {
            folder.push(c);
            if mark.folded + folder.out.len() > at {
                return (mark.original, mark.at + offset);
            }
        }
        (mark.original, mark.original.len())
    }

    fn mark(&self, at: usize) -> Option<&Mark<'a>> {
        let after = self.marks.partition_point(|mark| mark.folded <= at);
        self.marks[..after].last()
    }
}

struct Writer<'a> {
    folder: Folder<'static>,
    marks: Vec<Mark<'a>>,
}

impl<'a> Writer<'a> {
    fn part(&mut self, part: Part, original: &'a str) {
        if original.is_empty() {
            return;
        }
        let mut at = 0;
        while at < original.len() {
            self.marks.push(Mark {
                folded: self.folder.out.len(),
                part,
                original,
                at,
                before: self.folder.last,
            });
            let end = original.ceil_char_boundary(at + STRIDE);
            self.folder.push_str(&original[at..end]);
            at = end;
        }
        self.folder.end();
    }
}

/// The fields of all forms, then the loose ones.
pub fn all_fields(facts: &PageFacts) -> impl Iterator<Item = &Field> {
    facts
        .forms
        .iter()
        .flat_map(|form| &form.fields)
        .chain(&facts.fields)
        // A message may carry as many in each of its forms.
        .take(limits::FIELDS)
}

/// The buttons of all forms, then the loose ones.
pub fn all_buttons(facts: &PageFacts) -> impl Iterator<Item = &String> {
    facts
        .forms
        .iter()
        .flat_map(|form| &form.buttons)
        .chain(&facts.buttons)
}
