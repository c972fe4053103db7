//! Every message between content scripts, background and the extension's own
//! pages: the sole definition. The JavaScript side only writes these shapes.
//!
//! The background believes the browser, not the message, about who sent it.

use serde::{Deserialize, Serialize};

use crate::page::PageFacts;
use crate::verdict::{Kind, Level, Verdict};

/// From a content script or one of our pages to the background.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ToBackground {
    /// Content script: what this document shows. Answered with [`Reply::Judged`].
    Facts {
        /// The facts; their `url` and `frame` are overwritten with what the browser says.
        facts: Box<PageFacts>,
        /// The document's random name, drawn by its content script.
        document: String,
        /// Whether this is a frame that fills most of the window.
        #[serde(default)]
        fills: bool,
    },
    /// Content script, in an empty frame: was its page taken away? Answered with
    /// [`Reply::Taken`].
    Empty,
    /// The same: the person wants to see that page in a tab of its own.
    OpenTaken,
    /// Content script, top frame: the warning is being fought; take the tab away.
    Tampered,
    /// Content script or warning page: "Get me out".
    Leave,
    /// Content script or our page: open the recovery page.
    Recover,
    /// Content script or warning page: the person passed the friction.
    Pass,
    /// Content script: "I use this for work" on a caution about a remote tool.
    UsedForWork,
    /// Content script: a link to a remote tool's installer or session was
    /// clicked (and held back). Answered with [`Reply::Judged`].
    Clicked {
        /// The link's resolved address.
        href: String,
    },
    /// Our pages: what is known of a tab (the active one when `None`).
    /// Answered with [`Reply::Tab`].
    Tab {
        /// The browser's tab id.
        tab: Option<i32>,
    },
    /// Our page: what is known of a download that is held. Answered with [`Reply::Held`].
    Held {
        /// Our own number for the held download.
        held: u32,
    },
    /// Our page: what the person chose for a download that was held.
    Download {
        /// Our own number for the held download.
        held: u32,
        /// Whether to fetch it again.
        keep: bool,
    },
    /// Our pages: the remembered events. Answered with [`Reply::Journey`].
    Journey,
    /// Our page: forget the remembered events.
    Forget,
}

/// From the background to a content script that did not just ask. A top
/// frame's content script answers each with [`Here`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ToContent {
    /// Show this warning over the page (sent to the top frame).
    Warn {
        /// What to show.
        warning: Box<Warning>,
    },
    /// Take the warning down and give the page back.
    Calm,
    /// We are leaving: swallow `beforeunload`.
    Leaving,
    /// Every frame: a danger stands over the page, be quiet until `Calm`.
    Hush,
    /// Nothing to do: only say which document stands there (a frame that is asked
    /// for itself answers too).
    Here,
}

/// A top frame's answer to [`ToContent`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Here {
    /// The document's random name, as in [`ToBackground::Facts`].
    pub document: String,
    /// Its address.
    pub url: String,
    /// For how long, in milliseconds, it has drawn nothing while a warning
    /// stands: Firefox answers messages also while a dialog holds the page.
    #[serde(default)]
    pub stalled: f64,
}

/// The background's answer; there always is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Reply {
    /// To `Facts` and `Clicked`; `None` when there is nothing to show here.
    Judged {
        /// The warning for the frame that asked.
        warning: Option<Box<Warning>>,
        /// Links that are to be held back and asked about when clicked
        /// (resolved addresses, as in the facts).
        watch: Vec<String>,
        /// Whether the frame that asked is to empty itself.
        empty: bool,
    },
    /// To `Empty`.
    Taken {
        /// Whose page stood in this frame; `None` when none was taken away.
        host: Option<String>,
    },
    /// To `Tab`.
    Tab {
        /// Host of the tab's page; empty when no content script stands there
        /// (the browser's own pages, extension stores).
        host: String,
        /// Its verdict.
        verdict: Verdict,
        /// The warning that its loudest threat asks for, if any.
        warning: Option<Box<Warning>>,
        /// Whether the person passed the warning for this site.
        passed: bool,
    },
    /// To `Held`.
    Held {
        /// The download, if it is still held.
        download: Option<Held>,
    },
    /// To `Journey`.
    Journey {
        /// Newest first.
        events: Vec<crate::journey::Event>,
    },
    /// Done; nothing to add.
    Done,
    /// It failed, and why.
    Error {
        /// For the console, not for the person.
        message: String,
    },
}

/// What to lay over a page, in message ids of `_locales`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Warning {
    /// `caution` or `danger`.
    pub level: Level,
    /// Which scam.
    pub kind: Kind,
    /// The brand's name as people know it, e.g. `Amazon`.
    pub brand: Option<String>,
    /// The tool's id, e.g. `anydesk`.
    pub tool: Option<String>,
    /// The tool's name, e.g. `AnyDesk`.
    pub tool_name: Option<String>,
    /// The page's host in Unicode, for the person to see.
    pub host: String,
    /// First line: what to do now.
    pub headline: Text,
    /// Then why: one or two sentences each.
    pub reasons: Vec<Text>,
    /// The page's own words, each at most 120 characters.
    pub evidence: Vec<String>,
    /// Someone the person trusts, from the options.
    pub trusted: Option<Trusted>,
}

/// A download that waits for the person's word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// The file's name, without its folder.
    pub file: String,
    /// Host that it comes from, in Unicode.
    pub host: String,
    /// The tool's id, e.g. `anydesk`.
    pub tool: Option<String>,
    /// The tool's name, e.g. `AnyDesk`.
    pub tool_name: Option<String>,
}

/// One text: an id of `_locales/*/messages.json` and its substitutions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Message id.
    pub id: String,
    /// `$1`, `$2` ...
    pub args: Vec<String>,
}

/// Someone to ring before doing anything.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trusted {
    /// Name.
    pub name: String,
    /// Telephone number as the person typed it.
    pub number: String,
}
