//! What to do when someone was let in: the checklist behind the recovery page.
//!
//! What stops the loss comes first. The words stand in `_locales`; here is
//! which of them belong to which step and system, and what has been ticked.
//! The advice follows Which?, Stop Scams UK, Report Fraud, Ofcom and the NCSC.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::catalogue::{self, RemoteTool};

/// Storage key of the [`Checklist`] in `storage.local`.
pub const KEY: &str = "recovery";
/// Ticks this much older than now belong to another mishap, in milliseconds (14 days).
const STALE: u64 = 14 * 24 * 60 * 60 * 1000;
/// Tools named in "end the session"; more would bury the button to press.
const TOOLS: usize = 3;

/// The system of the device that was let into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum System {
    /// Microsoft Windows.
    Windows,
    /// Apple macOS.
    MacOs,
    /// A Chromebook.
    ChromeOs,
    /// Any Linux desktop.
    Linux,
    /// An Android phone or tablet.
    Android,
}

impl System {
    /// Every system, the most common first.
    pub const ALL: [Self; 5] = [
        Self::Windows,
        Self::MacOs,
        Self::ChromeOs,
        Self::Android,
        Self::Linux,
    ];

    /// From `runtime.PlatformInfo.os`; what is unknown counts as Windows,
    /// the system that these programs are most often used against.
    pub fn from_platform(os: &str) -> Self {
        match os {
            "mac" => Self::MacOs,
            "cros" => Self::ChromeOs,
            "linux" | "openbsd" => Self::Linux,
            "android" => Self::Android,
            _ => Self::Windows,
        }
    }

    /// Its name, as its maker writes it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Windows => "Windows",
            Self::MacOs => "Mac",
            Self::ChromeOs => "Chromebook",
            Self::Linux => "Linux",
            Self::Android => "Android",
        }
    }

    fn wifi_off(self) -> &'static str {
        match self {
            Self::Windows => "recovery_wifi_windows",
            Self::MacOs => "recovery_wifi_mac",
            Self::ChromeOs => "recovery_wifi_chromebook",
            Self::Linux => "recovery_wifi_linux",
            Self::Android => "recovery_wifi_android",
        }
    }

    fn device_off(self) -> &'static str {
        match self {
            Self::Android => "recovery_off_android",
            _ => "recovery_off_computer",
        }
    }

    fn uninstall(self) -> &'static str {
        match self {
            Self::Windows => "recovery_remove_windows",
            Self::MacOs => "recovery_remove_mac",
            Self::ChromeOs => "recovery_remove_chromebook",
            Self::Linux => "recovery_remove_linux",
            Self::Android => "recovery_remove_android",
        }
    }
}

/// One thing to do and to tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is explained by its title in `_locales`")]
pub enum Step {
    HangUp,
    EndSession,
    WifiOff,
    DeviceOff,
    Bank,
    File,
    Uninstall,
    Email,
    Passwords,
    Police,
    Brand,
    Message,
    Talk,
    Again,
}

impl Step {
    /// Message id of what to do, in a few words.
    pub fn title(self) -> &'static str {
        match self {
            Self::HangUp => "recovery_hang_up",
            Self::EndSession => "recovery_end",
            Self::WifiOff => "recovery_wifi",
            Self::DeviceOff => "recovery_off",
            Self::Bank => "recovery_bank",
            Self::File => "recovery_file",
            Self::Uninstall => "recovery_remove",
            Self::Email => "recovery_email",
            Self::Passwords => "recovery_passwords",
            Self::Police => "recovery_police",
            Self::Brand => "recovery_amazon",
            Self::Message => "recovery_message",
            Self::Talk => "recovery_talk",
            Self::Again => "recovery_again",
        }
    }

    /// Message id of how to do it on `system`.
    pub fn how(self, system: System) -> &'static str {
        match self {
            Self::HangUp => "recovery_hang_up_how",
            Self::EndSession => "recovery_end_how",
            Self::WifiOff => system.wifi_off(),
            Self::DeviceOff => system.device_off(),
            Self::Bank => "recovery_bank_how",
            Self::File => "recovery_file_how",
            Self::Uninstall => system.uninstall(),
            Self::Email => "recovery_email_how",
            Self::Passwords => "recovery_passwords_how",
            Self::Police => "recovery_police_how",
            Self::Brand => "recovery_amazon_how",
            Self::Message => "recovery_message_how",
            Self::Talk => "recovery_talk_how",
            Self::Again => "recovery_again_how",
        }
    }
}

/// Steps that belong together.
#[derive(Debug)]
pub struct Part {
    /// Message id of the heading.
    pub title: &'static str,
    /// Its steps, in order.
    pub steps: &'static [Step],
}

/// The whole checklist, what stops the loss first.
pub const PARTS: [Part; 6] = [
    Part {
        title: "recovery_part_stop",
        steps: &[
            Step::HangUp,
            Step::EndSession,
            Step::WifiOff,
            Step::DeviceOff,
        ],
    },
    Part {
        title: "recovery_part_bank",
        steps: &[Step::Bank],
    },
    Part {
        title: "recovery_part_program",
        steps: &[Step::File, Step::Uninstall],
    },
    Part {
        title: "recovery_part_passwords",
        steps: &[Step::Email, Step::Passwords],
    },
    Part {
        title: "recovery_part_report",
        steps: &[Step::Police, Step::Brand, Step::Message],
    },
    Part {
        title: "recovery_part_you",
        steps: &[Step::Talk, Step::Again],
    },
];

/// How many steps there are.
pub fn total() -> usize {
    PARTS.iter().map(|part| part.steps.len()).sum()
}

/// What has been ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Checklist {
    /// The steps that are done.
    pub done: BTreeSet<Step>,
    /// The system chosen by the person, when it is not this device's.
    pub system: Option<System>,
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub changed: u64,
}

impl Checklist {
    /// Reads what is stored. What is unknown or broken is left out, and what
    /// is older than 14 days begins anew: a person in need is never kept from
    /// the page, nor shown the ticks of last year's mishap.
    pub fn read(stored: &Value, now: u64) -> Self {
        let changed = stored["changed"].as_u64().unwrap_or(0);
        if now.saturating_sub(changed) > STALE {
            return Self::default();
        }
        let steps = stored["done"].as_array().map_or(&[][..], Vec::as_slice);
        Self {
            done: steps
                .iter()
                .filter_map(|step| Step::deserialize(step).ok())
                .collect(),
            system: System::deserialize(&stored["system"]).ok(),
            changed,
        }
    }

    /// Ticks or unticks a step.
    pub fn set(&mut self, step: Step, done: bool, now: u64) {
        if done {
            self.done.insert(step);
        } else {
            self.done.remove(&step);
        }
        self.changed = now;
    }
}

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
    let mut names: Vec<&str> = catalogue::banks()
        .iter()
        .filter(|bank| bank.on_159)
        .map(|bank| bank.name)
        .collect();
    names.sort_unstable_by_key(|name| name.to_lowercase());
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const NOW: u64 = 1_800_000_000_000;

    #[test]
    fn the_loss_is_stopped_before_anything_else() {
        let order: Vec<Step> = PARTS.iter().flat_map(|part| part.steps).copied().collect();
        assert_eq!(
            order[..5],
            [
                Step::HangUp,
                Step::EndSession,
                Step::WifiOff,
                Step::DeviceOff,
                Step::Bank
            ]
        );
        let each_once: BTreeSet<Step> = order.iter().copied().collect();
        assert_eq!(each_once.len(), order.len());
        assert_eq!(total(), order.len());
    }

    #[test]
    fn ticks_survive_storage() {
        let mut list = Checklist::default();
        list.set(Step::Bank, true, NOW);
        list.set(Step::HangUp, true, NOW);
        list.set(Step::HangUp, false, NOW + 1);
        list.system = Some(System::MacOs);
        let stored = serde_json::to_value(&list).expect("serialises");
        assert_eq!(Checklist::read(&stored, NOW + 2), list);
        assert!(list.done.contains(&Step::Bank) && !list.done.contains(&Step::HangUp));
    }

    #[test]
    fn broken_ticks_are_left_out_and_the_rest_kept() {
        let stored = json!({"done": ["bank", "no-such-step", 7], "system": "beos", "changed": NOW});
        let list = Checklist::read(&stored, NOW);
        assert_eq!(list.done, BTreeSet::from([Step::Bank]));
        assert_eq!(list.system, None);
        for broken in [json!(null), json!("x"), json!([1]), json!({"done": {}})] {
            assert_eq!(Checklist::read(&broken, NOW), Checklist::default());
        }
    }

    #[test]
    fn ticks_of_an_older_mishap_are_forgotten() {
        let stored = json!({"done": ["bank"], "changed": NOW});
        assert_eq!(Checklist::read(&stored, NOW + STALE).done.len(), 1);
        assert_eq!(Checklist::read(&stored, NOW + STALE + 1).done.len(), 0);
    }

    #[test]
    fn each_system_has_its_own_way_to_remove_a_program() {
        let ways: BTreeSet<&str> = System::ALL.map(|s| Step::Uninstall.how(s)).into();
        assert_eq!(ways.len(), System::ALL.len());
        assert_eq!(System::from_platform("cros"), System::ChromeOs);
        assert_eq!(System::from_platform("win"), System::Windows);
        assert_eq!(System::from_platform("fuchsia"), System::Windows);
    }

    #[test]
    fn tools_are_named_once_and_unknown_ones_left_out() {
        let found = tools(["anydesk", "no-such-tool", "anydesk"]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].name, "AnyDesk");
    }
}
