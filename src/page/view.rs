//! [`View`]: PageFacts made ready for judging.

use std::cell::OnceCell;
use std::ops::Range;

use super::hits::{self, Hit};
use super::quoted;
use super::words::{self, Part, Words};
use super::{Address, Field, PageFacts, limits};
use crate::catalogue::{self, Brand, Open, Owner, Subject, Topic};
use crate::host::{self, HostInfo};

/// The facts with everything that several signals need, computed once.
///
/// ```
/// # use ringfence::{catalogue::tool, page::{PageFacts, View}};
/// let facts = PageFacts { text: "Now start A n y D e s k, please".into(), ..PageFacts::default() };
/// let view = View::new(&facts);
/// let anydesk = tool("anydesk").expect("it is in the catalogue").named;
/// assert_eq!(view.quote_first(anydesk).as_deref(), Some("Now start A n y D e s k, please"));
/// ```
#[derive(Debug)]
pub struct View<'a> {
    /// The facts as collected.
    pub facts: &'a PageFacts,
    /// The document's address; its embedder's if it has no host of its own.
    /// Before a firm's proxy the host is the one behind it.
    pub url: Address<'a>,
    /// What is known of its host by name.
    pub host: HostInfo,
    /// `host`'s registrable domain (`shop.example.co.uk` → `example.co.uk`),
    /// or the host itself.
    pub domain: String,
    words: Words<'a>,
    hits: Vec<Hit>,
    quoted: OnceCell<Vec<Range<usize>>>,
}

impl<'a> View<'a> {
    /// Prepares `facts`.
    pub fn new(facts: &'a PageFacts) -> Self {
        let own = Address::parse(&facts.url);
        let mut url = match own.host.is_empty() {
            true => Address::parse(&facts.base_url),
            false => own,
        };
        let shown = catalogue::unproxied(&url.host);
        if shown != url.host {
            url.host = shown.to_owned().into();
        }
        let words = Words::new(facts);
        Self {
            facts,
            host: host::inspect(&url.host),
            domain: host::registrable(&url.host).unwrap_or(&url.host).to_owned(),
            url,
            hits: hits::find(&words),
            words,
            quoted: OnceCell::new(),
        }
    }

    /// Every phrase of the catalogue that the page holds, sorted by subject.
    pub fn all_hits(&self) -> &[Hit] {
        &self.hits
    }

    /// Forgets the phrases that `keep` does not want: what would be known of
    /// the page without them?
    #[cfg(not(target_arch = "wasm32"))]
    pub(crate) fn retain_hits(&mut self, keep: impl FnMut(&Hit) -> bool) {
        self.hits.retain(keep);
    }

    /// The phrases about `subject` (a topic; or who is named): each at most
    /// eight times, the more telling parts of the page first.
    pub fn hits(&self, subject: impl Into<Subject>) -> &[Hit] {
        let subject = subject.into();
        let start = self.hits.partition_point(|hit| hit.subject < subject);
        let end = self.hits.partition_point(|hit| hit.subject <= subject);
        &self.hits[start..end]
    }

    /// Whether the page says anything about `subject`.
    pub fn has(&self, subject: impl Into<Subject>) -> bool {
        !self.hits(subject).is_empty()
    }

    /// How many different phrases about `subject` the page holds.
    pub fn count_distinct(&self, subject: impl Into<Subject>) -> usize {
        hits::distinct(self.hits(subject).iter())
    }

    /// The page's own words at `hit`, with a few around them: evidence of at
    /// most [`limits::EVIDENCE`] characters.
    pub fn quote(&self, hit: &Hit) -> String {
        let (original, place) = self.place(hit);
        excerpt(original, place.start, place.end)
    }

    /// The original in which `hit` stands, and where.
    fn place(&self, hit: &Hit) -> (&'a str, Range<usize>) {
        self.original(hit.start as usize, hit.end as usize)
    }

    /// The original of a folded passage, and where in it.
    fn original(&self, from: usize, to: usize) -> (&'a str, Range<usize>) {
        let (original, start) = self.words.original(from);
        let (_, last) = self.words.original(to.saturating_sub(1));
        let end = original[last..]
            .chars()
            .next()
            .map_or(last, |c| last + c.len_utf8());
        (original, start..end)
    }

    /// Each part of the page that holds words for people, folded.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &[u8])> {
        self.words.parts()
    }

    /// Where `word`, which is of one of the [`parts`](Self::parts), stands among
    /// all folded words.
    pub fn offset(&self, word: &[u8]) -> usize {
        word.as_ptr().addr() - self.words.squeezed.folded().as_ptr().addr()
    }

    /// The page's own words between two folded offsets, with a few around them.
    pub fn quote_between(&self, from: usize, to: usize) -> String {
        let (original, place) = self.original(from, to);
        excerpt(original, place.start, place.end)
    }

    /// Whether the text quotes `hit` and does not say it itself.
    fn is_quoted(&self, hit: &Hit) -> bool {
        let text = || quoted::passages(&self.facts.text);
        let (_, place) = self.place(hit);
        let holds =
            |passage: &Range<usize>| passage.start <= place.start && place.end <= passage.end;
        hit.part == Part::Text && self.quoted.get_or_init(text).iter().any(holds)
    }

    /// The phrases about `subject` that the page says itself: those in quotes too
    /// where it `speaks` them, as it does what goes with them.
    pub fn said(&self, subject: impl Into<Subject>, speaks: bool) -> impl Iterator<Item = &Hit> {
        let hits = self.hits(subject).iter();
        hits.filter(move |hit| speaks || !self.is_quoted(hit))
    }

    /// Whether the sentence around `hit` says that it is not asked for: "We will
    /// never ask you to open your bank."
    pub fn is_denied(&self, hit: &Hit) -> bool {
        let (original, place) = self.place(hit);
        let ends = |c: char| SENTENCE_ENDS.contains(&c) || c == '\n';
        let far = original.floor_char_boundary(place.start.saturating_sub(SENTENCE));
        let from = original[far..place.start].rfind(ends).unwrap_or(0);
        let far_on = original.floor_char_boundary(place.end + SENTENCE);
        let to = original[place.end..far_on].find(ends);
        let to = to.map_or(far_on, |at| place.end + at);
        hits::tells(&original[far + from..to], Topic::Denied)
    }

    /// Quotes the first hit about `subject`.
    pub fn quote_first(&self, subject: impl Into<Subject>) -> Option<String> {
        self.hits(subject).first().map(|hit| self.quote(hit))
    }

    /// The fields of all forms, then the loose ones.
    pub fn fields(&self) -> impl Iterator<Item = &'a Field> {
        words::all_fields(self.facts)
    }

    /// Whether `brand` owns and controls the host.
    pub fn owned_by(&self, brand: &Brand) -> bool {
        self.host.owner == Some(brand.id)
    }

    /// Whether any link leads to a host that `brand` owns.
    pub fn leads_to(&self, brand: &Brand) -> bool {
        self.facts.links.iter().any(|link| {
            let owner = catalogue::owner_of(&Address::parse(&link.href).host);
            matches!(owner, Some(Owner::Brand(owner)) if owner.id == brand.id)
        })
    }

    /// Whether a link dials a telephone number.
    pub fn dials(&self) -> bool {
        self.facts
            .links
            .iter()
            .any(|link| link.href.starts_with("tel:"))
    }

    /// Short, with links to few pages and no room for an answer: a shop, a
    /// repairer and a magazine have menus, and a forum takes messages.
    pub fn is_bare(&self) -> bool {
        const SHORT: usize = 5000;
        const FEW: usize = 3;
        let facts = self.facts;
        let mut ways: Vec<&str> = Vec::new();
        for link in &facts.links {
            let page = link.href.split('#').next().unwrap_or_default();
            if page.starts_with("http") && page != facts.url && !ways.contains(&page) {
                ways.push(page);
            }
            if ways.len() > FEW {
                return false;
            }
        }
        facts.text.len() <= SHORT && self.fields().all(|field| field.kind != "textarea")
    }

    /// Whether `url` leads to the page's own registrable domain.
    pub fn is_own_site(&self, url: &Address) -> bool {
        let host = catalogue::unproxied(&url.host);
        host::registrable(host).unwrap_or(host) == self.domain
    }

    /// Whether it is a copy in an archive, a cache or a translator.
    pub fn is_relayed(&self) -> bool {
        matches!(
            catalogue::owner_of(&self.url.host),
            Some(Owner::Anyone(Open::Relays))
        )
    }
}

/// How far a sentence goes on either side of a phrase at most, in bytes: a page
/// whose blocks end without a stop is not all one sentence.
const SENTENCE: usize = 240;

/// Characters of context on either side of what is quoted.
const CONTEXT: usize = 40;

/// `text[start..end]` and what stands around it, in whole words where there
/// are any, with an ellipsis where a sentence goes on.
pub(crate) fn excerpt(text: &str, start: usize, end: usize) -> String {
    let far = text[..start].char_indices().rev().take(CONTEXT).last();
    let mut from = far.map_or(start, |(at, _)| at);
    if from > 0 {
        let cut_word = text[from..start].find(char::is_whitespace);
        from += cut_word.unwrap_or(0);
    }
    let mut to = text[end..]
        .char_indices()
        .nth(CONTEXT)
        .map_or(text.len(), |(at, _)| end + at);
    if to < text.len() {
        to = text[end..to]
            .rfind(char::is_whitespace)
            .map_or(to, |at| end + at);
    }
    let words: Vec<&str> = text[from..to].split_whitespace().collect();
    let words = words.join(" ");
    let ends_there = |text: &str| text.trim_end().ends_with(SENTENCE_ENDS);
    let before = if from == 0 || ends_there(&text[..from]) {
        ""
    } else {
        "…"
    };
    let after = if to == text.len() || ends_there(&words) {
        ""
    } else {
        "…"
    };
    format!("{before}{words}{after}")
        .chars()
        .take(limits::EVIDENCE)
        .collect()
}

/// What closes a sentence, in the scripts of the catalogue.
const SENTENCE_ENDS: [char; 9] = ['.', '!', '?', '…', '。', '！', '？', '।', '؟'];
