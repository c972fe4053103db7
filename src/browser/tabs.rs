//! What is shown over a tab, and the ways out of it.

use gloo::timers::future::TimeoutFuture;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::api::{self, object};
use super::store::{self, Area, read, write};
use crate::journey::What;
use crate::message::{Here, Reply, ToContent, Warning};
use crate::page::Address;
use crate::settings;
use crate::tab::TabState;
use crate::verdict::{Kind, Level, Threat, Verdict, words};

/// How long a tab may take to arrive at our warning page before we open one of
/// our own and close it, in milliseconds (a page that answers is left in a
/// third of this).
const ARRIVAL_MS: u32 = 1_000;
/// How long a page's content scripts get to hear that we leave, in
/// milliseconds. Their answer is not waited for: a page in a loop gives none.
const HEAR_MS: u32 = 30;

/// A site whose warning the person passed, until the browser is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    site: String,
    kind: Kind,
}

/// Key of the list of [`Passed`].
pub const PASSED: &str = "passed";

impl Passed {
    /// What a pass of the warning that stands in a tab is remembered as.
    pub fn of(state: &TabState) -> Option<Self> {
        let kind = state.warning.as_deref()?.kind;
        let site = site(&state.url);
        Some(Self { site, kind })
    }
}

/// Key of a tab's state.
pub fn key(tab: i32) -> String {
    format!("{TAB}{tab}")
}

/// What the keys of tabs begin with.
const TAB: &str = "tab:";

/// The site that a pass holds for: the registrable domain, or the whole host.
fn site(url: &str) -> String {
    let host = Address::parse(url).host;
    crate::host::registrable(&host).unwrap_or(&host).to_owned()
}

/// Reads what is remembered of a tab, once whoever is writing has written.
pub async fn state(tab: i32) -> TabState {
    let _writing = store::writer().await;
    read(Area::Session, &key(tab)).await
}

/// The tab that the person sees: in front of the window they used last.
pub async fn in_front() -> Result<Option<i32>, JsValue> {
    #[derive(Deserialize)]
    struct Tab {
        id: i32,
    }
    let query = object! { "active": true, "lastFocusedWindow": true };
    let tabs: Vec<Tab> = serde_wasm_bindgen::from_value(api::tab_query(&query).await?)?;
    Ok(tabs.first().map(|tab| tab.id))
}

/// Tabs over which a danger stands, by what is remembered: a page of no
/// interest that came since is not.
pub async fn in_danger() -> Vec<(i32, TabState)> {
    let session = store::read_everything(Area::Session).await;
    let tabs = session.keys().filter_map(|key| {
        let tab = key.strip_prefix(TAB)?.parse().ok()?;
        let state: TabState = store::value(&session, key);
        let stands = state.to_show()?.level == Level::Danger;
        stands.then_some((tab, state))
    });
    tabs.collect()
}

/// Changes what is remembered of a tab; what it is then.
async fn change(tab: i32, change: impl FnOnce(&mut TabState)) -> Result<TabState, JsValue> {
    let _writing = store::writer().await;
    let mut state = read(Area::Session, &key(tab)).await;
    change(&mut state);
    write(Area::Session, &key(tab), &state).await?;
    Ok(state)
}

/// Says something to the tab's top frame and hears its answer.
pub async fn tell<T: DeserializeOwned>(tab: i32, what: &ToContent) -> Result<T, JsValue> {
    let answer = api::tab_send(tab, &api::to_js(what)?, &object! { "frameId": 0 }).await?;
    Ok(serde_wasm_bindgen::from_value(answer)?)
}

/// Says something to every frame and does not wait: a page that lets nothing
/// run would never answer.
pub fn tell_all(tab: i32, what: ToContent) {
    spawn_local(async move {
        if let Ok(message) = api::to_js(&what) {
            api::tab_send(tab, &message, &object! {}).await.ok();
        }
    });
}

/// For the popup and the warning page: what is known of a tab.
pub async fn describe(tab: i32) -> Result<Reply, JsValue> {
    let mut state = state(tab).await;
    match tell::<Here>(tab, &ToContent::Here).await {
        // The record may be of the page that stood here before.
        Ok(here) => state.enter(&here.document, &here.url),
        // No content script stands in our own warning page: it is what asks.
        Err(_) if state.escalated => state = change(tab, |state| state.arrived = true).await?,
        Err(_) => state = TabState::default(),
    }
    Ok(Reply::Tab {
        host: Address::parse(&state.url).host.into_owned(),
        verdict: state.verdict,
        warning: state.warning,
        passed: state.passed,
    })
}

/// Our warning page in the tab `new` stands for the page in `old`, whose tab
/// was closed because it resisted: it takes over what is known of it.
pub async fn adopt(old: i32, new: i32) -> Result<bool, JsValue> {
    let state = state(old).await;
    let resisted = state.escalated && !state.arrived && old != new;
    if resisted {
        write(Area::Session, &key(new), &state).await?;
        api::session_remove(&key(old)).await?;
    }
    Ok(resisted)
}

/// A link to a remote tool was clicked and held back: what to say.
pub async fn clicked(
    tab: i32,
    url: &str,
    threat: Option<Threat>,
) -> Result<Option<Box<Warning>>, JsValue> {
    let settings = store::settings().await.settings;
    let host = Address::parse(url).host;
    let is_wanted = |threat: &Threat| !settings.is_for_work(threat.tool.as_deref(), &host);
    let Some(threat) = threat.filter(is_wanted) else {
        return Ok(None);
    };
    let verdict = Verdict::of(vec![threat]);
    let warning = words::warning(&verdict, &host, settings.trusted);
    change(tab, |state| state.hear(verdict, warning.clone())).await?;
    Ok(warning.map(Box::new))
}

/// The page fights the warning: takes the tab to our own page, which no page
/// can touch. First by navigation; if the page holds on (an `alert` loop, a
/// `beforeunload` question), by a tab of our own in its place.
pub async fn escalate(tab: i32) -> Result<(), JsValue> {
    remember_escalated(tab).await?;
    announce_leaving(tab).await;
    let url = api::own_url("pages/warning.html");
    // Chromium refuses while the person drags the tab.
    if api::tab_update(tab, &object! { "url": url }).await.is_ok() {
        TimeoutFuture::new(ARRIVAL_MS).await;
        // Our page asks for the tab's state as soon as it stands.
        if state(tab).await.arrived {
            return Ok(());
        }
    }
    replace(tab).await
}

/// Opens our warning page in a tab of its own and closes the page's: for a
/// page that cannot even be navigated away.
pub async fn replace(tab: i32) -> Result<(), JsValue> {
    remember_escalated(tab).await?;
    let url = api::own_url("pages/warning.html");
    let ours = api::tab_create(&object! { "url": format!("{url}?tab={tab}") }).await;
    let removed = api::tab_remove(tab).await;
    if ours.is_err() || removed.is_err() {
        notify("notify_page_resists").await?;
    }
    Ok(())
}

/// "Get me out": a new tab in the place of this one, so that no trapped
/// history and no script of the page is left.
pub async fn leave(tab: i32) -> Result<(), JsValue> {
    announce_leaving(tab).await;
    api::tab_create(&object! {}).await?;
    if api::tab_remove(tab).await.is_err() {
        notify("notify_page_resists").await?;
    }
    Ok(())
}

/// Lets the page's content scripts swallow its `beforeunload` first.
async fn announce_leaving(tab: i32) {
    tell_all(tab, ToContent::Leaving);
    TimeoutFuture::new(HEAR_MS).await;
}

async fn remember_escalated(tab: i32) -> Result<(), JsValue> {
    change(tab, |state| state.escalated = true).await?;
    Ok(())
}

/// Opens one of our pages in a tab of its own.
pub async fn open(page: &str) -> Result<(), JsValue> {
    api::tab_create(&object! { "url": api::own_url(page) }).await?;
    Ok(())
}

/// The person passed the warning's friction.
pub async fn pass(tab: i32, from_own_page: bool, incognito: bool) -> Result<(), JsValue> {
    let state = change(tab, |state| {
        state.passed |= state.warning.is_some();
        state.escalated = false;
        state.arrived = false;
    });
    let state = state.await?;
    let Some(pass) = Passed::of(&state) else {
        return Ok(());
    };
    {
        let _writing = store::writer().await;
        let mut passed: Vec<Passed> = read(Area::Session, PASSED).await;
        passed.push(pass);
        write(Area::Session, PASSED, &passed).await?;
    }
    if !incognito {
        let host = Address::parse(&state.url).host.into_owned();
        let tool = state.warning.and_then(|warning| warning.tool);
        store::remember(What::Passed, tool, host).await?;
    }
    if from_own_page {
        api::tab_update(tab, &object! { "url": state.url }).await?;
    }
    Ok(())
}

/// "I use this for work": never ask about this tool's own pages again.
pub async fn used_for_work(tab: i32) -> Result<(), JsValue> {
    let state = state(tab).await;
    let Some(tool) = state.warning.and_then(|warning| warning.tool) else {
        return Ok(());
    };
    let host = Address::parse(&state.url).host.into_owned();
    let _writing = store::writer().await;
    let mut settings = store::settings().await.settings;
    settings.use_for_work(&tool, &host);
    write(Area::Local, settings::WORK, &settings.work).await
}

/// The tab was closed. What a resisting page did is kept until our own page
/// has [adopted](adopt) it.
pub async fn forget(tab: i32) -> Result<(), JsValue> {
    let state = state(tab).await;
    if !state.escalated || state.arrived {
        api::session_remove(&key(tab)).await?;
    }
    Ok(())
}

/// A system notification, for when no page of ours can be shown.
pub async fn notify(message: &str) -> Result<(), JsValue> {
    let options = object! {
        "type": "basic",
        "iconUrl": api::own_url("icons/danger-128.png"),
        "title": api::i18n_message("extension_name", Vec::new()),
        "message": api::i18n_message(message, Vec::new()),
    };
    api::notify("ringfence", &options).await?;
    Ok(())
}
