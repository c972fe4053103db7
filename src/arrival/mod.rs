//! What arrives as a download: is it to be asked about?
//!
//! A remote tool is, under whatever name and in whatever it is packed; so is a
//! program with the name of a paper, and what nobody who means well hands out by
//! itself. Of any other program its name tells nothing: there the page decides
//! ([`Says`]).

mod says;

pub use says::{Says, says};

use crate::catalogue::{self, FileTrait, RemoteTool, ending_is, tool_for_file, tool_for_url};
use crate::page::{Address, named_in};
use crate::signals::remote::offer::{self, Offer};
use crate::verdict::Threat;
use crate::verdict::remote_tool::caution;

/// A download, as far as the browser knows it when it begins.
#[derive(Debug, Clone, Copy, Default)]
pub struct Arrival<'a> {
    /// Where it comes from.
    pub url: &'a str,
    /// The name (or path) under which it is saved; empty when not known yet.
    pub filename: &'a str,
    /// The page that it comes from; empty when that is not said.
    pub referrer: &'a str,
    /// What that page says.
    pub says: Says,
}

impl Arrival<'_> {
    /// What to ask; `None` when there is nothing to ask.
    pub fn threat(&self) -> Option<Threat> {
        let address = Address::parse(self.url);
        let name = match self.filename.rsplit(['/', '\\']).next() {
            Some(name) if !name.is_empty() => name.to_owned(),
            _ => address.file().into_owned(),
        };
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let is = |what| ending_is(ending, what);
        if is(FileTrait::Paper) || is(FileTrait::Data) {
            return None;
        }
        let runs = is(FileTrait::Program) || is(FileTrait::Opens);
        let carries = runs || is(FileTrait::Archive);
        let offered = offer::offer(self.url, Some(&name), true).and_then(|offer| offer.tool);
        let from_page = || tool_for_url(&Address::parse(self.referrer)).map(|(tool, _)| tool);
        let tool = match carries {
            true => known(&name).or(offered).or_else(from_page),
            false => tool_for_file(&name).or(offered),
        };
        // Until the browser says how it is saved, an address may end in anything.
        let is_suspect = || match self.says {
            _ if self.filename.is_empty() => false,
            Says::Orders if carries => true,
            Says::Promises if runs => true,
            _ => is(FileTrait::Alone) || is_disguised(&name, runs),
        };
        (tool.is_some() || is_suspect()).then(|| caution(tool, &address, &name))
    }
}

/// Whether it has the name of a paper, or an archive's name says that it holds such
/// a program.
fn is_disguised(name: &str, runs: bool) -> bool {
    let file = Offer {
        href: "",
        file: name.into(),
        tool: None,
        started: true,
        foreign: false,
    };
    file.is_packed_badly() || runs && (file.is_disguised() || file.is_masked())
}

/// The remote tool that a file is by its name: as its installers are called, in
/// whatever it is packed, or named in it however it is written (`Any_Desk.exe`,
/// `Апуdеsk.zip`).
fn known(name: &str) -> Option<&'static RemoteTool> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let packed = || tool_for_file(stem).or_else(|| tool_for_file(&format!("{stem}.exe")));
    let named = || {
        let mut tools = catalogue::remote_tools().iter();
        let subjects = named_in(stem);
        tools.find(|tool| subjects.contains(&tool.named))
    };
    tool_for_file(name).or_else(packed).or_else(named)
}

#[cfg(test)]
mod tests;
