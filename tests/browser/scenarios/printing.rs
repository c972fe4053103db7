//! The recovery page on paper.

use std::io::Read;

use anyhow::{Result, ensure};
use flate2::read::ZlibDecoder;
use ringfence_browser_tests::browser::Setup;
use ringfence_browser_tests::shipped::speaking;
use ringfence_browser_tests::stage::Stage;
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use crate::recovery::{NAME, NUMBER, trust_someone};

/// With someone to ring it fits on one sheet of A4.
pub async fn prints_on_one_page(stage: &Stage) -> Result<()> {
    trust_someone(stage).await?;
    print(stage).await
}

/// In German, whose words are long, and with tools to look for, too.
pub async fn prints_on_one_page_in_german(stage: &Stage) -> Result<()> {
    let engine = stage.browser.engine;
    let extension = speaking(engine, "de")?;
    let setup = Setup {
        extension: Some(extension.path().to_owned()),
        ..Setup::default()
    };
    let german = Stage::with(engine, setup).await?;
    let remember = "const tools = ['anydesk', 'teamviewer'];
        const at = Date.now();
        const journey = tools.map((tool) => ({ at, what: 'download', tool, host: 'files.example' }));
        await chrome.storage.local.set({ trusted: args, journey });";
    let person = json!({ "name": NAME, "number": NUMBER });
    german.desk.call(&german.browser, remember, person).await?;
    print(&german).await?;
    german.browser.quit().await;
    Ok(())
}

/// Opens it and prints it: on one sheet.
async fn print(stage: &Stage) -> Result<()> {
    stage.open_own("recovery.html").await?;
    let a4: PrintParameters = serde_json::from_value(json!({
        "orientation": "portrait", "scale": 1.0, "background": false, "shrinkToFit": false,
        "page": { "width": 21.0, "height": 29.7 },
        "margin": { "top": 1.1, "bottom": 1.1, "left": 1.1, "right": 1.1 },
        "pageRanges": [],
    }))?;
    let pdf = stage.browser.web.print_page(a4).await?;
    let pages = pages(&pdf);
    ensure!(pages == 1, "{pages} pages");
    Ok(())
}

/// The pages of a PDF: its objects of the type `Page`, which may stand in
/// compressed streams.
fn pages(pdf: &[u8]) -> usize {
    let mut text = String::from_utf8_lossy(pdf).into_owned();
    let begin = b"stream\n";
    for at in 0..pdf.len() {
        if pdf[at..].starts_with(begin) {
            let mut inflated = Vec::new();
            // What is no such stream gives nothing.
            ZlibDecoder::new(&pdf[at + begin.len()..])
                .read_to_end(&mut inflated)
                .ok();
            text += &String::from_utf8_lossy(&inflated);
        }
    }
    let types = text.split("/Type").skip(1).map(str::trim_start);
    types
        .filter_map(|rest| rest.strip_prefix("/Page"))
        .filter(|rest| !rest.starts_with('s'))
        .count()
}
