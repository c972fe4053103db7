//! The gate ends pages without a reason to look, and none that must be alarmed.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use ringfence::judge;
use ringfence::page::html;
use ringfence::verdict::Level;
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::gate_and_collector;
use ringfence_browser_tests::stage::Stage;
use serde::Deserialize;
use serde_json::{Value, json};

/// Pages that are given to the browser at once.
const BATCH: usize = 50;

/// A page of the tests or of the reader's training.
struct Read {
    name: String,
    url: String,
    html: Vec<u8>,
}

/// Of every scam that we have and the engine alarms about.
pub async fn gate_lets_alarms_through(stage: &Stage) -> Result<()> {
    let mut pages = training()?;
    for fixture in Fixture::all("scam")? {
        let Fixture {
            name, url, html, ..
        } = fixture;
        pages.push(Read { name, url, html });
    }
    pages.retain(|page| {
        let frames = html::collect(&page.html, &page.url);
        frames
            .first()
            .is_some_and(|facts| judge(facts).level >= Level::Caution)
    });
    let passed = gate(stage.browser.engine, &pages).await?;
    let all = pages.iter().zip(passed);
    let stopped: Vec<&str> = all
        .filter(|(_, passed)| !passed)
        .map(|(page, _)| &*page.name)
        .collect();
    ensure!(
        stopped.is_empty(),
        "of {} stopped: {stopped:?}",
        pages.len()
    );
    Ok(())
}

/// News among the links of its site, with dates, versions and addresses in it that
/// are no telephone numbers; not what names a tool or, with few links, a number.
pub async fn gate_ends_an_article(stage: &Stage) -> Result<()> {
    let page = |links: u32, more: &str| {
        let story = |at| {
            format!(
                "<p>On 2021-01-23 10:15 and on 04.08.2025 rain moved in from the \
                <a href=/{at}>west</a>, says version 2.18.30 of the forecast at 165.227.103.11.</p>"
            )
        };
        let stories: String = (0..links).map(story).collect();
        let html = format!("<!doctype html><title>Weather</title>{stories}<p>{more}</p>");
        Read {
            name: more.to_owned(),
            url: String::new(),
            html: html.into_bytes(),
        }
    };
    let number = "Ring 0113 496 0000.";
    let pages = [
        page(30, ""),
        page(30, "Get Any-Desk."),
        page(12, ""),
        page(12, number),
    ];
    let passed = gate(stage.browser.engine, &pages).await?;
    ensure!(passed == [false, true, false, true], "{passed:?}");
    Ok(())
}

/// What the gate says of each, as a document that is not shown.
async fn gate(engine: Engine, pages: &[Read]) -> Result<Vec<bool>> {
    let script = format!(
        "{}
        const parse = (html) => new DOMParser().parseFromString(html, 'text/html');
        return arguments[0].map((html) => ringfenceGate(parse(html)));",
        gate_and_collector(engine)?
    );
    let plain = Plain::start(engine).await?;
    plain.show("https://gate.example/", Page::html("")).await?;
    let mut passed = Vec::new();
    for batch in pages.chunks(BATCH) {
        let texts = batch.iter().map(|page| String::from_utf8_lossy(&page.html));
        let texts: Vec<Value> = texts.map(|text| json!(text)).collect();
        let said = plain
            .browser
            .web
            .execute(script.as_str(), vec![json!(texts)])
            .await?;
        passed.extend(serde_json::from_value::<Vec<bool>>(said.json().clone())?);
    }
    plain.quit().await;
    Ok(passed)
}

/// The scams among the training pages.
fn training() -> Result<Vec<Read>> {
    #[derive(Deserialize)]
    struct Line {
        file: String,
        url: String,
        expect: String,
    }
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../training/pages");
    let mut pages = Vec::new();
    for set in std::fs::read_dir(dir)? {
        let set = set?.path();
        let Ok(index) = std::fs::read_to_string(set.join("index.jsonl")) else {
            continue; // not a set
        };
        for line in index.lines() {
            let line: Line = serde_json::from_str(line).context(set.display().to_string())?;
            if line.expect != "alarm" {
                continue;
            }
            let file = set.join(&line.file);
            pages.push(Read {
                html: std::fs::read(&file)?,
                name: file.display().to_string(),
                url: line.url,
            });
        }
    }
    ensure!(!pages.is_empty(), "no training pages");
    Ok(pages)
}
