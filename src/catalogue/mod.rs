//! What Ringfence knows: brands, remote tools, banks and phrases. One TOML
//! file each, checked and compiled into tables by `build/`. Adding the file is
//! all it takes; its own examples become a test of its name
//! (`catalogue::examples::remote_tools_anydesk`). A mistake stops the build
//! with the file's name and the reason. The file's name is the entry's id, in
//! lower case with hyphens. All members must be there unless said otherwise.
//!
//! # A phrase
//!
//! `phrases/<language>/<topic>.toml`: ways to say one thing in one language.
//! A new file name makes a new [`Topic`] (`read-out-code` → `ReadOutCode`).
//!
//! ```toml
//! phrases = ["read me the code", "tell the agent the code"]
//! should = ["Open the app and READ ME the code you see."]
//! should_not = ["Please read the code of conduct."]
//! ```
//!
//! `{a|b|}` stands for `a`, `b` or nothing: "your {pc|computer} {is|was} locked"
//! is one phrase that can be written in four ways. Alternatives cost little:
//! what they have in common is stored once.
//!
//! Case, accents, punctuation and white space do not count
//! ([`fold`](crate::page::fold)): write naturally. How exactly the page must
//! follow depends on the length, letters of Han, kana and Hangul counting three:
//!
//! | letters | found |
//! |---|---|
//! | up to 5 | just so, as whole words |
//! | 6 to 11 | as whole words, also with doubled letters and look-alikes (`arnaz0n`), or all s p e l t out |
//! | 12 and more | anywhere, also inside words and with spaces lost or put in |
//!
//! In scripts without spaces between words, and in Arabic, Hebrew and Korean,
//! a phrase may start and end inside a run of letters. `should` texts must
//! hold a phrase of this file, `should_not` texts none.
//!
//! # A remote tool
//!
//! `remote_tools/<id>.toml`; `anydesk.toml` is the model.
//!
//! | member | is |
//! |---|---|
//! | `name` | its name as people know it |
//! | `vendor` | the vendor's domains; hosts under them are the vendor's |
//! | `download`, `session` | address patterns of pages that offer the program, and that join a session: `host/path?parameter&parameter`. The host stands for itself and all hosts under it, `*.host` only for those under it other than `www.`; the path is a glob (`*` is any run of characters, `/` included) for the whole path, any path when left out; the parameters (`name` or `name=value`), if any, must all be there |
//! | `installers` | globs for file names, wherever they lie; with `?parameter&parameter` as above for those whose parameters tell |
//! | `schemes` | URL schemes that start the program, without the colon |
//! | `words` | its names in running text; leave out what is also an everyday word |
//! | `installed_as` | its names in the list of installed programs |
//! | `end_button` | (optional) the English caption of the button that ends a session |
//! | `should_not` | addresses, file names, and sentences (anything with a space) that must not be taken for it |
//! | `[should]` | `vendor`, `download`, `session`, `installer`, `scheme`, `words`: examples of each (all optional) |
//!
//! # A bank
//!
//! `banks/<id>.toml`: a site where money can be lost, `kind` being `bank`,
//! `shop`, `money-transfer` or `crypto`; `on_159 = true` (optional) when the
//! UK number 159 reaches it. `should` and `should_not` are hosts.
//!
//! # A brand
//!
//! `brands/<id>.toml`; `amazon.toml` is the model.
//!
//! | member | is |
//! |---|---|
//! | `name` | as people know it |
//! | `names` | its names in running text, in every script |
//! | `domains` | owned and controlled by the brand, top-level domains included |
//! | `hosting` | owned by it, but anyone can put a page there; the longest domain wins |
//! | `[host]` | `tokens`: its name in host names; `combos`: words that scammers join with them; `honest`: words close to a token that are not meant |
//! | `[look]` | `logos`: file-name globs; `asset_hosts`: hosts of its images and styles; `not_logos`: path globs that are none (pay buttons, products); `idents`: ids and class names that only its pages have, as globs; `copyright`: what ends its copyright line, in every language; `wording`: what only its own pages say, in every language |
//! | `[should]`, `[should_not]` | `own`, `hosting`, `resemble` (hosts), `named`, `copyright` (sentences), `logo` (file names), all optional |
//!
//! # Hosts that are open to anyone
//!
//! `hosting/<what>.toml`, a file for each [`Open`]: `domains`, and examples of
//! hosts in `should` and `should_not`.
//!
//! # The words of fields
//!
//! `fields/<language>.toml`: the words by which a label or placeholder says
//! what the field asks for, a list for each [`Ask`] (`card-number` →
//! [`Ask::CardNumber`]). The longest phrase in a label decides, so that
//! "loyalty card number" (under `other`) outweighs "card number".
//! `fields/idents.toml` has those of `name` and `id` attributes, in any
//! language. `[should]` and `[should_not]` give examples of each.

mod ask;
mod automaton;
#[cfg(test)]
mod examples;
mod field_words;
mod lookup;
mod tables;
mod tool_addresses;

pub use ask::Ask;
pub(crate) use automaton::{Automaton, Check};
pub use field_words::{ask_of_ident, ask_of_label};
pub use lookup::{brand, glob, is_under, owner_of, tool};
pub use tables::Topic;
pub(crate) use tables::{PHRASE_SUBJECTS, PHRASES};
pub use tool_addresses::{Found, tool_for_file, tool_for_url};

/// Every brand, sorted by id.
pub fn brands() -> &'static [Brand] {
    &tables::BRANDS
}

/// Every remote tool, sorted by id.
pub fn remote_tools() -> &'static [RemoteTool] {
    &tables::REMOTE_TOOLS
}

/// Every bank, shop, money-transfer and crypto site, sorted by id.
pub fn banks() -> &'static [Bank] {
    &tables::BANKS
}

/// A brand that scammers pose as.
#[derive(Debug)]
pub struct Brand {
    /// The file's name.
    pub id: &'static str,
    /// As people know it.
    pub name: &'static str,
    /// Its names in running text, in every script.
    pub names: &'static [&'static str],
    /// Domains that it owns and controls.
    pub domains: &'static [&'static str],
    /// Domains that it owns but where anyone can put a page.
    pub hosting: &'static [&'static str],
    /// How other hosts resemble it.
    pub host: HostRules,
    /// What its pages look like to a program.
    pub look: Look,
    /// To ask a [`crate::page::View`] whether the page names it.
    pub named: Subject,
    /// To ask a [`crate::page::View`] for the end of its copyright line.
    pub copyright: Subject,
    /// To ask a [`crate::page::View`] for what only its own pages say.
    pub wording: Subject,
}

/// How other hosts resemble a brand.
#[derive(Debug)]
pub struct HostRules {
    /// Its name as it stands in host names.
    pub tokens: &'static [&'static str],
    /// Words that scammers join with a token.
    pub combos: &'static [&'static str],
    /// Honest words that are close to a token.
    pub honest: &'static [&'static str],
}

/// What a brand's pages look like to a program.
#[derive(Debug)]
pub struct Look {
    /// File names of its logos and icons, as globs in lower case.
    pub logos: &'static [&'static str],
    /// Paths of pictures that are no logo of the page: buttons, products.
    pub not_logos: &'static [&'static str],
    /// Hosts of its images, styles and scripts.
    pub asset_hosts: &'static [&'static str],
    /// Ids and class names of its own pages, as globs.
    pub idents: &'static [&'static str],
}

/// A program that lets another person see or use this computer.
#[derive(Debug)]
pub struct RemoteTool {
    /// The file's name.
    pub id: &'static str,
    /// As people know it.
    pub name: &'static str,
    /// The vendor's domains.
    pub vendor: &'static [&'static str],
    /// Its names in the list of installed programs.
    pub installed_as: &'static [&'static str],
    /// The English caption of the button that ends a session.
    pub end_button: Option<&'static str>,
    /// To ask a [`crate::page::View`] whether the page names it.
    pub named: Subject,
}

/// A site where money can be lost.
#[derive(Debug)]
pub struct Bank {
    /// The file's name.
    pub id: &'static str,
    /// As people know it.
    pub name: &'static str,
    /// What sort of site.
    pub kind: BankKind,
    /// Its domains.
    pub domains: &'static [&'static str],
    /// Whether the UK number 159 reaches it.
    pub on_159: bool,
}

/// Sorts of sites where money can be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BankKind {
    /// A bank, building society or payment account.
    Bank,
    /// A shop that sells gift cards or expensive goods.
    Shop,
    /// Sends money abroad.
    MoneyTransfer,
    /// Trades crypto-assets.
    Crypto,
}

/// Whose a domain is.
#[derive(Debug, Clone, Copy)]
pub enum Owner {
    /// The brand owns and controls it.
    Brand(&'static Brand),
    /// The brand owns it, but anyone can put a page there.
    Hosting(&'static Brand),
    /// A remote tool's vendor.
    Tool(&'static RemoteTool),
    /// A bank or the like.
    Bank(&'static Bank),
    /// A service that lets anyone in.
    Anyone(Open),
}

/// What a service lets its users do under a name of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Put pages, forms or files there.
    Pages,
    /// Lead on to another address.
    Redirectors,
    /// Deliver what they have elsewhere; for customers under contract.
    Networks,
}

/// What a phrase in a page may be about: a [`Topic`], or one of the members
/// `named`, `copyright` and `wording` of the catalogue's entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject(pub(crate) u16);

impl From<Topic> for Subject {
    fn from(topic: Topic) -> Self {
        Self(topic as u16)
    }
}
