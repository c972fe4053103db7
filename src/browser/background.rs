//! Events and messages in, answers out.
//!
//! Senders come in two tiers: content scripts (they stand in a hostile page's
//! process and may only report on their own tab) and our own pages. What the
//! browser says of the sender is believed, not the message.

use js_sys::{Array, Promise};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::judged::{Report, Shown, judged};
use super::store::{self, Area, JOURNEY, read, write};
use super::{api, downloads, frames, passed, tabs, ways};
use crate::journey::Journey;
use crate::message::{Reply, ToBackground};
use crate::page::{FrameKind, Link, PageFacts};
use crate::verdict::remote_tool;

/// Who sent a message, as the browser says.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Sender {
    id: String,
    url: String,
    origin: Option<String>,
    /// 0 is the page itself. Firefox's ids of frames do not fit 32 bits.
    frame_id: Option<i64>,
    tab: Option<SenderTab>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct SenderTab {
    id: i32,
    incognito: bool,
}

impl Sender {
    /// Whether this is one of our own pages (as opposed to a content script).
    fn is_own_page(&self) -> bool {
        self.url.starts_with(&api::own_url(""))
    }

    fn tab_id(&self) -> Option<i32> {
        self.tab.as_ref().map(|tab| tab.id)
    }

    fn is_incognito(&self) -> bool {
        self.tab.as_ref().is_some_and(|tab| tab.incognito)
    }
}

/// Takes one event of the browser (`background.js` names them).
///
/// What reads a page's facts runs before the promise is made, so that a trap
/// there reaches the caller and cannot leave a promise that never settles.
///
/// # Errors
/// When the event's arguments are not of the expected shape.
#[wasm_bindgen]
pub fn handle(event: &str, args: &Array) -> Result<Promise, JsValue> {
    store::will_be_told();
    match event {
        "message" => {
            let message: ToBackground = serde_wasm_bindgen::from_value(args.get(0))?;
            let sender: Sender = serde_wasm_bindgen::from_value(args.get(1))?;
            if sender.id != api::OWN_ID.with(Clone::clone) {
                return Err(JsValue::from_str("not our sender"));
            }
            receive(message, sender)
        }
        "download" => {
            let item = serde_wasm_bindgen::from_value(args.get(0))?;
            Ok(answer(async move {
                downloads::created(item).await.map(|()| Reply::Done)
            }))
        }
        "tab-removed" => {
            let tab = args.get(0).as_f64().unwrap_or(-1.0) as i32;
            Ok(answer(async move {
                downloads::not_now(tab).await?;
                tabs::forget(tab).await.map(|()| Reply::Done)
            }))
        }
        "storage" => {
            store::changed(args.get(1), args.get(0))?;
            Ok(Promise::resolve(&JsValue::UNDEFINED))
        }
        "command" => done(open_recovery()),
        other => Err(JsValue::from_str(&format!("unknown event {other}"))),
    }
}

/// A promise of the reply; an error becomes a reply too, so there always is one.
fn answer(work: impl Future<Output = Result<Reply, JsValue>> + 'static) -> Promise {
    future_to_promise(async move {
        let reply = work.await.unwrap_or_else(|error| Reply::Error {
            message: format!("{error:?}"),
        });
        Ok(api::to_js(&reply)?)
    })
}

fn receive(message: ToBackground, sender: Sender) -> Result<Promise, JsValue> {
    let own_page = sender.is_own_page();
    let tab = sender.tab_id();
    match (message, tab) {
        (
            ToBackground::Facts {
                facts,
                document,
                fills,
            },
            Some(tab),
        ) if !own_page => {
            let facts = with_browsers_word(*facts, &sender);
            let (verdict, says) = crate::judge_with_arrivals(&facts);
            let watch = links_to_watch(&facts);
            let report = Report {
                tab,
                incognito: sender.is_incognito(),
                frame: sender.frame_id.filter(|_| !fills),
                document,
                verdict,
                says,
            };
            Ok(answer(async move {
                let (warning, empty) = match judged(report, &facts).await? {
                    Shown::Here(warning) => (Some(warning), false),
                    Shown::EmptyFrame => (None, true),
                    Shown::Nothing => (None, false),
                };
                Ok(Reply::Judged {
                    warning,
                    watch,
                    empty,
                })
            }))
        }
        (ToBackground::Empty, Some(tab)) if !own_page => {
            let number = sender.frame_id.unwrap_or_default();
            Ok(answer(async move { Ok(frames::whose(tab, number).await) }))
        }
        (ToBackground::OpenTaken, Some(tab)) if !own_page => {
            done(frames::open(tab, sender.frame_id.unwrap_or_default()))
        }
        (ToBackground::Clicked { href }, Some(tab)) if !own_page => {
            let threat = remote_tool::for_link(&href, None);
            Ok(answer(async move {
                let warning = tabs::clicked(tab, &sender.url, threat).await?;
                Ok(Reply::Judged {
                    warning,
                    watch: Vec::new(),
                    empty: false,
                })
            }))
        }
        (ToBackground::Tampered, Some(tab)) => done(ways::escalate(tab)),
        (ToBackground::Leave, Some(tab)) => done(ways::leave(tab, sender.is_incognito())),
        (ToBackground::Recover, _) => done(open_recovery()),
        (ToBackground::Pass, Some(tab)) => {
            let incognito = sender.is_incognito();
            done(passed::pass(tab, own_page, incognito))
        }
        (ToBackground::UsedForWork, Some(tab)) => done(passed::used_for_work(tab)),
        (ToBackground::Tab { tab: asked }, own) if own_page => Ok(answer(async move {
            let adopted = match (asked, own) {
                (Some(old), Some(new)) => ways::adopt(old, new).await?,
                _ => false,
            };
            match if adopted { own } else { asked.or(own) } {
                Some(tab) => tabs::describe(tab).await,
                None => Ok(Reply::Error {
                    message: "no tab".into(),
                }),
            }
        })),
        (ToBackground::Held { held }, _) if own_page => Ok(answer(async move {
            let download = downloads::describe(held).await;
            Ok(Reply::Held { download })
        })),
        (ToBackground::Download { held, keep }, _) if own_page => {
            done(downloads::decide(held, keep))
        }
        (ToBackground::Journey, _) if own_page => Ok(answer(async {
            let journey: Journey = read(Area::Local, JOURNEY).await;
            Ok(Reply::Journey {
                events: journey.newest_first(),
            })
        })),
        (ToBackground::Forget, _) if own_page => {
            done(async { write(Area::Local, JOURNEY, &Journey::default()).await })
        }
        _ => Err(JsValue::from_str("this sender may not say that")),
    }
}

/// The links of a page that lead to a remote tool: asked about when clicked.
fn links_to_watch(facts: &PageFacts) -> Vec<String> {
    let leads_to_tool =
        |link: &&Link| remote_tool::for_link(&link.href, link.download.as_deref()).is_some();
    let links = facts.links.iter().filter(leads_to_tool);
    links.map(|link| link.href.clone()).collect()
}

fn done(work: impl Future<Output = Result<(), JsValue>> + 'static) -> Result<Promise, JsValue> {
    Ok(answer(async move { work.await.map(|()| Reply::Done) }))
}

async fn open_recovery() -> Result<(), JsValue> {
    ways::open("pages/recovery.html").await.map(drop)
}

/// Puts the browser's word about address and frame over the message's.
fn with_browsers_word(mut facts: PageFacts, sender: &Sender) -> PageFacts {
    facts.frame = match sender.frame_id {
        Some(0) => FrameKind::Top,
        _ => FrameKind::Sub,
    };
    // about:srcdoc, blob: and data: documents have no host of their own; the
    // origin that the browser gives them is their embedder's, or opaque.
    facts.base_url = match sender.origin.as_deref() {
        Some(origin) if origin.starts_with("http") => origin.to_owned(),
        Some(_) => String::new(),
        None => facts.base_url,
    };
    if !sender.url.is_empty() {
        facts.url.clone_from(&sender.url);
    }
    facts
}
