//! Marks of a page that poses as a brand.
//!
//! Three sorts, because a page that *speaks of* a brand shares many words
//! with one that *poses as* it:
//!
//! - [`LOOK`]: made like the brand's own pages: its ids and class names, its
//!   style sheets, the marks of saving, its legal line, the wording of its
//!   forms. Nothing that an honest page has reason to hold.
//! - [`CLAIM`]: calls itself by the brand's name: title, logo, heading. News,
//!   shops and job adverts may do so in part, therefore
//! - [`OWN_NAME`]: the page bears another name of its own, which takes away
//!   from the claims, but not from the look: a scammer can write it too.

mod legal;
mod makeup;
mod named;
mod nobodys;
mod own;
mod pictures;
mod title;
mod wording;

use super::{Signal, fields};
use crate::catalogue::{self, Ask, Brand};
use crate::page::View;

pub(crate) use legal::last_copyright;
pub(crate) use named::{Named, is_namesake, named};
pub(crate) use own::{is_host_named, is_nobodys, is_signed};

/// Made like the brand's own pages.
pub const LOOK: &str = "brand-look";
/// Calls itself by the brand's name.
pub const CLAIM: &str = "brand-claim";
/// Bears a name of its own.
pub const OWN_NAME: &str = "own-name";

/// Characters of text above which a page is one to be read: an article quotes
/// what a form says.
const LONG: usize = 1000;

/// Finds the marks of every brand that the page is not owned by.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    for brand in catalogue::brands() {
        if view.owned_by(brand) {
            continue;
        }
        let mut marks = Marks {
            view,
            brand,
            is_long: view.facts.text.chars().nth(LONG).is_some(),
            is_namesake: named::is_namesake(brand, &view.facts.title),
            found: Vec::new(),
        };
        makeup::find(&mut marks);
        legal::find(&mut marks);
        wording::find(&mut marks);
        title::find(&mut marks);
        pictures::find(&mut marks);
        nobodys::find(&mut marks);
        found.append(&mut marks.found);
    }
}

/// The marks of one brand, being gathered.
struct Marks<'v, 'a> {
    view: &'v View<'a>,
    brand: &'static Brand,
    is_long: bool,
    /// The title says that it is another's who is called so too.
    is_namesake: bool,
    found: Vec<Signal>,
}

impl<'a> Marks<'_, 'a> {
    /// Whether a form, or the fields outside any, want one of these.
    fn asks(&self, wanted: &[Ask]) -> bool {
        let facts = self.view.facts;
        let forms = facts.forms.iter().map(|form| form.fields.as_slice());
        forms.chain([facts.fields.as_slice()]).any(|fields| {
            let asks = fields::classify(fields);
            asks.into_iter().flatten().any(|ask| wanted.contains(&ask))
        })
    }

    /// [`named`], where the page calls itself so. Of a page's text words may be
    /// hidden, of a title none: unless the title says that it is another of the
    /// name, no word beside it does.
    fn called(&self, text: &str) -> Option<Named> {
        let is_anothers = self.is_namesake && named::is_namesake(self.brand, text);
        named(self.brand, text).filter(|_| !is_anothers)
    }

    /// The text from its first letter on: before it may stand a quotation mark.
    fn opening(&self) -> &'a str {
        let text = &self.view.facts.text;
        text.trim_start_matches(|c: char| !c.is_alphanumeric())
    }

    /// Whether it wants what can be stolen.
    fn wants(&self) -> bool {
        self.asks(&[
            Ask::CardNumber,
            Ask::SecurityCode,
            Ask::GiftCard,
            Ask::AccountNumber,
            Ask::Iban,
            Ask::Password,
            Ask::OneTimeCode,
            Ask::NationalId,
            Ask::Document,
        ])
    }

    fn add(&mut self, smell: &'static str, weight: i32, evidence: impl Into<String>) {
        let evidence: String = evidence.into();
        let words: Vec<&str> = evidence.split_whitespace().collect();
        let evidence = words.join(" ");
        let signal = Signal::new(smell, weight, evidence);
        self.found.push(signal.of_brand(self.brand.id));
    }
}
