//! Pages that offer or push a remote tool, and what to say when its link is
//! clicked.
//!
//! Helpdesks link remote tools, name the steps and ask for the code, all
//! honestly. So a push is only what they do not do: hand out a program as
//! something else, tell a caller's story, pose as the vendor, or have a
//! command pasted.

use super::{Kind, Level, Marks, Threat};
use crate::catalogue::{Found, RemoteTool, tool_for_file, tool_for_url};
use crate::page::{Address, View};
use crate::signals::brand::CLAIM;
use crate::signals::contact::BILLED;
use crate::signals::remote::*;
use crate::signals::scam_advice::{ADVICE, ADVICE_IN_TEXT};

/// Points from which a caller's story is one.
const STORY_ENOUGH: i32 = 5;
/// Points from which it may be one.
const STORY_PERHAPS: i32 = 4;

/// At most one.
pub(super) fn threats(_view: &View, marks: Marks) -> Vec<Threat> {
    if marks.has(VENDOR_PAGE) {
        return marks.threat(Kind::RemoteToolVendor, Level::Caution, &[VENDOR_PAGE]);
    }
    let rules: [(bool, &[&str]); 4] = [
        (
            marks.is_disguise(),
            &[
                UNSAID, MASKED, MISSING, DISGUISED, RENAMED, BORROWED, FOREIGN, STARTED, LURE,
                UPDATE,
            ],
        ),
        (
            marks.is_caller(STORY_ENOUGH),
            &[STORY, BANK, STEP, OFFERED, NAMED],
        ),
        (marks.has(CLONE), &[CLONE, PROGRAM]),
        (marks.is_paste(), &[PASTE, LURE]),
    ];
    if let Some((_, evidence)) = rules.into_iter().find(|(is, _)| *is) {
        return marks.threat(Kind::RemoteToolPush, Level::Danger, evidence);
    }
    let awaited = marks.has(STARTED) && marks.has(STEP) && marks.has(STORY);
    if marks.has(STARTS) && marks.has_started_tool() || awaited && !marks.is_advice() {
        return marks.threat(Kind::RemoteToolPush, Level::Caution, &[STARTED, STARTS]);
    }
    if (marks.has(NOBODYS) || marks.poses_at_bank()) && marks.is_caller(STORY_PERHAPS) {
        return marks.threat(
            Kind::RemoteToolPush,
            Level::Caution,
            &[STORY, BANK, STEP, OFFERED, NAMED],
        );
    }
    // Nobody's own desk goes by another's name.
    let handed = marks.has(OFFERED) || marks.has(PROGRAM);
    if marks.has(POSED) && handed && marks.has(STEP) && !marks.is_advice() {
        return marks.threat(
            Kind::RemoteToolPush,
            Level::Caution,
            &[POSED, STEP, OFFERED],
        );
    }
    if marks.has(PROMISED) && !marks.is_advice() {
        return marks.threat(Kind::RemoteToolPush, Level::Caution, &[PROMISED, PROGRAM]);
    }
    // A bill, whose desk to ring lets itself in.
    let told = marks.of(STORY).any(|signal| signal.weight >= 2);
    if marks.has(BILLED) && told && marks.has(STEP) && !marks.is_advice() {
        return marks.threat(Kind::RemoteToolPush, Level::Caution, &[STEP, STORY, BILLED]);
    }
    Vec::new()
}

impl Marks<'_> {
    /// A program in the place of a paper, an invitation, a check or an update.
    fn is_disguise(self) -> bool {
        let hidden = self.has(DISGUISED) || self.has(FOREIGN) || self.has(RENAMED);
        let started = self.has(STARTED);
        let rules = [
            self.has(MASKED),
            self.has(LURE) && (hidden || started),
            self.has(MISSING) && (hidden || started || self.has(BORROWED)),
            self.has(UPDATE) && (self.has(RENAMED) || self.has(DISGUISED)),
            // A well-known program, from nowhere.
            self.has(BORROWED) && self.is_borrowed_by_stealth(),
            // Whatever the language: it comes by itself, under a paper's name.
            self.has(DISGUISED) && started,
        ];
        self.has(PROGRAM) && rules.contains(&true) || self.has(UNSAID)
    }

    /// A well-known name is a mirror's right; not on a remote tool, nor on what
    /// anyone can have put there and starts by itself or calls itself an update.
    fn is_borrowed_by_stealth(self) -> bool {
        let pushed = self.has(STARTED) || self.has(UPDATE);
        self.has(RENAMED)
            || (self.has(FOREIGN) && pushed)
            || (self.has(STARTED) && self.has(UPDATE))
    }

    /// A stranger on the telephone who needs the person to let him in.
    fn is_caller(self, enough: i32) -> bool {
        let tool = self.has(NAMED) || self.has(OFFERED) || (self.has(PROGRAM) && self.has(STEP));
        // The heaviest part of the story must be one that no helpdesk tells, or
        // the desk nobody's and a point more told of it.
        let told = self.of(STORY).any(|signal| signal.weight >= 2);
        let hinted =
            (self.has(STORY) || self.has(BANK)) && self.has(NOBODYS) || self.poses_at_bank();
        let enough = if told { enough } else { enough + 1 };
        let points = self.points(&[STORY, BANK, STEP, NOBODYS])
            + i32::from(self.has(OFFERED))
            + i32::from(self.has(RENAMED) || (self.has(OFFERED) && self.has(FOREIGN)));
        tool && (told || hinted) && points >= enough && !self.is_advice()
    }

    /// A brand's name over a session beside the person's bank. A bank's own desk
    /// for its online banking has sessions too, under its own name.
    fn poses_at_bank(self) -> bool {
        self.has(BANK) && self.has(CLAIM)
    }

    fn is_paste(self) -> bool {
        self.has(PASTE) && self.has(LURE) && !self.is_advice()
    }

    /// Hidden honest words must not silence a page that hands out the tool.
    fn is_advice(self) -> bool {
        self.has(ADVICE) || (self.has(ADVICE_IN_TEXT) && !self.has(OFFERED) && !self.has(PROGRAM))
    }

    fn has_started_tool(self) -> bool {
        self.of(STARTED).any(|signal| signal.tool.is_some())
    }

    /// A threat with the evidence of these smells, in their order.
    fn threat(self, kind: Kind, level: Level, smells: &[&str]) -> Vec<Threat> {
        let tools = [RENAMED, OFFERED, CLONE, VENDOR_PAGE, NAMED];
        let tool = tools
            .iter()
            .flat_map(|smell| self.of(smell))
            .find_map(|signal| signal.tool);
        let mut evidence: Vec<String> = Vec::new();
        for signal in smells.iter().flat_map(|smell| self.of(smell)) {
            if !evidence.contains(&signal.evidence) {
                evidence.push(signal.evidence.clone());
            }
        }
        vec![Threat {
            kind,
            level,
            brand: None,
            tool: tool.map(str::to_owned),
            evidence,
        }]
    }
}

/// What to ask before a clicked link is followed: `None` unless it leads to a
/// remote tool's installer or starts one. Pages of the vendor are judged when
/// they open. `download` is the link's `download` attribute.
pub fn for_link(href: &str, download: Option<&str>) -> Option<Threat> {
    let url = Address::parse(href);
    let tool = match tool_for_url(&url) {
        Some((tool, Found::Scheme | Found::Installer)) => tool,
        _ => tool_for_file(download?)?,
    };
    Some(caution(Some(tool), &url, href))
}

/// A remote tool (or an unknown program) behind `url`: genuine, or pushed.
pub(crate) fn caution(tool: Option<&RemoteTool>, url: &Address, evidence: &str) -> Threat {
    let genuine = tool.is_some_and(|tool| tool.is_vendor_host(&url.host) || url.host.is_empty());
    Threat {
        kind: match genuine {
            true => Kind::RemoteToolVendor,
            false => Kind::RemoteToolPush,
        },
        level: Level::Caution,
        brand: None,
        tool: tool.map(|tool| tool.id.to_owned()),
        evidence: vec![
            evidence
                .chars()
                .take(crate::page::limits::EVIDENCE)
                .collect(),
        ],
    }
}

#[cfg(test)]
mod tests;
