//! A page that poses as a remote tool's vendor.

use super::offer::Offer;
use super::{CLONE, Signal};
use crate::catalogue::{RemoteTool, is_under, remote_tools, tool_for_url};
use crate::page::{Address, View};

/// The vendor's marks, where a program is handed out that is not the vendor's.
pub(super) fn find(view: &View, offers: &[Offer], found: &mut Vec<Signal>) {
    let is_own = |offer: &Offer| {
        let url = Address::parse(offer.href);
        offer.is_program()
            && tool_for_url(&url).is_none_or(|(tool, _)| !tool.is_vendor_host(&url.host))
    };
    if !offers.iter().any(is_own) {
        return;
    }
    for tool in remote_tools().iter().filter(|tool| view.has(tool.named)) {
        if let Some(mark) = marks(view, tool).into_iter().next() {
            found.push(Signal::new(CLONE, 1, mark).of_tool(tool.id));
        }
    }
}

/// The marks of the vendor that the page bears, as evidence. A catalogue of
/// programs or a helpdesk names the tool too: what they do not do is claim
/// its name as theirs, its copyright or its icon.
fn marks(view: &View, tool: &RemoteTool) -> Vec<String> {
    let facts = view.facts;
    let is_name = |text: &str| text.trim().eq_ignore_ascii_case(tool.name);
    let mut marks = Vec::new();
    if is_name(&facts.site_name) {
        marks.push(facts.site_name.clone());
    }
    let borrowed = facts
        .icons
        .iter()
        .chain(facts.images.iter().map(|image| &image.src));
    let of_vendor = |address: &&String| {
        let url = Address::parse(address);
        tool.vendor.iter().any(|domain| is_under(&url.host, domain))
    };
    marks.extend(borrowed.filter(of_vendor).take(1).cloned());
    marks.extend(copyright(&facts.text, tool.name));
    marks
}

/// Characters after the sign in which the owner's name stands.
const LINE: usize = 40;

/// `© 2026 AnyDesk Software GmbH`.
fn copyright(text: &str, name: &str) -> Option<String> {
    text.match_indices('©').find_map(|(at, _)| {
        let line: String = text[at..].chars().take(LINE).collect();
        // A catalogue's "© SoftShelf. AnyDesk is ..." names its own owner first.
        let owner = line.trim_start_matches(|c: char| !c.is_alphabetic());
        let named = owner.get(..name.len())?.eq_ignore_ascii_case(name);
        named.then_some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::copyright;

    #[test]
    fn the_owner_stands_first_in_a_copyright_line() {
        let of = |text| copyright(text, "AnyDesk").is_some();
        assert!(of("All about us © 2019–2026 AnyDesk Software GmbH"));
        assert!(!of("© SoftShelf. AnyDesk belongs to its owner."));
        assert!(!of("© 2026 Änyd"));
    }
}
