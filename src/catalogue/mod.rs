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
//! | `namesakes` | words that make its name another's when they stand beside it, also as the beginning of a word: what is called so too (`Amazon lodge`), in small letters without accents |
//! | `domains` | owned and controlled by the brand, top-level domains included |
//! | `hosting` | owned by it, but anyone can put a page there; the longest domain wins |
//! | `kind`, `on_159` | (optional) as of a bank, where money can be lost on its sites |
//! | `[host]` | `tokens`: its name in host names; `combos`: words that scammers join with them; `honest`: words close to a token that are not meant |
//! | `[look]` | `logos`: file-name globs; `asset_hosts`: hosts of its images and styles; `not_logos`: path globs that are none (pay buttons, products); `idents`: ids and class names that only its pages have, as globs; `copyright`: what ends its copyright line, in every language; `own_pages`: what the paths of its terms, help and account pages start with; `wording`: what only its own pages say, in every language |
//! | `[membership]` | (optional) what callers say is renewed today: its `word`, and the `phrases` that tell of it in each language |
//! | `[should]`, `[should_not]` | `own`, `hosting`, `resemble` (hosts), `named`, `copyright`, `wording`, `membership` (sentences), `logo` (file names), all optional |
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
//!
//! # Word classes
//!
//! `words/<language>.toml`: the words of one idea, a list for each class (`agent`,
//! `refund`, `police`), the same classes in every language. A word, or two or
//! three in a row; `*` ends the beginning of words. Single words that say little
//! by themselves: the reader learns from all languages at once what they mean
//! together.
//!
//! # The endings of files
//!
//! `files/endings.toml`: an ending, and all that is true of such a file
//! ([`FileTrait`]). What a page hands out and what arrives are told by it.

mod ask;
mod automaton;
mod entries;
#[cfg(test)]
mod examples;
mod field_words;
mod files;
mod lookup;
mod tables;
mod tool_addresses;
mod word_classes;

pub use ask::Ask;
pub(crate) use automaton::{Automaton, Check};
pub use entries::{Bank, BankKind, Brand, HostRules, Look, Open, Owner, RemoteTool, Subject};
pub use field_words::{ask_of_ident, ask_of_label};
pub use files::{FileTrait, ending_is};
pub use lookup::{brand, glob, is_membership, is_under, owner_of, tenants_of, tool, unproxied};
pub use tables::Topic;
pub(crate) use tables::{PHRASE_SUBJECTS, PHRASES};
pub use tool_addresses::{Found, tool_for_file, tool_for_url};
pub use word_classes::word_classes;

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
