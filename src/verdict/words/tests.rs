//! Which words a verdict is given.

use super::*;
use crate::verdict::Threat;

fn verdict(kind: Kind, level: Level, brand: Option<&str>, tool: Option<&str>) -> Verdict {
    Verdict {
        level,
        threats: vec![Threat {
            kind,
            level,
            brand: brand.map(str::to_owned),
            tool: tool.map(str::to_owned),
            evidence: vec!["Refund department".to_owned()],
        }],
    }
}

fn ids(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.id.as_str()).collect()
}

#[test]
fn says_nothing_below_caution() {
    let quiet = verdict(Kind::LookAlikeHost, Level::Notice, Some("amazon"), None);
    assert_eq!(warning(&quiet, "amazom.example", None), None);
    assert_eq!(warning(&Verdict::default(), "a.example", None), None);
}

#[test]
fn a_fake_payment_gives_both_rules_of_the_brand() {
    let verdict = verdict(Kind::FakeBrandPayment, Level::Danger, Some("amazon"), None);
    let warning = warning(&verdict, "refund.example", None).expect("a warning");
    assert_eq!(warning.headline, text("headline_pay", []));
    assert_eq!(
        ids(&warning.reasons),
        [
            "why_not_brand",
            "why_brand_access",
            "why_brand_pay",
            "why_ignore"
        ]
    );
    assert_eq!(warning.reasons[0].args, ["Amazon", "refund.example"]);
    assert_eq!(warning.evidence, ["Refund department"]);
}

#[test]
fn a_pushed_tool_is_named_when_known() {
    let known = verdict(Kind::RemoteToolPush, Level::Danger, None, Some("anydesk"));
    let warned = warning(&known, "help.example", None).expect("a warning");
    assert_eq!(warned.headline, text("headline_tool", ["AnyDesk"]));
    let unknown = verdict(Kind::RemoteToolPush, Level::Danger, None, None);
    let warned = warning(&unknown, "help.example", None).expect("a warning");
    assert_eq!(warned.headline, text("headline_file", []));
    assert_eq!(warned.reasons[0], text("why_file", []));
}

#[test]
fn a_vendor_is_not_called_a_thief() {
    let verdict = verdict(
        Kind::RemoteToolVendor,
        Level::Caution,
        None,
        Some("anydesk"),
    );
    let warning = warning(&verdict, "anydesk.com", None).expect("a warning");
    assert_eq!(warning.headline.id, "headline_wait_caller");
    assert_eq!(ids(&warning.reasons), ["why_tool_real", "why_own_wish"]);
}

#[test]
fn the_brand_of_another_threat_is_named() {
    let mut both = verdict(Kind::RemoteToolPush, Level::Danger, None, Some("anydesk"));
    let brand = verdict(Kind::FakeBrandContact, Level::Danger, Some("amazon"), None);
    both.threats.extend(brand.threats);
    let warning = warning(&both, "help.example", None).expect("a warning");
    assert_eq!(warning.brand.as_deref(), Some("Amazon"));
    assert!(ids(&warning.reasons).contains(&"why_brand_access"));
}

#[test]
fn a_call_in_nobodys_name_is_told_of_without_a_card() {
    for (level, headline) in [
        (Level::Caution, "headline_wait_page"),
        (Level::Danger, "headline_phone"),
    ] {
        let verdict = verdict(Kind::FakeBrandContact, level, None, None);
        let warning = warning(&verdict, "desk.example", None).expect("a warning");
        assert_eq!(warning.headline.id, headline);
        assert_eq!(ids(&warning.reasons)[..2], ["why_told", "why_told_access"]);
    }
}
