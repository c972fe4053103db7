//! Holds the download of a remote tool, or of what may be one, and asks; while a
//! danger stands, nothing at all is downloaded.
//!
//! A small download finishes while it is "paused", and Chromium's file-name
//! hold lasts 15 seconds: so it is cancelled at once, the person is asked on
//! our own page, and it is fetched again if they want it. What cannot be
//! fetched again (`blob:`, `data:`, a POST's answer) is let through when the
//! page starts it once more.

use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use super::api::{self, object};
use super::store::{self, Area, read, write};
use super::{watch, ways};
use crate::arrival::{Arrival, Says};
use crate::catalogue;
use crate::journey::What;
use crate::message;
use crate::page::Address;
use crate::tab::TabState;
use crate::verdict::Level;

/// How long a download that the person allowed may take to start again, in
/// milliseconds.
const ALLOWED_MS: f64 = 10.0 * 60.0 * 1000.0;

/// The members of `downloads.DownloadItem` that are read.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Item {
    id: i32,
    url: String,
    final_url: Option<String>,
    filename: String,
    referrer: Option<String>,
    by_extension_id: Option<String>,
    incognito: bool,
    state: String,
}

/// A download that was stopped and is asked about.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Held {
    /// Our own number for it, in the question page's address.
    pub held: u32,
    /// Where it comes from.
    pub url: String,
    /// Its file name, without the folder.
    pub file: String,
    /// The remote tool's id; `None` for a renamed one that is not known by name.
    pub tool: Option<String>,
    /// Whether it was started in a private window.
    pub incognito: bool,
    /// The host of the page that started it.
    pub page: String,
    /// The tab in which we ask.
    pub tab: i32,
}

/// A download that the person allowed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Allowed {
    url: String,
    file: String,
    page: String,
    at: f64,
}

fn is_in_danger(state: &TabState) -> bool {
    state.to_show().map(|warning| warning.level) == Some(Level::Danger)
}

/// What a page says that was not passed.
fn said(state: &TabState) -> Says {
    match state.passed {
        true => Says::Nothing,
        false => state.says,
    }
}

/// A download began: is it a remote tool?
pub async fn created(item: Item) -> Result<(), JsValue> {
    let ours = api::OWN_ID.with(Clone::clone);
    if item.state == "interrupted" || item.by_extension_id == Some(ours) {
        return Ok(());
    }
    let url = item.final_url.as_deref().unwrap_or(&item.url);
    let file = item.filename.rsplit(['/', '\\']).next().unwrap_or_default();
    let referrer = item.referrer.as_deref().unwrap_or_default();
    let arrival = Arrival {
        url,
        filename: file,
        referrer,
        says: Says::Nothing,
    };
    let mut threat = arrival.threat();
    if threat.is_none() && item.by_extension_id.is_none() {
        let from = [referrer, url].map(|url| Address::parse(url).host);
        let hosts = from.each_ref().map(AsRef::as_ref);
        let bears = |state: &TabState| is_in_danger(state) || said(state) > Says::Nothing;
        let behind = watch::behind_download(&hosts, bears).await;
        if behind.iter().any(is_in_danger) {
            discard(item.id).await;
            return Ok(());
        }
        let says = behind.iter().map(said).max().unwrap_or_default();
        threat = Arrival { says, ..arrival }.threat();
    }
    let Some(threat) = threat else {
        return Ok(());
    };
    let settings = store::settings().await.settings;
    let host = Address::parse(referrer).host;
    if settings.is_for_work(threat.tool.as_deref(), &host) {
        return Ok(());
    }
    // Chromium tells of one download twice, almost at once.
    let writing = store::writer().await;
    let now = js_sys::Date::now();
    let allowed: Vec<Allowed> = read(Area::Session, "allowed").await;
    let page = if referrer.is_empty() { url } else { referrer };
    let page = Address::parse(page).host.into_owned();
    let is_it = |allowed: &Allowed| {
        // What a page makes itself has a new address each time.
        let is_again =
            !item.url.starts_with("http") && allowed.file == file && allowed.page == page;
        (allowed.url == item.url || is_again) && now - allowed.at < ALLOWED_MS
    };
    if allowed.iter().any(is_it) {
        drop(writing);
        return remember(threat.tool, url, item.incognito).await;
    }
    discard(item.id).await;
    let mut all: Vec<Held> = read(Area::Session, "held").await;
    // One question a page, however often it starts a download.
    if all.iter().any(|asked| asked.page == page) {
        return Ok(());
    }
    let held = all.last().map_or(1, |last| last.held + 1);
    let file = match file {
        "" => Address::parse(url).file().into_owned(),
        name => name.to_owned(),
    };
    all.push(Held {
        held,
        url: item.url.clone(),
        file,
        tool: threat.tool,
        incognito: item.incognito,
        page,
        tab: -1,
    });
    // Our page asks for it as soon as it stands.
    write(Area::Session, "held", &all).await?;
    let tab = ways::open(&format!("pages/download.html?held={held}")).await?;
    if let Some(one) = all.last_mut() {
        one.tab = tab;
    }
    write(Area::Session, "held", &all).await
}

/// The question in a tab was closed: when the download is started again, it is
/// asked again.
pub async fn not_now(tab: i32) -> Result<(), JsValue> {
    let _writing = store::writer().await;
    let mut all: Vec<Held> = read(Area::Session, "held").await;
    let before = all.len();
    all.retain(|one| one.tab != tab);
    if all.len() == before {
        return Ok(());
    }
    write(Area::Session, "held", &all).await
}

/// Stops a download. A tiny file may have arrived before the cancel did: then
/// there is nothing to cancel and a file to remove.
async fn discard(id: i32) {
    api::download_cancel(id).await.ok();
    api::download_remove_file(id).await.ok();
    api::download_erase(&object! { "id": id }).await.ok();
}

/// What our own page shows of a held download; `None` when it is held no more.
pub async fn describe(held: u32) -> Option<message::Held> {
    let all: Vec<Held> = read(Area::Session, "held").await;
    let one = all.into_iter().find(|one| one.held == held)?;
    let tool = one.tool.as_deref().and_then(catalogue::tool);
    Some(message::Held {
        host: Address::parse(&one.url).host.into_owned(),
        tool_name: tool.map(|tool| tool.name.to_owned()),
        tool: one.tool,
        file: one.file,
    })
}

/// The person chose.
pub async fn decide(held: u32, keep: bool) -> Result<(), JsValue> {
    let writing = store::writer().await;
    let mut all: Vec<Held> = read(Area::Session, "held").await;
    let Some(at) = all.iter().position(|one| one.held == held) else {
        return Ok(());
    };
    let one = all.remove(at);
    write(Area::Session, "held", &all).await?;
    if !keep {
        return Ok(());
    }
    let mut allowed: Vec<Allowed> = read(Area::Session, "allowed").await;
    allowed.push(Allowed {
        url: one.url.clone(),
        file: one.file.clone(),
        page: one.page.clone(),
        at: js_sys::Date::now(),
    });
    write(Area::Session, "allowed", &allowed).await?;
    drop(writing);
    if one.url.starts_with("http") {
        api::download_start(&object! { "url": one.url, "filename": one.file }).await?;
        remember(one.tool, &one.url, one.incognito).await?;
    }
    Ok(())
}

async fn remember(tool: Option<String>, url: &str, incognito: bool) -> Result<(), JsValue> {
    if incognito {
        return Ok(());
    }
    let host = Address::parse(url).host.into_owned();
    store::remember(What::Download, tool, host).await
}
