//! The recovery page, as whoever let someone in works through it.

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::see::in_parent;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use serde_json::json;
use thirtyfour::By;

/// Someone to ring.
pub const NAME: &str = "Margaret";
/// Their number.
pub const NUMBER: &str = "020 7946 0123";

/// Opens it by its address.
async fn open(stage: &Stage) -> Result<()> {
    stage.open_own("recovery.html").await?;
    stage.arrive_at_recovery().await
}

/// Sets someone to ring, as a person does: in the options.
pub async fn trust_someone(stage: &Stage) -> Result<()> {
    stage.open_own("options.html").await?;
    for (name, value) in [("name", NAME), ("tel", NUMBER)] {
        let field = stage.browser.web.find(By::Id(name)).await?;
        field.send_keys(value).await?;
    }
    stage.press_own("options_save").await?;
    let saved = words("options_saved", &[])?;
    let said = stage.until(&saved, APPEARS, async || {
        Ok(stage.text().await?.contains(&saved).then_some(()))
    });
    said.await
}

/// What was ticked is still ticked after the device was off.
pub async fn keeps_what_is_ticked(stage: &Stage) -> Result<()> {
    open(stage).await?;
    let boxes = stage
        .browser
        .web
        .find_all(By::Css("input[type=checkbox]"))
        .await?;
    for tick in &boxes[..2] {
        tick.click().await?;
    }
    let said = words("recovery_progress", &["2", &boxes.len().to_string()])?;
    stage.arrive("recovery.html", &said).await?;
    stage.browser.web.refresh().await?;
    stage.arrive("recovery.html", &said).await?;
    let ticked = "return [...document.querySelectorAll('input[type=checkbox]')]
        .flatMap((box, at) => (box.checked ? [at] : []))";
    let ticked = stage.browser.web.execute(ticked, vec![]).await?;
    ensure!(*ticked.json() == json!([0, 1]), "ticked: {}", ticked.json());
    Ok(())
}

/// Whom the person trusts stands in the warning and here, also when they were
/// told to a background that had just read that there is nobody.
pub async fn someone_to_ring(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await.context("before")?;
    trust_someone(stage).await?;
    let said = words("warning_trusted", &[NAME, NUMBER])?;
    stage.show(&fixture.url, fixture.page()).await?;
    let surface = stage.warning().await?;
    ensure!(
        surface.text.contains(&said),
        "the warning: {:?}",
        surface.text
    );
    stage.press("button_recover").await?;
    stage.arrive_at_recovery().await?;
    let text = stage.text().await?;
    ensure!(text.contains(&said), "the recovery page: {text:?}");
    Ok(())
}

/// A remote tool that was downloaded is listed, its session is ended by its
/// own button, and its file can be deleted.
pub async fn file_is_deleted(stage: &Stage) -> Result<()> {
    let url = "https://files.example/get/AnyDesk.exe";
    let page = Page::new("application/octet-stream", vec![0x4d; 2_000])
        .header("content-disposition", "attachment; filename=AnyDesk.exe");
    stage.server.put(url, page);
    // What other scenarios fetched is no matter of this one.
    let body = "await chrome.downloads.erase({}); return true";
    stage.desk.call(&stage.browser, body, json!({})).await?;
    stage.held_download(url, "AnyDesk").await?;
    stage.press_own("download_work").await?;
    let files = || -> Vec<_> {
        let entries = std::fs::read_dir(stage.browser.downloads())
            .into_iter()
            .flatten();
        entries.flatten().map(|entry| entry.path()).collect()
    };
    let saved = stage.until("the file", APPEARS, async || {
        let body = "return (await chrome.downloads.search({ state: 'complete' })).length";
        let saved = stage.desk.call(&stage.browser, body, json!({})).await?;
        Ok((saved == 1).then_some(()))
    });
    saved.await?;
    ensure!(files().len() == 1, "{:?}", files());
    open(stage).await?;
    let shown = stage.text().await?;
    for said in [
        words("recovery_end_tool", &["AnyDesk"])?,
        words("recovery_file_show", &[])?,
    ] {
        ensure!(shown.contains(&said), "no {said:?} in {shown:?}");
    }
    stage.press_own("recovery_file_delete").await?;
    let file = "AnyDesk.exe";
    stage
        .arrive("recovery.html", &words("recovery_file_deleted", &[file])?)
        .await?;
    ensure!(files().is_empty(), "it is still there: {:?}", files());
    Ok(())
}

/// The keyboard shortcut is set; pressed on whatever page it opens this one. In
/// Chromium the driver's keys reach only the page, so there it is not pressed.
pub async fn shortcut_opens_it(stage: &Stage) -> Result<()> {
    let body = "return (await chrome.commands.getAll()).find(({ name }) => name === 'recovery')";
    let command = stage.desk.call(&stage.browser, body, json!({})).await?;
    ensure!(command["shortcut"] == "Alt+Shift+H", "it is {command}");
    if stage.browser.engine == Engine::Chromium {
        return Ok(());
    }
    let page = Page::html("<!doctype html><p>Parcels");
    stage.show("https://parcels.example/", page).await?;
    stage.quiet().await?;
    let press = "const [done] = arguments;
        const key = document.querySelector('[id^=ext-keyset-id] key');
        done([key.getAttribute('key'), key.getAttribute('modifiers')]);
        key.dispatchEvent(new Event('command'));";
    let key = in_parent(&stage.browser, press, vec![]).await?;
    ensure!(key == json!(["H", "alt,shift"]), "the key is {key}");
    stage.arrive_at_recovery().await
}

/// A page that cannot be got rid of: the system itself says so.
pub async fn notification_when_all_fails(stage: &Stage) -> Result<()> {
    // Without a desktop Firefox takes a notification back at once.
    let listen = "const { dataset } = document.body;
        chrome.notifications.onClosed.addListener((id) => (dataset.closed = id));";
    stage.desk.call(&stage.browser, listen, json!({})).await?;
    // A tab that is gone cannot be taken anywhere, nor closed.
    let tab = stage.open_own("options.html").await?;
    let id = tab.id;
    let lost =
        format!("chrome.runtime.sendMessage({{ type: 'tampered' }}); chrome.tabs.remove({id})");
    stage.browser.web.execute(&lost, vec![]).await?;
    let notified = stage.until("a notification", APPEARS, async || {
        let body = "return document.body.dataset.closed
            ?? Object.keys(await chrome.notifications.getAll())[0]";
        let shown = stage.desk.call(&stage.browser, body, json!({})).await?;
        Ok((shown == "ringfence").then_some(()))
    });
    notified.await?;
    let clear = "await chrome.notifications.clear('ringfence')";
    stage.desk.call(&stage.browser, clear, json!({})).await?;
    Ok(())
}
