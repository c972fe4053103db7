//! Pages that no honest site serves.

use ringfence::page::{html, limits};
use ringfence::verdict::{Level, Verdict};

use crate::{URL, scan};

#[track_caller]
fn level_of(page: &[u8]) -> Level {
    let output = scan(URL, page);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{:?}: {said}", output.status);
    let verdict: Verdict = serde_json::from_slice(&output.stdout).expect("a verdict");
    verdict.level
}

#[test]
fn an_empty_page() {
    assert_eq!(level_of(b""), Level::None);
}

#[test]
fn fifty_megabytes() {
    let words = b"<p>Nothing of note stands here, over and over. ";
    assert_eq!(
        level_of(&words.repeat(50_000_000 / words.len())),
        Level::None
    );
}

#[test]
fn two_hundred_thousand_elements() {
    assert_eq!(level_of(&b"<i>a</i><br>".repeat(100_000)), Level::None);
}

#[test]
fn a_hundred_thousand_deep() {
    const DEEP: usize = 100_000;
    for (open, close) in [("<div>", "</div>"), ("<b><i>", ""), ("<table><td>", "")] {
        let page = open.repeat(DEEP) + "deep" + &close.repeat(DEEP);
        assert_eq!(level_of(page.as_bytes()), Level::None, "{open}");
    }
}

#[test]
fn two_thousand_frames_in_each_other() {
    let mut page = String::from("<p>deep");
    for depth in 0..2000 {
        // Escaping each level again would grow the page without bound.
        page = match depth < 12 {
            true => format!(
                "<iframe srcdoc=\"{}\"></iframe>",
                page.replace('&', "&amp;").replace('"', "&quot;")
            ),
            false => format!("<iframe src=\"https://f{depth}.example/\">{page}</iframe>"),
        };
    }
    assert_eq!(level_of(page.as_bytes()), Level::None);
}

#[test]
fn bytes_that_are_no_text() {
    let all: Vec<u8> = (0..=255).cycle().take(200_000).collect();
    for page in [
        all.as_slice(),
        &[0; 10_000],
        &[0xFF; 10_000],
        b"\xEF\xBB\xBF<p>\xC3\x28\0\0",
    ] {
        assert_eq!(level_of(page), Level::None);
    }
}

#[test]
fn odd_addresses_are_judged() {
    let long = format!("https://a.example/{}", "x".repeat(100_000));
    for url in [
        "data:text/html,x",
        "about:blank",
        "https://127.0.0.1:8/",
        "https://[::1]/",
        &long,
    ] {
        for facts in html::collect(b"<p>Hello", url) {
            assert_eq!(ringfence::judge(&facts).level, Level::None, "{url:.40}");
        }
    }
}

/// Found by fuzzing: a number to dial with a page behind it.
#[test]
fn evidence_stays_short() {
    let long = "x".repeat(3 * limits::EVIDENCE);
    let page = format!(
        "<title>Amazon Prime</title><h1>Cancel your Amazon Prime subscription</h1>\
         <p>Call us now: <a href='tel:+448081570192{long}'>x</a>"
    );
    let mut seen = 0;
    for facts in html::collect(page.as_bytes(), URL) {
        for evidence in ringfence::judge(&facts)
            .threats
            .iter()
            .flat_map(|threat| &threat.evidence)
        {
            seen += 1;
            assert!(evidence.chars().count() <= limits::EVIDENCE, "{evidence}");
        }
    }
    assert!(seen > 1, "{seen}");
}
