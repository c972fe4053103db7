//! Messages that no collector sends.

use ringfence::message::ToBackground;
use ringfence::page::PageFacts;
use serde_json::json;

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
