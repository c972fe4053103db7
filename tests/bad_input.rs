//! Input that no honest page or caller gives: what comes out is a verdict or a
//! clear error, within bounded time and memory, and never a panic.

#![allow(missing_docs)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use ringfence::message::ToBackground;
use ringfence::page::{PageFacts, html};
use ringfence::verdict::{Level, Verdict};
use serde_json::json;

const URL: &str = "https://bad.example/";
/// Seconds of processor time that the command may take: far above what any of
/// these takes in a debug build, and no matter how busy the machine is.
const SECONDS: u32 = 60;
/// KiB of address space that the command may take, the page of 50 MB included.
const MEMORY: u32 = 2 * 1024 * 1024;

/// `ringfence scan --json` on `page`, within bounded memory and time.
fn scan(url: &str, page: &[u8]) -> Output {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$0\" \"$@\""
        ))
        .args([
            env!("CARGO_BIN_EXE_ringfence"),
            "scan",
            "--json",
            "--url",
            url,
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("a pipe");
    // It may refuse the address before it has read the page.
    input.write_all(page).ok();
    drop(input);
    child.wait_with_output().expect("the command ends")
}

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
fn two_thousand_deep() {
    for (open, close) in [("<div>", "</div>"), ("<b><i>", ""), ("<table><td>", "")] {
        let page = open.repeat(2000) + "deep" + &close.repeat(2000);
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
fn an_address_that_is_none() {
    for url in [
        "",
        "no address",
        "http://",
        "https://[::1",
        "//half",
        "\u{202e}",
    ] {
        let output = scan(url, b"<p>Hello");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{url:?}: {said}");
        assert!(said.starts_with("ringfence: not an address"), "{said}");
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

/// One facts message with `member` set to `value`, as the background gets it.
fn message(member: &str, value: serde_json::Value) -> String {
    json!({"type": "facts", "document": "d1", "facts": {member: value}}).to_string()
}

#[test]
fn messages_of_wrong_types_are_refused() {
    for member in [
        "url",
        "text",
        "headings",
        "forms",
        "fields",
        "links",
        "media",
        "api",
        "truncated",
    ] {
        let text = message(member, json!({"a": [7]}));
        if let Ok(ToBackground::Facts { facts, .. }) = serde_json::from_str(&text) {
            // An object without a known member is an empty one: no harm.
            assert_eq!(*facts, PageFacts::default(), "{member}");
        }
        assert!(
            serde_json::from_str::<ToBackground>(&message(member, json!(-1.5))).is_err(),
            "{member}"
        );
    }
    for text in [
        "",
        "null",
        "[]",
        "7",
        "{}",
        "{\"type\":7}",
        "{\"type\":\"none-such\"}",
        "{\"type\":\"facts\"}",
        "{\"type\":\"facts\",\"facts\":",
    ] {
        assert!(
            serde_json::from_str::<ToBackground>(text).is_err(),
            "{text}"
        );
    }
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(serde_json::from_str::<ToBackground>(&deep).is_err());
}

/// Bytes of the largest facts: 40 forms with 200 fields of three strings each.
const LARGEST: usize = 12_000_000;

#[test]
fn absurd_counts_are_cut_and_judged() {
    let word = "amazon sign in \u{200b}\u{202e}\0".repeat(20);
    let field = json!({"type": word, "name": word, "label": word, "maxlength": u32::MAX});
    let form =
        json!({"action": word, "fields": vec![field.clone(); 250], "buttons": vec![&word; 300]});
    for (member, value) in [
        ("text", json!("ａ\u{0301}".repeat(500_000))),
        ("headings", json!(vec![&word; 5_000])),
        ("fields", json!(vec![field; 5_000])),
        ("forms", json!(vec![form; 60])),
        (
            "links",
            json!(vec![json!({"href": word, "text": word}); 5_000]),
        ),
        ("idents", json!(vec![&word; 5_000])),
        ("comments", json!(vec![&word; 5_000])),
    ] {
        let parsed = serde_json::from_str(&message(member, value)).expect("a message");
        let ToBackground::Facts { facts, .. } = parsed else {
            panic!("{member}: another message");
        };
        ringfence::judge(&facts);
        assert!(
            serde_json::to_string(&facts).expect("JSON").len() < LARGEST,
            "{member}"
        );
    }
}
