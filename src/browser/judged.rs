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
use super::{frames, managed, tabs, toolbar, watch, ways};
use crate::arrival::Says;
use crate::catalogue::{Found, tool_for_url};
use crate::journey::{Event, Journey, What};
use crate::message::{Here, ToContent, Warning};
use crate::page::{Address, FrameKind, PageFacts};
use crate::settings::{KEYS, Settings};
use crate::tab::{Fate, Passed, TabState};
use crate::verdict::{Kind, Level, Threat, Verdict, words};

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

    /// Takes a remote tool's page, or a pause that is asked for, into the journey;
    /// whether there was any.
    fn record(&mut self, url: &Address, verdict: &Verdict) -> bool {
        let pauses = |threat: &Threat| {
            threat.kind == Kind::RemoteSessionMoney && threat.level == Level::Caution
        };
        if verdict.threats.iter().any(pauses) {
            self.journey.record(Event {
                at: Date::now() as u64,
                what: What::Paused,
                tool: None,
                host: Some(url.host.clone().into_owned()),
            });
            return true;
        }
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

/// A document was judged.
pub struct Report {
    /// The tab it stands in.
    pub tab: i32,
    /// Whether that is a private one.
    pub incognito: bool,
    /// The browser's number of its frame; `None` of one that fills the window.
    pub frame: Option<i64>,
    /// The document's random name.
    pub document: String,
    /// What is to be said of it.
    pub verdict: Verdict,
    /// What it says of what arrives from it.
    pub says: Says,
}

/// What came of it.
pub enum Shown {
    /// Nothing is to be done in the document that was judged (over the page around
    /// it a warning may stand).
    Nothing,
    /// The warning over this page.
    Here(Box<Warning>),
    /// Its frame is to empty itself.
    EmptyFrame,
}

/// What to show in the document that was judged. A frame's threat is shown over the
/// whole page, unless that is another's who has nothing to do with it.
pub async fn judged(report: Report, facts: &PageFacts) -> Result<Shown, JsValue> {
    let Report { tab, says, .. } = report;
    let is_top = facts.frame == FrameKind::Top;
    let here = if is_top {
        Here {
            document: report.document.clone(),
            url: facts.url.clone(),
            stalled: 0.0,
        }
    } else {
        let host = Address::parse(&facts.url).host;
        let verdict = Memory::of(tab).await.on(&host, report.verdict.clone());
        let is_quiet = verdict.level < Level::Caution && facts.api.dialogs == 0;
        if is_quiet && says == Says::Nothing {
            return Ok(Shown::Nothing);
        }
        let here = tabs::tell(tab, &ToContent::Here).await?;
        if let Some(shown) = in_its_frame(&report, facts, &here, &verdict).await? {
            return Ok(shown);
        }
        here
    };
    let state = heard(&report, facts, &here).await;
    let Some(warning) = state.to_show().cloned().map(Box::new) else {
        return Ok(Shown::Nothing);
    };
    if state.reloads() {
        ways::escalate(tab).await?;
    }
    if warning.level == Level::Danger {
        watch::begin(tab, state.document);
    }
    if is_top {
        return Ok(Shown::Here(warning));
    }
    tabs::tell::<Here>(tab, &ToContent::Warn { warning }).await?;
    Ok(Shown::Nothing)
}

/// What is shown of a threat that a frame keeps for itself; `None` when it is the
/// page's.
async fn in_its_frame(
    report: &Report,
    facts: &PageFacts,
    here: &Here,
    verdict: &Verdict,
) -> Result<Option<Shown>, JsValue> {
    let Some(number) = report.frame.filter(|_| verdict.level >= Level::Caution) else {
        return Ok(None);
    };
    let url = match facts.url.starts_with("http") {
        true => &facts.url,
        false => &facts.base_url,
    };
    let frame = frames::Frame {
        number,
        document: report.document.clone(),
        url: url.clone(),
    };
    Ok(
        match frames::judged(report.tab, &frame, here, verdict).await? {
            Fate::WholePage => None,
            Fate::Stays => Some(Shown::Nothing),
            Fate::Taken => {
                let warning = words::warning(verdict, &Address::parse(url).host, None);
                frames::see_that_it_goes(report.tab, frame, warning.map(Box::new));
                Some(Shown::EmptyFrame)
            }
        },
    )
}

/// Takes a verdict of `here` or of one of its frames into the tab's state.
async fn heard(report: &Report, facts: &PageFacts, here: &Here) -> TabState {
    let tab = report.tab;
    let writing = store::writer().await;
    let mut memory = Memory::of(tab).await;
    let url = Address::parse(&facts.url);
    let verdict = memory.on(&url.host, report.verdict.clone());
    let recorded = !report.incognito && memory.record(&url, &verdict);
    let trusted = memory.settings.trusted.clone();
    let state = &mut memory.state;
    state.enter(&here.document, &here.url, Date::now());
    state.hear(verdict, &memory.passed, |verdict| {
        words::warning(verdict, &url.host, trusted.clone())
    });
    state.dialogs |= facts.api.dialogs > 0;
    state.says = state.says.max(report.says);
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
