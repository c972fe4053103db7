use super::*;
use crate::verdict::Kind;

#[test]
fn an_archive_is_asked_about_where_a_caller_speaks() {
    for (says, is_asked) in [(Says::Promises, false), (Says::Orders, true)] {
        let arrival = Arrival {
            url: "https://x.example/get",
            filename: "support.zip",
            referrer: "",
            says,
        };
        assert_eq!(arrival.threat().is_some(), is_asked, "{says:?}");
    }
}

/// What is asked of a file that a neutral page hands out: a tool's id, "" for
/// another program.
fn asked(url: &str, filename: &str) -> Option<String> {
    let arrival = Arrival {
        url,
        filename,
        referrer: "https://x.example/",
        says: Says::Nothing,
    };
    arrival
        .threat()
        .map(|threat| threat.tool.unwrap_or_default())
}

#[test]
fn a_remote_tool_is_known_under_whatever_name() {
    for (name, tool) in [
        ("C:\\Users\\me\\Downloads\\AnyDesk (3).exe", "anydesk"),
        ("AnyDesk.application", "anydesk"),
        ("AnyDesk.msixbundle", "anydesk"),
        ("AnyDesk.appinstaller", "anydesk"),
        ("AnyDesk.zip", "anydesk"),
        ("AnyDesk.exe.zip", "anydesk"),
        ("anydesk.7z", "anydesk"),
        ("AnyDesk.img", "anydesk"),
        ("AnyDesk.vhd", "anydesk"),
        ("Any Desk.exe", "anydesk"),
        ("Any_Desk.exe", "anydesk"),
        ("any-desk setup.exe", "anydesk"),
        ("\u{410}n\u{443}D\u{435}sk.exe", "anydesk"),
        ("Get Team.Viewer.rar", "teamviewer"),
        ("ultra_viewer.apk", "ultraviewer"),
        ("Rust Desk-1.2.xapk", "rustdesk"),
    ] {
        let known = asked("https://x.example/a", name);
        assert_eq!(known.as_deref(), Some(tool), "{name}");
    }
    let renamed = asked(
        "https://x.example/Bin/Zoom.exe?e=Access&y=Guest",
        "Zoom.exe",
    );
    assert_eq!(renamed.as_deref(), Some("screenconnect"));
}

#[test]
fn a_paper_that_runs_and_what_no_one_hands_out() {
    for name in [
        "Invoice_pdf.msi",
        "Invoice.pdf.lnk",
        "statement.vhd",
        "Reader.vbs.zip",
        "Support.application",
        "Photo.com",
        "voice.pif",
        "a.cpl",
        "a.hta",
        "a.vbe",
        "a.wsf",
        "a.jse",
        "a.ps1",
        "a.url",
        "a.lnk",
    ] {
        let url = format!("https://x.example/{name}");
        assert_eq!(asked(&url, name).as_deref(), Some(""), "{name}");
    }
}

#[test]
fn what_is_read_is_never_touched() {
    for (url, name) in [
        ("https://x.example/invoice.pdf", "invoice.pdf"),
        ("https://x.example/AnyDesk.exe", "AnyDesk.pdf"),
        ("https://anydesk.com/en/downloads/guide.pdf", "guide.pdf"),
        ("https://x.example/a?e=Access&y=Guest", "photo.jpg"),
        ("https://x.example/invoice.zip", "invoice.zip"),
    ] {
        for says in [Says::Nothing, Says::Promises] {
            let arrival = Arrival {
                url,
                filename: name,
                referrer: "https://anydesk.com.evil.example/",
                says,
            };
            assert_eq!(arrival.threat(), None, "{name}");
        }
    }
}

#[test]
fn of_a_neutral_name_the_page_decides() {
    for name in ["support.exe", "Helper.exe", "helper.msi", "Client.apk"] {
        let on = |says| Arrival {
            url: "blob:https://x.example/0f3c",
            filename: name,
            referrer: "https://x.example/",
            says,
        };
        assert_eq!(on(Says::Nothing).threat(), None, "{name}");
        assert!(on(Says::Promises).threat().is_some(), "{name}");
    }
}

#[test]
fn the_vendors_own_is_called_so() {
    let kind = |url| {
        let arrival = Arrival {
            url,
            ..Arrival::default()
        };
        arrival.threat().map(|threat| threat.kind)
    };
    assert_eq!(
        kind("https://download.anydesk.com/AnyDesk.exe"),
        Some(Kind::RemoteToolVendor)
    );
    assert_eq!(
        kind("https://x.example/AnyDesk.exe"),
        Some(Kind::RemoteToolPush)
    );
}
