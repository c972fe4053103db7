//! Marks of a page that offers or pushes a remote tool.

pub mod clone;
mod files;
mod firm;
mod makers;
mod nobodys;
pub mod offer;
mod papers;
mod story;

use super::contact::BILLED;
use super::{Signal, scam_advice};
use crate::catalogue::{Found, Topic, remote_tools, tool_for_url};
use crate::page::{Hit, Part, View, tells};
use offer::Offer;

/// The page is a tool's own download or session page.
pub const VENDOR_PAGE: &str = "remote-vendor-page";
/// A remote tool is linked or handed out.
pub const OFFERED: &str = "remote-offered";
/// A link to a remote tool says that it is a paper, an invitation, an update or
/// another program, and the page does not name the tool.
pub const UNSAID: &str = "remote-unsaid";
/// A remote tool is named.
pub const NAMED: &str = "remote-named";
/// A program is handed out, whatever it is.
pub const PROGRAM: &str = "remote-program";
/// A program is started by script, refresh or frame.
pub const STARTED: &str = "remote-started";
/// "Your download should start."
pub const STARTS: &str = "remote-starts";
/// A program has the name of a paper.
pub const DISGUISED: &str = "remote-disguised";
/// A program's name ends as a paper's does before its own ending.
pub const MASKED: &str = "remote-masked";
/// The page names a paper that it does not have.
pub const MISSING: &str = "remote-missing";
/// A remote tool has another program's name.
pub const RENAMED: &str = "remote-renamed";
/// A program has the name of a well-known one and is not its maker's.
pub const BORROWED: &str = "remote-borrowed";
/// A program lies where anyone can put a file.
pub const FOREIGN: &str = "remote-foreign";
/// What the page claims to give is no program.
pub const LURE: &str = "remote-lure";
/// The page claims to give an update of something else.
pub const UPDATE: &str = "remote-update";
/// The page bears the vendor's marks on another host.
pub const CLONE: &str = "remote-clone";
/// The page calls itself by the name of a firm that is not its host's.
pub const POSED: &str = "remote-posed";
/// A command is to be pasted, and where.
pub const PASTE: &str = "remote-paste";
/// Nothing on a short page says whose it is.
pub const NOBODYS: &str = "remote-nobodys";
/// On such a page the words of a link to a program promise a paper or an
/// invitation.
pub const PROMISED: &str = "remote-promised";
/// Part of a caller's story that no honest helpdesk tells.
pub const STORY: &str = "remote-story";
/// A short page that talks of the person's online bank: what a caller wants
/// open beside the session, and what no helpdesk has to do with.
pub const BANK: &str = "remote-bank";
/// A step that honest helpdesks ask for too.
pub const STEP: &str = "remote-step";

/// Topics of lures.
const LURES: [Topic; 4] = [
    Topic::LureDocument,
    Topic::LureEvent,
    Topic::LureCheck,
    Topic::LureParcel,
];

/// Steps towards a session.
const STEPS: [Topic; 3] = [Topic::ReadOutCode, Topic::RunDownload, Topic::AllowControl];

/// Finds them.
pub(super) fn find(view: &View, found: &mut Vec<Signal>) {
    if let Some((tool, by)) = tool_for_url(&view.url) {
        // On the vendor's own site nothing else is asked.
        if matches!(by, Found::Download | Found::Session) {
            found.push(Signal::new(VENDOR_PAGE, 1, tool.name).of_tool(tool.id));
        }
        return;
    }
    let offers = offer::all(view);
    for offer in &offers {
        offered(offer, found);
    }
    let named = remote_tools().iter().filter(|tool| view.has(tool.named));
    for tool in named {
        let quote = view.quote_first(tool.named).unwrap_or_default();
        found.push(Signal::new(NAMED, 1, quote).of_tool(tool.id));
    }
    unsaid(view, &offers, found);
    paste(view, found);
    // A bill to ring about: is somebody to be let in?
    let is_told = |signal: &Signal| signal.smell.starts_with("remote-") || signal.smell == BILLED;
    if !found.iter().any(is_told) {
        return;
    }
    clone::find(view, &offers, found);
    if let Some(title) = firm::posed_as(view) {
        found.push(Signal::new(POSED, 1, title));
    }
    words(view, found);
    story::find(view, found);
    nobodys::find(view, &offers, found);
    scam_advice::find(view, found);
}

/// What an offered program is.
fn offered(offer: &Offer, found: &mut Vec<Signal>) {
    let mut note = |smell, is: bool| {
        if is && found.iter().filter(|signal| signal.smell == smell).count() < 4 {
            let signal = Signal::new(smell, 1, &*offer.file);
            found.push(match offer.tool {
                Some(tool) => signal.of_tool(tool.id),
                None => signal,
            });
        }
    };
    note(OFFERED, offer.tool.is_some());
    note(RENAMED, offer.is_renamed());
    note(PROGRAM, offer.is_program());
    note(STARTED, offer.is_program() && offer.started);
    note(DISGUISED, offer.is_program() && offer.is_disguised());
    note(MASKED, offer.is_program() && offer.is_masked());
    note(BORROWED, offer.is_program() && offer.is_borrowed());
    note(FOREIGN, offer.is_program() && offer.foreign);
}

/// Links that call a remote tool something else.
fn unsaid(view: &View, offers: &[Offer], found: &mut Vec<Signal>) {
    for offer in offers {
        let Some(tool) = offer.tool.filter(|tool| !view.has(tool.named)) else {
            continue;
        };
        let mut links = view.facts.links.iter();
        let link = links.find(|link| {
            let promises = |topic| tells(&link.text, topic);
            link.href == offer.href
                && (makers::is_named(&link.text)
                    || promises(Topic::LureUpdate)
                    || LURES.into_iter().any(promises))
        });
        if let Some(link) = link {
            found.push(Signal::new(UNSAID, 1, &*link.text).of_tool(tool.id));
            return;
        }
    }
}

/// What the page says.
fn words(view: &View, found: &mut Vec<Signal>) {
    if let Some(paper) = papers::missing(view) {
        found.push(Signal::new(MISSING, 1, paper));
    }
    let mut quote = |topic: Topic, smell, weight| {
        if let Some(quote) = view.quote_first(topic) {
            found.push(Signal::new(smell, weight, quote));
        }
    };
    for topic in LURES {
        if is_main(view, view.hits(topic)) {
            quote(topic, LURE, 1);
        }
    }
    quote(Topic::LureUpdate, UPDATE, 1);
    quote(Topic::AutoDownload, STARTS, 1);
    for topic in STEPS {
        quote(topic, STEP, 1);
    }
}

/// Bytes of text up to which all of it counts as what the page is about.
const SHORT: usize = 3000;

/// Whether the page is about what it says there: in its title, a heading, a
/// button or a link, or it says little else.
fn is_main(view: &View, hits: &[Hit]) -> bool {
    hits.iter().any(|hit| {
        view.facts.text.len() < SHORT
            || !matches!(hit.part, Part::Text | Part::Label | Part::Placeholder)
    })
}

/// "Windows + R, Ctrl + V, Enter": two different phrases, or the command.
fn paste(view: &View, found: &mut Vec<Signal>) {
    let distinct = view.count_distinct(Topic::PasteCommand);
    if let (2.., Some(quote)) = (distinct, view.quote_first(Topic::PasteCommand)) {
        found.push(Signal::new(PASTE, 1, quote));
    }
}
