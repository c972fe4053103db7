use super::*;
use proptest::prelude::*;
use serde_json::json;

const NOON: u64 = 1_700_000_000_000;
const MINUTE: u64 = 60_000;

fn event(at: u64, what: What) -> Event {
    Event {
        at,
        what,
        tool: Some("anydesk".into()),
        host: Some("anydesk.com".into()),
    }
}

fn after(minutes: u64, what: What) -> Option<Threat> {
    let mut journey = Journey::default();
    journey.record(event(NOON, what));
    journey.money_risk("www.barclays.co.uk", NOON + minutes * MINUTE)
}

#[test]
fn a_bank_soon_after_a_download_or_session_is_danger() {
    let threat = after(30, What::Download).expect("a threat");
    assert_eq!(threat.level, Level::Danger);
    assert_eq!(threat.tool.as_deref(), Some("anydesk"));
    assert!(threat.evidence[0].contains("AnyDesk, 30 min"));
    assert!(after(120, What::Session).is_some());
}

#[test]
fn later_or_after_only_looking_it_is_a_caution() {
    for (minutes, what) in [
        (121, What::Session),
        (24 * 60, What::Download),
        (1, What::ToolPage),
        (120, What::Passed),
    ] {
        let level = after(minutes, what).map(|threat| threat.level);
        assert_eq!(level, Some(Level::Caution), "{what:?}");
    }
    assert_eq!(after(24 * 60 + 1, What::Session), None);
    assert_eq!(after(121, What::ToolPage), None);
    assert_eq!(after(121, What::Passed), None);
}

#[test]
fn only_where_money_can_be_lost() {
    let mut journey = Journey::default();
    journey.record(event(NOON, What::Download));
    assert_eq!(journey.money_risk("news.example", NOON), None);
    assert_eq!(journey.money_risk("", NOON), None);
    assert_eq!(journey.money_risk("www.gov.uk", NOON), None);
    assert!(journey.money_risk("www.amazon.co.uk", NOON).is_some());
}

#[test]
fn a_clock_set_back_hides_nothing() {
    let mut journey = Journey::default();
    journey.record(event(NOON, What::Download));
    journey.record(event(NOON - 60 * MINUTE, What::ToolPage));
    assert!(
        journey
            .money_risk("barclays.co.uk", NOON - 50 * MINUTE)
            .is_some()
    );
    assert_eq!(journey.newest_first().len(), 2);
}

#[test]
fn an_unreadable_event_takes_no_other_with_it() {
    let mut journey = Journey::default();
    journey.record(event(NOON, What::Session));
    let mut stored = serde_json::to_value(&journey).expect("JSON");
    let events = stored.as_array_mut().expect("a list");
    events.insert(0, json!({"at": NOON, "what": "of-a-later-version"}));
    events.push(json!({"at": -1.5, "what": "session"}));
    events.push(json!("\u{0}"));
    let read: Journey = serde_json::from_value(stored).expect("a journey");
    assert_eq!(read, journey);
    for none in [json!(null), json!(7), json!({"events": []})] {
        assert!(serde_json::from_value::<Journey>(none).is_err());
    }
}

#[test]
fn the_old_the_same_and_the_surplus_are_dropped() {
    let mut journey = Journey::default();
    journey.record(event(NOON, What::Download));
    journey.record(event(NOON + 10, What::Download));
    assert_eq!(journey.clone().newest_first().len(), 1);
    journey.record(event(NOON + KEPT_MS + 11, What::Session));
    assert_eq!(journey.clone().newest_first().len(), 1);
    for n in 0..300 {
        journey.record(event(NOON + KEPT_MS + n * 2 * MINUTE, What::ToolPage));
    }
    assert_eq!(journey.newest_first().len(), MOST);
}

#[test]
fn a_caution_is_said_once_a_site_and_sign() {
    let mut journey = Journey::default();
    journey.record(event(NOON, What::ToolPage));
    let risk = |journey: &Journey, host| journey.money_risk(host, NOON + MINUTE);
    assert!(risk(&journey, "www.barclays.co.uk").is_some());
    let paused = Event {
        host: Some("www.barclays.co.uk".into()),
        ..event(NOON - 60 * MINUTE, What::Paused)
    };
    journey.record(paused);
    assert_eq!(risk(&journey, "bank.barclays.co.uk"), None);
    assert!(risk(&journey, "www.monzo.com").is_some());
    journey.record(Event {
        tool: Some("teamviewer".into()),
        ..event(NOON, What::ToolPage)
    });
    assert!(risk(&journey, "bank.barclays.co.uk").is_some());
    // A shop is no bank.
    assert_eq!(risk(&journey, "www.amazon.co.uk"), None);
}

#[test]
fn a_warning_passed_at_a_bank_is_no_sign_for_the_next() {
    let mut journey = Journey::default();
    journey.record(Event {
        host: Some("www.barclays.co.uk".into()),
        ..event(NOON, What::Passed)
    });
    assert_eq!(journey.money_risk("www.monzo.com", NOON), None);
}

/// Any event, with the clock anywhere.
fn any_event() -> impl Strategy<Value = Event> {
    let what = prop::sample::select(vec![
        What::ToolPage,
        What::Download,
        What::Session,
        What::Passed,
        What::Paused,
    ]);
    let at = prop_oneof![Just(0), Just(u64::MAX), NOON - KEPT_MS..NOON + KEPT_MS];
    let host = prop::sample::select(vec!["x.example", "www.barclays.co.uk", "", "\u{0}"]);
    (what, at, host).prop_map(|(what, at, host)| Event {
        at,
        what,
        tool: None,
        host: Some(host.to_owned()),
    })
}

proptest! {
    /// Whatever happened in whatever order, and however the clock jumped: who has
    /// just let someone in is warned at every bank, nothing grows without end, and
    /// what is stored is read again as it was.
    #[test]
    fn no_order_of_events_and_no_clock_hides_a_session(
        before in prop::collection::vec(any_event(), 0..60),
        after in prop::collection::vec(any_event(), 0..20),
        now in prop_oneof![Just(0), Just(u64::MAX), Just(NOON)],
    ) {
        let mut journey = Journey::default();
        before.into_iter().for_each(|event| journey.record(event));
        journey.record(event(now, What::Session));
        for later in after {
            // By a clock that goes on or back by less than is remembered.
            let jump = later.at % KEPT_MS;
            let at = match jump % 2 {
                0 => now.saturating_add(jump),
                _ => now.saturating_sub(jump),
            };
            journey.record(Event { at, ..later });
        }
        let threat = journey.money_risk("www.barclays.co.uk", now);
        prop_assert_eq!(threat.map(|threat| threat.level), Some(Level::Danger));
        prop_assert_eq!(journey.money_risk("news.example", now), None);
        let stored = serde_json::to_value(&journey).expect("JSON");
        let read: Journey = serde_json::from_value(stored).expect("a journey");
        prop_assert_eq!(&read, &journey);
        prop_assert!(journey.newest_first().len() <= MOST);
    }
}
