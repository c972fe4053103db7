//! The systems of the devices that strangers are let into.

use serde::{Deserialize, Serialize};

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

    pub(super) fn wifi_off(self) -> &'static str {
        match self {
            Self::Windows => "recovery_wifi_windows",
            Self::MacOs => "recovery_wifi_mac",
            Self::ChromeOs => "recovery_wifi_chromebook",
            Self::Linux => "recovery_wifi_linux",
            Self::Android => "recovery_wifi_android",
        }
    }

    pub(super) fn device_off(self) -> &'static str {
        match self {
            Self::Android => "recovery_off_android",
            _ => "recovery_off_computer",
        }
    }

    pub(super) fn uninstall(self) -> &'static str {
        match self {
            Self::Windows => "recovery_remove_windows",
            Self::MacOs => "recovery_remove_mac",
            Self::ChromeOs => "recovery_remove_chromebook",
            Self::Linux => "recovery_remove_linux",
            Self::Android => "recovery_remove_android",
        }
    }
}
