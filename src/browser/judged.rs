//! From a verdict to what is shown: adds what is remembered, remembers it, and
//! answers before anything is written, because a person is waiting.

use futures_util::future::join;
use futures_util::lock::MutexGuard;
use gloo::console::error;
use js_sys::Date;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::passed::PASSED;
use super::store::{self, Area, JOURNEY, read_all, value, write};
use super::{managed, tabs, toolbar, watch, ways};
use crate::arrival::Says;
use crate::catalogue::{Found, tool_for_url};
use crate::journey::{Event, Journey, What};
use crate::message::{Here, ToContent, Warning};
use crate::page::{Address, FrameKind, PageFacts};
use crate::settings::{KEYS, Settings};
use crate::tab::{Passed, TabState};
use crate::verdict::{Kind, Level, Verdict, words};

/// What is remembered and bears on a verdict.
struct Memory {
    settings: Settings,
    journey: Journey,
    state: TabState,
    passed: Vec<Passed>,
}

impl Memory {
    /// Reads it all in one round trip.
    async fn of(tab: i32) -> Self {
        let key = tabs::key(tab);
        let (local, session) = join(
            read_all(Area::Local, &[&KEYS[..], &[JOURNEY]].concat()),
            read_all(Area::Session, &[&key, PASSED, managed::KEY]),
        )
        .await;
        Self {
            settings: store::settings_in(&local, &session).await.settings,
            journey: value(&local, JOURNEY),
            state: value(&session, &key),
            passed: value(&session, PASSED),
        }
    }

    /// The verdict in the light of the last hours and of the settings.
    fn on(&self, host: &str, mut verdict: Verdict) -> Verdict {
        verdict.threats.retain(|threat| {
            let is_for_work = || self.settings.is_for_work(threat.tool.as_deref(), host);
            threat.kind != Kind::RemoteToolVendor || !is_for_work()
        });
        let risk = self.journey.money_risk(host, Date::now() as u64);
        verdict.threats.extend(risk);
        Verdict::of(verdict.threats)
    }

    /// Takes a remote tool's page into the journey; whether there was any.
    fn record(&mut self, url: &Address, verdict: &Verdict) -> bool {
        let kinds = [Kind::RemoteToolPush, Kind::RemoteToolVendor];
        let mut threats = verdict.threats.iter();
        let Some(threat) = threats.find(|threat| kinds.contains(&threat.kind)) else {
            return false;
        };
        let what = match tool_for_url(url) {
            Some((_, Found::Session)) => What::Session,
            _ => What::ToolPage,
        };
        self.journey.record(Event {
            at: Date::now() as u64,
            what,
            tool: threat.tool.clone(),
            host: Some(url.host.clone().into_owned()),
        });
        true
    }
}

/// A document was judged: what to show in the frame that asked (a frame's
/// threat is shown over the whole page).
pub async fn judged(
    tab: i32,
    incognito: bool,
    facts: &PageFacts,
    document: String,
    (verdict, says): (Verdict, Says),
) -> Result<Option<Box<Warning>>, JsValue> {
    let is_top = facts.frame == FrameKind::Top;
    let here = if is_top {
        let url = facts.url.clone();
        Here {
            document,
            url,
            stalled: 0.0,
        }
    } else {
        let host = Address::parse(&facts.url).host;
        let level = Memory::of(tab).await.on(&host, verdict.clone()).level;
        if level < Level::Caution && facts.api.dialogs == 0 && says == Says::Nothing {
            return Ok(None);
        }
        tabs::tell(tab, &ToContent::Here).await?
    };
    let state = heard(tab, incognito, facts, &here, (verdict, says)).await;
    let Some(warning) = state.to_show().cloned().map(Box::new) else {
        return Ok(None);
    };
    if state.reloads() {
        ways::escalate(tab).await?;
    }
    if warning.level == Level::Danger {
        watch::begin(tab, state.document);
    }
    if is_top {
        return Ok(Some(warning));
    }
    tabs::tell::<Here>(tab, &ToContent::Warn { warning }).await?;
    Ok(None)
}

/// Takes a verdict of `here` or of one of its frames into the tab's state.
async fn heard(
    tab: i32,
    incognito: bool,
    facts: &PageFacts,
    here: &Here,
    (verdict, says): (Verdict, Says),
) -> TabState {
    let writing = store::writer().await;
    let mut memory = Memory::of(tab).await;
    let url = Address::parse(&facts.url);
    let verdict = memory.on(&url.host, verdict);
    let recorded = !incognito && memory.record(&url, &verdict);
    let trusted = memory.settings.trusted.clone();
    let state = &mut memory.state;
    state.enter(&here.document, &here.url, Date::now());
    state.hear(verdict, &memory.passed, |verdict| {
        words::warning(verdict, &url.host, trusted.clone())
    });
    state.dialogs |= facts.api.dialogs > 0;
    state.says = state.says.max(says);
    let state = memory.state.clone();
    spawn_local(async move {
        if let Err(reason) = keep(tab, memory, recorded, writing).await {
            error!("Ringfence could not remember a verdict:", reason);
        }
    });
    state
}

/// Writes down what changed and tells the toolbar.
async fn keep(
    tab: i32,
    memory: Memory,
    recorded: bool,
    writing: MutexGuard<'static, ()>,
) -> Result<(), JsValue> {
    let kept = write(Area::Session, &tabs::key(tab), &memory.state).await;
    let recorded = match recorded {
        true => write(Area::Local, JOURNEY, &memory.journey).await,
        false => Ok(()),
    };
    drop(writing);
    // Also when the disk is full: the toolbar needs none.
    toolbar::show(tab, memory.state.level()).await?;
    kept.and(recorded)
}
