//! A remote tool's installer is held and asked about.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use serde_json::json;
use thirtyfour::By;

const URL: &str = "https://files.example/get/AnyDesk.exe";
/// A program that is no remote tool.
const HONEST: &str = "https://files.example/get/PhotoSorter.exe";
/// An address that tells nothing of what it gives.
const UNTOLD: &str = "https://files.example/get/1";
/// Not a real program; only its name counts.
const BYTES: &[u8] = &[0x4d; 20_000];

/// As many frames start it at once.
const FRAMES: u32 = 20;

/// Complete files in the browser's download directory.
fn saved(stage: &Stage) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(stage.browser.downloads())
        .into_iter()
        .flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| {
            path.metadata()
                .is_ok_and(|meta| meta.len() == BYTES.len() as u64)
        })
        .collect()
}

/// Of these, the programs.
fn files(stage: &Stage) -> Vec<PathBuf> {
    let is_program = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "exe");
    saved(stage).into_iter().filter(is_program).collect()
}

/// Starts the download and waits for the question.
async fn ask(stage: &Stage) -> Result<()> {
    let page = Page::new("application/octet-stream", BYTES)
        .header("content-disposition", "attachment; filename=AnyDesk.exe");
    stage.server.put(URL, page);
    stage.held_download(URL, "AnyDesk").await?;
    ensure!(files(stage).is_empty(), "it was saved before the answer");
    Ok(())
}

/// Refused: it never arrives.
pub async fn remote_tool_refused(stage: &Stage) -> Result<()> {
    ask(stage).await?;
    stage.press_own("download_refuse").await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    ensure!(files(stage).is_empty(), "it was saved");
    Ok(())
}

/// "I use this for work": it is fetched again, whole.
pub async fn remote_tool_kept(stage: &Stage) -> Result<()> {
    ask(stage).await?;
    stage.press_own("download_work").await?;
    let saved = stage.until("the file", APPEARS, async || Ok(files(stage).pop()));
    let saved = saved.await?;
    ensure!(std::fs::read(&saved)? == BYTES, "it is not the same file");
    std::fs::remove_file(saved)?;
    Ok(())
}

/// Serves that program at `url`.
fn serve_photo_sorter(stage: &Stage, url: &str) {
    let page = Page::new("application/octet-stream", BYTES).header(
        "content-disposition",
        "attachment; filename=PhotoSorter.exe",
    );
    stage.server.put(url, page);
}

/// Has the page that stands start the download of `url`.
async fn start(stage: &Stage, url: &str) -> Result<()> {
    let start = format!("location = '{url}'");
    stage.browser.web.execute(&start, vec![]).await?;
    Ok(())
}

/// Waits for the file, which must stay, and removes it.
async fn is_saved(stage: &Stage) -> Result<()> {
    let saved = stage.until("the file", APPEARS, async || Ok(files(stage).pop()));
    let saved = saved.await?;
    tokio::time::sleep(Duration::from_millis(700)).await;
    std::fs::remove_file(saved).context("it was taken away")
}

/// While a danger stands its page downloads nothing, from wherever, also when
/// it does not say that it is the one who asks; passed, it may.
pub async fn page_in_danger(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let own = format!("{}/PhotoSorter.exe", fixture.url.trim_end_matches('/'));
    let page = fixture.page().header("referrer-policy", "no-referrer");
    stage.show(&fixture.url, page).await?;
    stage.warning().await?;
    for url in [own.as_str(), HONEST] {
        serve_photo_sorter(stage, url);
        start(stage, url).await?;
        tokio::time::sleep(Duration::from_secs(2)).await;
        ensure!(files(stage).is_empty(), "{url} was saved");
        stage.warning().await?;
    }
    stage.pass().await?;
    start(stage, HONEST).await?;
    is_saved(stage).await
}

/// Where a danger stood before, another page may.
pub async fn page_in_danger_before(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    // Of no interest, so that it is not reported and the danger is remembered.
    let words = "<p>Photographs of our village, old and new. ".repeat(9);
    let honest = Page::html(format!("<!doctype html>{words}"));
    let honest = honest.header("referrer-policy", "no-referrer");
    stage.server.put("https://photos.example/", honest);
    stage.browser.web.goto("https://photos.example/").await?;
    stage.quiet().await?;
    serve_photo_sorter(stage, HONEST);
    start(stage, HONEST).await?;
    is_saved(stage).await
}

/// Any other program goes through without a word.
pub async fn honest_program(stage: &Stage) -> Result<()> {
    serve_photo_sorter(stage, HONEST);
    let start = "<!doctype html><title>Files</title><p>Your files.
        <script>onload = () => setTimeout(() => location = '/get/PhotoSorter.exe', 300)</script>";
    stage
        .show("https://files.example/", Page::html(start))
        .await?;
    is_saved(stage).await?;
    let windows = stage.browser.web.windows().await?;
    for window in windows {
        stage.browser.web.switch_to_window(window).await?;
        let url = stage.browser.web.current_url().await?;
        ensure!(!url.path().ends_with("download.html"), "it was asked about");
    }
    Ok(())
}

/// Whoever closes the question says "not now": the next time it is asked again.
pub async fn closed_question_is_asked_again(stage: &Stage) -> Result<()> {
    for _ in 0..2 {
        ask(stage).await?;
        stage.browser.web.close_window().await?;
        let desk = stage.desk.window.clone();
        stage.browser.web.switch_to_window(desk).await?;
    }
    Ok(())
}

/// Names under which a program comes, each asked about. (`.lnk` and `.url` are
/// saved as something harmless by the browsers themselves.)
const NAMES: [&str; 20] = [
    "AnyDesk.application",
    "AnyDesk.msixbundle",
    "AnyDesk.appinstaller",
    "AnyDesk.zip",
    "AnyDesk.exe.zip",
    "AnyDesk.7z",
    "AnyDesk.img",
    "AnyDesk.vhd",
    "Any Desk.exe",
    "Any_Desk.exe",
    "\u{410}n\u{443}D\u{435}sk.exe",
    "Photo.com",
    "Voice.pif",
    "Panel.cpl",
    "Bill.hta",
    "Bill.vbe",
    "Bill.wsf",
    "Bill.jse",
    "Bill.ps1",
    "Support.application",
];

/// A remote tool under other names and packed, and what nobody hands out by itself.
pub async fn other_names(stage: &Stage) -> Result<()> {
    for name in NAMES {
        let encoded = percent_encoded(name);
        let disposition = format!("attachment; filename*=UTF-8''{encoded}");
        let page = Page::new("application/octet-stream", BYTES);
        stage
            .server
            .put(UNTOLD, page.header("content-disposition", &disposition));
        let shown = name.split('.').next().unwrap_or_default();
        stage
            .held_download(UNTOLD, shown)
            .await
            .with_context(|| name.to_owned())?;
        stage.browser.web.close_window().await?;
        let desk = stage.desk.window.clone();
        stage.browser.web.switch_to_window(desk).await?;
    }
    ensure!(saved(stage).is_empty(), "saved: {:?}", saved(stage));
    Ok(())
}

/// Every byte but letters, digits and dots as `%41`.
fn percent_encoded(name: &str) -> String {
    let encode = |byte: u8| match byte {
        b'.' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(encode).collect()
}

/// A page with a program that it makes itself, and these words.
fn makes_helper(words: &str) -> Page {
    Page::html(format!(
        "<!doctype html><title>Corvid IT | Files</title><h1>Corvid IT</h1><p>{words}</p>
        <button id=get>Start</button><script>
          get.onclick = () => {{
            const bytes = new Uint8Array({}).fill({});
            const link = document.createElement('a');
            link.href = URL.createObjectURL(new Blob([bytes]));
            link.download = ['Helper', 'exe'].join('.');
            link.click();
          }};
        </script>",
        BYTES.len(),
        BYTES[0],
    ))
}

/// Of a name that tells nothing the page's words decide. What cannot be fetched
/// again is let through, whole, when the page starts it once more.
pub async fn helper_of_a_caller(stage: &Stage) -> Result<()> {
    let press = || async {
        let button = stage.until("the button", APPEARS, async || {
            Ok(Some(stage.browser.web.find(By::Id("get")).await?))
        });
        anyhow::Ok(button.await?.click().await?)
    };
    let honest = makes_helper("Photographs of our village, old and new.");
    stage.show("https://photos.example/", honest).await?;
    press().await?;
    is_saved(stage).await?;
    let caller = makes_helper("Please choose Accept when it asks.");
    let tab = stage.show("https://corvid-it.example/", caller).await?;
    stage.quiet().await?;
    press().await?;
    stage.arrive("download.html", "Helper.exe").await?;
    ensure!(saved(stage).is_empty(), "it was saved before the answer");
    stage.press_own("download_work").await?;
    stage.browser.web.switch_to_window(tab.window).await?;
    press().await?;
    let file = stage.until("the file", APPEARS, async || Ok(files(stage).pop()));
    ensure!(
        std::fs::read(file.await?)? == BYTES,
        "it is not the same file"
    );
    Ok(())
}

/// A page that starts it in many frames is asked about once.
pub async fn one_question_a_page(stage: &Stage) -> Result<()> {
    for n in 0..FRAMES {
        let page = Page::new("application/octet-stream", BYTES);
        stage.server.put(&format!("{URL}?{n}"), page);
    }
    let html = format!(
        "<!doctype html><title>Files</title><p>Your files.<script>
        onload = () => setTimeout(() => {{
          for (let n = 0; n < {FRAMES}; n++) {{
            const frame = document.createElement('iframe');
            frame.src = '{URL}?' + n;
            document.body.append(frame);
          }}
        }}, 300)</script>"
    );
    stage
        .show("https://files.example/many", Page::html(html))
        .await?;
    stage.arrive("download.html", "AnyDesk").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let body = "const url = chrome.runtime.getURL('pages/download.html');
        return (await chrome.tabs.query({})).filter((tab) => tab.url?.startsWith(url)).length";
    let asked = stage.desk.call(&stage.browser, body, json!({})).await?;
    ensure!(asked == 1, "asked {asked} times");
    Ok(())
}
