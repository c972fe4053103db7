//! What arrives as a download: ordinary installers are never asked about, papers
//! and pictures never touched.

use ringfence::arrival::{Arrival, Says};

/// Whether anything is asked of a file of this name.
fn is_asked(name: &str, says: Says) -> bool {
    let url = format!("https://downloads.example/get/{name}");
    let arrival = Arrival {
        url: &url,
        filename: name,
        referrer: "https://downloads.example/",
        says,
    };
    arrival.threat().is_some()
}

#[test]
fn ordinary_installers_are_never_held() {
    let ordinary: Vec<&str> = include_str!("ordinary.txt").lines().collect();
    assert!(ordinary.len() >= 150);
    let held = ordinary.iter().filter(|name| is_asked(name, Says::Nothing));
    assert_eq!(held.collect::<Vec<_>>(), Vec::<&&str>::new());
}

#[test]
fn papers_and_pictures_are_never_touched() {
    let names = ["AnyDesk", "TeamViewer QuickSupport", "support", "invoice"];
    let endings = [
        "pdf", "docx", "xlsx", "odt", "txt", "csv", "jpg", "PNG", "gif", "webp", "heic", "svg",
        "mp3", "mp4", "mov",
    ];
    for says in [Says::Nothing, Says::Promises, Says::Orders] {
        for name in names {
            for ending in endings {
                let name = format!("{name}.{ending}");
                assert!(!is_asked(&name, says), "{name} {says:?}");
            }
        }
    }
}
