//! What happened in this browser in the last 48 hours, as a pure state machine.

use serde::{Deserialize, Serialize};

/// Something worth remembering.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Milliseconds since the Unix epoch.
    pub at: u64,
    /// What happened.
    pub what: What,
    /// The remote tool's id, when one is known.
    pub tool: Option<String>,
    /// The site's host, when one is known.
    pub host: Option<String>,
}

/// What can be remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A page that offers or pushes a remote tool was seen.
    ToolPage,
    /// A remote tool was downloaded.
    Download,
    /// A session-join page was opened.
    Session,
    /// A warning was passed.
    Passed,
}
