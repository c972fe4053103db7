//! Programs that a page hands out: by a link, or by a script that starts the
//! download itself.

use std::borrow::Cow;

use super::files::{FILE_HOSTS, INSTALLERS, PAPERS};
use super::makers;
use crate::catalogue::{FileTrait, Found, RemoteTool, ending_is, tool_for_file, tool_for_url};
use crate::page::{Address, View};

/// One program on offer.
#[derive(Debug)]
pub struct Offer<'a> {
    /// Its address, resolved.
    pub href: &'a str,
    /// The file's name, as it will be saved.
    pub file: Cow<'a, str>,
    /// The remote tool that it is, if it is one.
    pub tool: Option<&'static RemoteTool>,
    /// Whether a script, a refresh or a frame starts it, not a link.
    pub started: bool,
    /// Whether it lies where anyone can put a file.
    pub foreign: bool,
}

/// Every program and session that the page offers, links first.
pub fn all<'a>(view: &View<'a>) -> Vec<Offer<'a>> {
    let facts = view.facts;
    let linked = facts
        .links
        .iter()
        .filter_map(|link| offer(&link.href, link.download.as_deref(), false));
    // A code that is sent to a session page.
    let sent = facts
        .forms
        .iter()
        .filter_map(|form| offer(&form.action, None, false));
    let frames = facts.frames.iter().map(|frame| &frame.src);
    let started = facts
        .script_links
        .iter()
        .chain(frames)
        .filter_map(|href| offer(href, None, true));
    // A picture of a code to scan, made by a service that is told the address.
    let scanned = facts.images.iter().filter_map(|image| {
        let carried = Address::parse(&image.src).carried()?;
        tool_for_url(&Address::parse(&carried))?;
        offer(&image.src, None, false)
    });
    linked.chain(sent).chain(started).chain(scanned).collect()
}

/// The program behind `href`, saved as `download` if the link says so.
pub fn offer<'a>(href: &'a str, download: Option<&'a str>, started: bool) -> Option<Offer<'a>> {
    let url = Address::parse(href);
    let carried = url.carried();
    let by_url = tool_for_url(&url)
        .or_else(|| tool_for_url(&Address::parse(carried.as_deref()?)))
        .filter(|(_, found)| *found != Found::Vendor);
    let saved_as = download.filter(|name| is_program(name)).map(Cow::Borrowed);
    let file = saved_as.or_else(|| program_in(&url));
    if by_url.is_none() && file.is_none() {
        return None;
    }
    let file = file.unwrap_or_else(|| url.file());
    Some(Offer {
        href,
        tool: by_url
            .map(|(tool, _)| tool)
            .or_else(|| tool_for_file(&file)),
        started,
        foreign: is_foreign(&url),
        file,
    })
}

impl Offer<'_> {
    /// Whether its name promises something to read rather than to run.
    pub fn is_disguised(&self) -> bool {
        let words = words_of(&self.file);
        self.names_paper() && !words.iter().any(|word| INSTALLERS.contains(&&**word))
    }

    /// Whether its name tells of a paper, be it that of a reader of papers.
    pub fn names_paper(&self) -> bool {
        let words = words_of(&self.file);
        words.iter().any(|word| PAPERS.contains(&&**word))
    }

    /// Whether an archive's name hides what nobody packs who means well.
    pub fn is_packed_badly(&self) -> bool {
        packed(&self.file).is_some() && self.is_masked()
    }

    /// Whether it ends as a paper does, before it ends as a program:
    /// `Factuur.pdf.exe`; or an archive's name hides a script, or a program
    /// with a paper's name: `Reader.vbs.zip`, `statement.exe.zip`.
    pub fn is_masked(&self) -> bool {
        if let Some(inner) = packed(&self.file) {
            return ending_is(inner, FileTrait::Script) || self.names_paper();
        }
        let stem = self.file.rsplit_once('.').map_or("", |(stem, _)| stem);
        stem.rsplit_once('.')
            .is_some_and(|(_, extension)| ending_is(extension, FileTrait::Paper))
    }

    /// Whether it is a remote tool under a name that does not say so.
    pub fn is_renamed(&self) -> bool {
        self.tool.is_some_and(|tool| {
            let shown: String = self.file.chars().filter(|c| c.is_alphanumeric()).collect();
            let shown = shown.to_lowercase();
            let name: String = tool.name.chars().filter(|c| c.is_alphanumeric()).collect();
            let first = tool
                .name
                .split(' ')
                .next()
                .unwrap_or_default()
                .to_lowercase();
            is_program(&self.file)
                && !shown.contains(&name.to_lowercase())
                && !shown.contains(&first)
        })
    }

    /// Whether it is called like a well-known program and lies elsewhere than
    /// with its maker.
    pub fn is_borrowed(&self) -> bool {
        makers::is_borrowed(&words_of(&self.file), &Address::parse(self.href).host)
    }

    /// Whether it runs or installs something, and is not a page about it.
    pub fn is_program(&self) -> bool {
        is_program(&self.file)
    }
}

fn is_program(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && ending_is(extension, FileTrait::Program)
    }) || packed(name).is_some()
}

/// The ending of the program that an archive's name says it holds: `vbs` of
/// `Reader.vbs.zip`.
fn packed(name: &str) -> Option<&str> {
    let (stem, archive) = name.rsplit_once('.')?;
    let (name, inner) = stem.rsplit_once('.')?;
    let is_packed = ending_is(archive, FileTrait::Archive) && ending_is(inner, FileTrait::Packed);
    (is_packed && !name.is_empty()).then_some(inner)
}

/// The last part of the path that is a program's name: file hosts like to put
/// a word of their own behind it; else one in a parameter (`get.php?f=a.exe`).
/// A host's name is none (`.com`), nor is a page's script (`.js`).
fn program_in<'a>(url: &Address<'a>) -> Option<Cow<'a, str>> {
    let is_named = |name: &str| is_program(name) && !name.ends_with(".com");
    let name = url.file();
    if is_named(&name) {
        return Some(name);
    }
    let mut parts = url.path.trim_end_matches('/').rsplit('/');
    let parent = parts.nth(1).filter(|parent| is_named(parent));
    if let Some(parent) = parent.filter(|_| is_foreign(url)) {
        return Some(Cow::Borrowed(parent));
    }
    let values = url.query.split('&').filter_map(|pair| pair.split_once('='));
    values
        .map(|(_, value)| Address::parse(value).file())
        .find(|name| is_named(name) && !name.ends_with(".js"))
}

fn is_foreign(url: &Address) -> bool {
    let host = &*url.host;
    let bare_address = host.split('.').all(|part| part.parse::<u8>().is_ok());
    let raw = host == "github.com" && url.path.contains("/raw/");
    raw || (bare_address && !host.is_empty())
        || FILE_HOSTS
            .iter()
            .any(|domain| crate::catalogue::is_under(host, domain))
}

/// `Tax_ReturnID-45.pdf.msi` → `tax`, `return`, `id`, `45`, `pdf`.
fn words_of(file: &str) -> Vec<String> {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut words = vec![String::new()];
    let mut last = ' ';
    for c in stem.chars() {
        let starts = (c.is_uppercase() && last.is_lowercase())
            || (c.is_numeric()
                && last.is_alphabetic()
                && last.is_uppercase() == last.is_lowercase());
        if starts || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let (true, Some(word)) = (c.is_alphanumeric(), words.last_mut()) {
            word.extend(c.to_lowercase());
        }
        last = c;
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests;
