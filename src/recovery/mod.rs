//! What to do when someone was let in: the checklist behind the recovery page.
//!
//! What stops the loss comes first. The words stand in `_locales`; here is
//! which of them belong to which step and system, and what has been ticked.
//! The advice follows Which?, Stop Scams UK, Report Fraud, Ofcom and the NCSC.

mod checklist;
mod steps;
mod system;

pub use checklist::{Checklist, KEY};
pub use steps::{PARTS, Part, Step, total};
pub use system::System;

use crate::catalogue::{self, RemoteTool};

/// Tools named in "end the session"; more would bury the button to press.
const TOOLS: usize = 3;

/// The tools to end and remove: those met in this browser (newest first), each
/// once. None when none is known: then the most common ways are shown.
pub fn tools<'a>(met: impl IntoIterator<Item = &'a str>) -> Vec<&'static RemoteTool> {
    let mut tools: Vec<&RemoteTool> = Vec::new();
    for tool in met.into_iter().filter_map(catalogue::tool) {
        if !tools.iter().any(|known| known.id == tool.id) {
            tools.push(tool);
        }
    }
    tools.truncate(TOOLS);
    tools
}

/// The names of the banks that the UK number 159 reaches, in order.
pub fn banks_on_159() -> Vec<&'static str> {
    let banks = catalogue::banks().iter().filter(|bank| bank.on_159);
    let brands = catalogue::brands().iter().filter(|brand| brand.on_159);
    let mut names: Vec<&str> = banks
        .map(|bank| bank.name)
        .chain(brands.map(|brand| brand.name))
        .collect();
    names.sort_unstable_by_key(|name| name.to_lowercase());
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tools_are_named_once_and_unknown_ones_left_out() {
        let found = tools(["anydesk", "no-such-tool", "anydesk"]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "AnyDesk");
    }
}
