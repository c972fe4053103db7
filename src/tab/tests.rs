use super::*;
use crate::verdict::{Kind, Threat, words};

const PAGE: &str = "https://www.shop.example/a";

fn threat(kind: Kind, level: Level, brand: Option<&str>, tool: Option<&str>) -> Threat {
    Threat {
        kind,
        level,
        brand: brand.map(str::to_owned),
        tool: tool.map(str::to_owned),
        evidence: Vec::new(),
    }
}

fn tool(level: Level, tool: &str) -> Threat {
    threat(Kind::RemoteToolVendor, level, None, Some(tool))
}

fn payment(level: Level) -> Threat {
    threat(Kind::FakeBrandPayment, level, Some("amazon"), None)
}

/// What a tab shows of each of these, one after the other, when the person
/// passes all that is shown.
fn shown(url: &str, passed: &mut Vec<Passed>, all: &[&[Threat]]) -> Vec<Option<Level>> {
    let mut state = TabState::default();
    state.enter("a", url, 0.0);
    let shows = |threats: &&[Threat]| {
        let verdict = Verdict::of(threats.to_vec());
        state.hear(verdict, passed, |verdict| {
            words::warning(verdict, "shop.example", None)
        });
        let level = state.to_show().map(|warning| warning.level);
        if level.is_some() {
            passed.extend(Passed::all(url, &state.verdict));
            state.passed = true;
        }
        level
    };
    all.iter().map(shows).collect()
}

#[test]
fn a_pass_is_for_what_was_seen() {
    let (caution, danger) = (Level::Caution, Level::Danger);
    let passed = &mut Vec::new();
    let all: [&[Threat]; 7] = [
        &[tool(caution, "anydesk")],
        &[tool(caution, "anydesk")],
        &[tool(caution, "teamviewer"), tool(caution, "anydesk")],
        &[tool(danger, "anydesk")],
        &[payment(caution), tool(danger, "anydesk")],
        &[payment(danger)],
        &[payment(caution), tool(caution, "teamviewer")],
    ];
    let new = [
        Some(caution),
        None,
        Some(caution),
        Some(danger),
        Some(caution),
        Some(danger),
        None,
    ];
    assert_eq!(shown(PAGE, passed, &all), new);
    // The same in another document and on another host of the site.
    for url in [PAGE, "https://shop.example/b"] {
        assert_eq!(shown(url, passed, &all), [None; 7], "{url}");
    }
    let elsewhere = shown("https://other.example/", passed, &all);
    assert_eq!(elsewhere, new);
}

#[test]
fn within_a_document_a_level_only_rises() {
    let mut state = TabState::default();
    for (threat, level) in [
        (tool(Level::Caution, "anydesk"), Level::Caution),
        (payment(Level::Danger), Level::Danger),
        (tool(Level::Caution, "teamviewer"), Level::Danger),
    ] {
        let verdict = Verdict::of(vec![threat]);
        state.hear(verdict, &[], |verdict| {
            words::warning(verdict, "shop.example", None)
        });
        assert_eq!(state.to_show().map(|warning| warning.level), Some(level));
        assert_eq!(state.level(), level);
    }
}

#[test]
fn the_toolbar_tells_of_what_was_passed_as_of_a_notice() {
    let verdict = Verdict::of(vec![payment(Level::Danger)]);
    let mut state = TabState::default();
    let passed: Vec<Passed> = Passed::all(PAGE, &verdict).collect();
    state.enter("a", PAGE, 0.0);
    state.hear(verdict, &passed, |verdict| {
        words::warning(verdict, "shop.example", None)
    });
    assert!(state.passed && state.to_show().is_none());
    assert_eq!(state.level(), Level::Notice);
}

/// Whether the last of these documents (host and the time when it came), all of
/// them dangers, is one of a page that reloads.
fn reloads(documents: &[(&str, f64)]) -> bool {
    let mut state = TabState::default();
    for (n, (host, at)) in documents.iter().enumerate() {
        state.enter(&n.to_string(), &format!("https://{host}/{n}"), *at);
        let verdict = Verdict::of(vec![payment(Level::Danger)]);
        state.hear(verdict, &[], |verdict| words::warning(verdict, host, None));
    }
    state.reloads()
}

#[test]
fn a_page_that_loads_itself_again_and_again_fights() {
    let every = |ms: f64, hosts: [&'static str; 5]| {
        let mut times = (0..).map(f64::from).map(|n| n * ms);
        hosts.map(|host| (host, times.next().unwrap_or_default()))
    };
    let same = [
        "a.shop.example",
        "b.shop.example",
        "shop.example",
        "shop.example",
        "shop.example",
    ];
    assert!(reloads(&every(200.0, same)));
    assert!(!reloads(&every(200.0, same)[..4]));
    assert!(!reloads(&every(5_000.0, same)));
    let others = [
        "a.example",
        "b.example",
        "c.example",
        "d.example",
        "e.example",
    ];
    assert!(!reloads(&every(200.0, others)));
}
