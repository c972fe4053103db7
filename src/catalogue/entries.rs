//! What the tables hold: the entries as the engine sees them.

use super::Topic;

/// A brand that scammers pose as.
#[derive(Debug)]
pub struct Brand {
    /// The file's name.
    pub id: &'static str,
    /// As people know it.
    pub name: &'static str,
    /// Its names in running text, in every script.
    pub names: &'static [&'static str],
    /// Words beside its name that make it another's, folded.
    pub namesakes: &'static [&'static str],
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
    /// To ask a [`crate::page::View`] whether the page tells of its membership.
    pub membership: Subject,
    /// The name of its membership in one word, folded; empty when it has none.
    pub membership_word: &'static str,
    /// What money can be lost at its sites, if any can.
    pub kind: Option<BankKind>,
    /// The UK number 159 reaches it.
    pub on_159: bool,
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
    /// What the paths of its terms, help and account pages start with.
    pub own_pages: &'static [&'static str],
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
    /// Ask about the name that stands in front.
    Lookups,
    /// Read the page of the host whose name stands in front.
    Proxies,
    /// Read copies of others' pages.
    Relays,
}

impl Open {
    /// Whether a name below is that of somebody else, and not one that its
    /// holder chose.
    pub fn bears_others_names(self) -> bool {
        matches!(self, Self::Networks | Self::Lookups | Self::Relays)
    }
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
