//! Pages that offer or push a remote tool.

use super::{Kind, Level, Threat};
use crate::catalogue::{Found, RemoteTool, tool_for_file, tool_for_url};
use crate::page::{Address, View, limits};
use crate::signals::Signal;

/// The threats of this family that the signals add up to.
pub(super) fn threats(_view: &View, _signals: &[Signal]) -> Vec<Threat> {
    Vec::new()
}

/// What to say when a link is clicked that leads to a remote tool: its
/// installer, its vendor's download or session page, or a scheme that starts it.
pub fn for_link(href: &str, download: Option<&str>) -> Option<Threat> {
    let by_name = download.and_then(tool_for_file);
    let (tool, found) = by_name
        .map(|tool| (tool, Found::Installer))
        .or_else(|| tool_for_url(&Address::parse(href)))?;
    (found != Found::Vendor).then(|| let_in(tool, Level::Caution, href))
}

/// What to say of a download: of this address, saved under this name, started
/// from `referrer`.
pub fn for_download(url: &str, file: &str, _referrer: &str) -> Option<Threat> {
    let by_url = || match tool_for_url(&Address::parse(url)) {
        Some((tool, Found::Installer)) => Some(tool),
        _ => None,
    };
    let tool = tool_for_file(file).or_else(by_url)?;
    Some(let_in(tool, Level::Caution, file))
}

fn let_in(tool: &RemoteTool, level: Level, evidence: &str) -> Threat {
    Threat {
        kind: Kind::RemoteToolVendor,
        level,
        brand: None,
        tool: Some(tool.id.to_owned()),
        evidence: vec![evidence.chars().take(limits::EVIDENCE).collect()],
    }
}
