use super::*;

fn tool(threat: Option<Threat>) -> Option<String> {
    threat.map(|threat| threat.tool.unwrap_or_default())
}

#[test]
fn links_that_let_someone_in() {
    assert_eq!(
        tool(for_link("https://download.anydesk.com/AnyDesk.exe", None)).as_deref(),
        Some("anydesk")
    );
    assert_eq!(
        tool(for_link("anydesk:123456789", None)).as_deref(),
        Some("anydesk")
    );
    assert_eq!(
        tool(for_link(
            "https://x.example/f?id=1",
            Some("TeamViewerQS.exe")
        ))
        .as_deref(),
        Some("teamviewer")
    );
    assert_eq!(for_link("https://anydesk.com/en/pricing", None), None);
    assert_eq!(for_link("https://shop.example/setup.exe", None), None);
}

/// The level of a page that nobody's name stands on, with AnyDesk's link.
fn desk(title: &str, text: &str) -> Level {
    let facts = crate::page::PageFacts {
        url: "https://a1.example/".to_owned(),
        title: title.to_owned(),
        text: text.to_owned(),
        links: vec![crate::page::Link {
            href: "https://anydesk.com/en/downloads".to_owned(),
            ..crate::page::Link::default()
        }],
        ..crate::page::PageFacts::default()
    };
    crate::judge_by_rules(&facts).level
}

#[test]
fn a_desk_without_a_name_needs_less_of_a_story() {
    let refund = "Read this code to our agent for your refund.";
    let all = format!("{refund} Start cancellation, press Accept.");
    assert_eq!(desk("Live help", &all), Level::Danger);
    assert_eq!(desk("Live help | Harbour Lane", &all), Level::None);
    // A helpdesk that forgot its name may have one word of a refund.
    let word = "Read this code to our agent. Cancel the membership in writing.";
    assert_eq!(desk("Live help", word), Level::Caution);
    let no_step = "Cancel the membership in writing.";
    assert_eq!(desk("Live help", no_step), Level::None);
    // Of Prime it has none.
    assert_eq!(
        desk("Live help", "Cancel your Prime membership."),
        Level::Caution
    );
}

#[test]
fn a_session_beside_the_bank_is_part_of_the_story() {
    let bank = "Read this code to our agent. Your banking app shows the rest.";
    assert_eq!(desk("Live help", bank), Level::Danger);
    // A bank's own desk says whose it is.
    assert_eq!(desk("Live help | Harbour Lane", bank), Level::None);
    let posing =
        "Amazon Prime. Read this code to our agent, press Accept. Your banking app shows the rest.";
    assert!(desk("Live help | Harbour Lane", posing) >= Level::Caution);
}
