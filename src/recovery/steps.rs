//! The steps, in their order, and the message ids of their words.

use serde::{Deserialize, Serialize};

use super::System;

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

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

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
    fn each_system_has_its_own_way_to_remove_a_program() {
        let ways: BTreeSet<&str> = System::ALL.map(|s| Step::Uninstall.how(s)).into();
        assert_eq!(ways.len(), System::ALL.len());
        assert_eq!(System::from_platform("cros"), System::ChromeOs);
        assert_eq!(System::from_platform("win"), System::Windows);
        assert_eq!(System::from_platform("fuchsia"), System::Windows);
    }
}
