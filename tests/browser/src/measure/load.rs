//! What the content scripts of an extension cost an honest load: the script time
//! of a trace of Chromium, each page in a tab and a process of its own, where
//! nothing has been compiled before.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::WebDriver;
use thirtyfour::common::command::{Command, ExtensionCommand};

use crate::browser::{Browser, Engine, Setup};
use crate::server::{Page, Server};

/// Until the looks after the load have been had.
const SETTLES: Duration = Duration::from_millis(1500);

/// Milliseconds of script by file, of one load.
pub type Scripts = BTreeMap<String, f64>;

/// Loads each of `pages` once with each of the unpacked `extensions`, in turn and
/// each time another one first: what a machine is busy with meets all alike.
pub async fn loads(
    extensions: &[impl AsRef<Path>],
    pages: &[(String, Page)],
) -> Result<Vec<Vec<Scripts>>> {
    let server = Server::start().await?;
    let start = "https://start.example/";
    server.put(start, Page::html("<!doctype html><title>Start</title>"));
    let mut browsers = Vec::new();
    for extension in extensions {
        let setup = Setup {
            proxy: server.addr().to_string(),
            extension: Some(extension.as_ref().to_owned()),
            traced: true,
            ..Setup::default()
        };
        let browser = Browser::start(Engine::Chromium, &setup).await?;
        browser.web.goto(start).await?; // the trace begins
        let first = browser.web.window().await?;
        browsers.push((browser, first, Vec::new()));
    }
    for (at, (url, page)) in pages.iter().enumerate() {
        server.put(url, page.clone());
        let (early, late) = browsers.split_at_mut(at % extensions.len());
        for (browser, first, tabs) in late.iter_mut().chain(early) {
            tabs.push(load(&browser.web, url).await.context(url.clone())?);
            browser.web.close_window().await?;
            browser.web.switch_to_window(first.clone()).await?;
        }
    }
    let mut all = Vec::new();
    for (browser, _, tabs) in browsers {
        // What it says of the end comes with the next one.
        let mut events = traced(&browser.web).await?;
        events.extend(traced(&browser.web).await?);
        browser.quit().await;
        events.sort_by(|one, other| one.ts.total_cmp(&other.ts));
        all.push(tabs.iter().map(|tab| scripts(&events, tab)).collect());
    }
    Ok(all)
}

/// Opens `url` in a new tab, which shares nothing with the one it is opened
/// from. (The driver would end a trace with each page that it goes to.)
async fn load(web: &WebDriver, url: &str) -> Result<String> {
    let before = web.windows().await?;
    let open = "open(arguments[0], '_blank', 'noopener')";
    web.execute(open, vec![json!(url)]).await?;
    tokio::time::sleep(SETTLES).await;
    let mut tabs = web.windows().await?.into_iter();
    let tab = tabs.find(|tab| !before.contains(tab)).context("no tab")?;
    web.switch_to_window(tab.clone()).await?;
    Ok(tab.to_string())
}

async fn traced(web: &WebDriver) -> Result<Vec<Event>> {
    let command = Command::ExtensionCommand(Box::new(PerformanceLog));
    let log = web.cmd(command).await?.value_json()?;
    let entries: Vec<Entry> = serde_json::from_value(log)?;
    let mut events = Vec::new();
    for Entry { message } in entries {
        let message: Value = serde_json::from_str(&message)?;
        let traced = &message["message"]["params"];
        if message["message"]["method"] == "Tracing.dataCollected" {
            events.extend(Event::deserialize(traced).ok());
        }
    }
    Ok(events)
}

/// The time of each file's events in `frame`; an event inside another is not
/// counted again.
fn scripts(events: &[Event], frame: &str) -> Scripts {
    let mut scripts = Scripts::new();
    let mut end = f64::MIN;
    for event in events.iter().filter(|event| event.args.data.frame == frame) {
        let Some(file) = event.args.data.url.strip_prefix("chrome-extension://") else {
            continue;
        };
        if event.ts < end {
            continue;
        }
        end = event.ts + event.dur;
        let name = file.split_once('/').map_or(file, |(_, name)| name);
        *scripts.entry(name.to_owned()).or_default() += event.tdur / 1000.0;
    }
    scripts
}

/// A complete event of a trace, as far as it matters here; times in µs, `tdur`
/// without the time in which the machine did something else.
#[derive(Debug, Deserialize)]
struct Event {
    ts: f64,
    dur: f64,
    tdur: f64,
    args: Args,
}

#[derive(Debug, Deserialize)]
struct Args {
    data: Data,
}

#[derive(Debug, Deserialize)]
struct Data {
    frame: String,
    url: String,
}

#[derive(Debug, Deserialize)]
struct Entry {
    message: String,
}

/// Takes what chromedriver has traced since it was asked last.
#[derive(Debug)]
struct PerformanceLog;

impl ExtensionCommand for PerformanceLog {
    fn parameters_json(&self) -> Option<Value> {
        Some(json!({ "type": "performance" }))
    }

    fn method(&self) -> http::Method {
        http::Method::POST
    }

    fn endpoint(&self) -> Arc<str> {
        Arc::from("/se/log")
    }
}
