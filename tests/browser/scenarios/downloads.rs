//! A remote tool's installer is held and asked about.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;

const URL: &str = "https://files.example/get/AnyDesk.exe";
/// Not a real program; only its name counts.
const BYTES: &[u8] = &[0x4d; 20_000];

/// Complete files in the browser's download directory.
fn files(stage: &Stage) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(stage.browser.downloads())
        .into_iter()
        .flatten();
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "exe"))
        .filter(|path| {
            path.metadata()
                .is_ok_and(|meta| meta.len() == BYTES.len() as u64)
        })
        .collect()
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
    let saved = stage.until("the file", Duration::from_secs(10), async || {
        Ok(files(stage).pop())
    });
    let saved = saved.await?;
    ensure!(std::fs::read(&saved)? == BYTES, "it is not the same file");
    std::fs::remove_file(saved)?;
    Ok(())
}

/// While a danger stands its page downloads nothing; passed, it may.
pub async fn page_in_danger(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let url = format!("{}/PhotoSorter.exe", fixture.url.trim_end_matches('/'));
    let page = Page::new("application/octet-stream", BYTES).header(
        "content-disposition",
        "attachment; filename=PhotoSorter.exe",
    );
    stage.server.put(&url, page);
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    let start = format!("location = '{url}'");
    stage.browser.web.execute(&start, vec![]).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    ensure!(files(stage).is_empty(), "it was saved");
    stage.warning().await?;
    stage.pass().await?;
    stage.browser.web.execute(&start, vec![]).await?;
    let saved = stage.until("the file", Duration::from_secs(10), async || {
        Ok(files(stage).pop())
    });
    Ok(std::fs::remove_file(saved.await?)?)
}

/// Any other program goes through without a word.
pub async fn honest_program(stage: &Stage) -> Result<()> {
    let url = "https://files.example/get/PhotoSorter.exe";
    let page = Page::new("application/octet-stream", BYTES).header(
        "content-disposition",
        "attachment; filename=PhotoSorter.exe",
    );
    stage.server.put(url, page);
    let start = "<!doctype html><title>Files</title><p>Your files.
        <script>onload = () => setTimeout(() => location = '/get/PhotoSorter.exe', 300)</script>";
    stage
        .show("https://files.example/", Page::html(start))
        .await?;
    let saved = stage.until("the file", Duration::from_secs(10), async || {
        Ok(files(stage).pop())
    });
    std::fs::remove_file(saved.await?)?;
    let windows = stage.browser.web.windows().await?;
    for window in windows {
        stage.browser.web.switch_to_window(window).await?;
        let url = stage.browser.web.current_url().await?;
        ensure!(!url.path().ends_with("download.html"), "it was asked about");
    }
    Ok(())
}
