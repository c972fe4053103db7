//! The extension's own pages by the keyboard alone: every control is reached
//! and used, and one sees where the keyboard is.

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::keyboard::{all_is_reached, key, look, reach};
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use serde_json::json;
use thirtyfour::Key;

const TOOL: &str = "https://files.example/AnyDesk.exe";

/// Goes to the control called `words(id)` and presses it.
async fn press(stage: &Stage, id: &str, with: char) -> Result<()> {
    reach(stage, &words(id, &[])?).await?;
    key(stage, with).await
}

const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

async fn says(stage: &Stage, id: &str, args: &[&str]) -> Result<()> {
    let said = words(id, args)?;
    let says = stage.until(&said, APPEARS, async || {
        Ok(stage.text().await?.contains(&said).then_some(()))
    });
    says.await
}

/// Has the tool's download held; the page that asks stands.
async fn hold(stage: &Stage) -> Result<()> {
    let program = Page::new("application/octet-stream", vec![0; 999])
        .header("content-disposition", "attachment; filename=AnyDesk.exe");
    stage.server.put(TOOL, program);
    stage.held_download(TOOL, "AnyDesk").await
}

/// Every control of every page, there and back.
pub async fn keyboard_reaches_all(stage: &Stage) -> Result<()> {
    let known = "const at = Date.now();
        await chrome.storage.local.set({
          trusted: { name: 'Margaret', number: '020 7946 0123' },
          journey: [{ at, what: 'tool-page', tool: 'anydesk', host: 'files.example' }],
        });";
    stage.desk.call(&stage.browser, known, json!({})).await?;
    let fixture = Fixture::load("scam/fake-payment")?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    stage.panel(tab.id).await?;
    all_is_reached(stage, "the panel").await?;
    for page in ["options", "recovery", "warning"] {
        let page = format!("{page}.html?tab={}", tab.id);
        stage.open_own(&page).await?;
        all_is_reached(stage, &page).await?;
    }
    hold(stage).await?;
    all_is_reached(stage, "the download's question").await
}

/// The options: someone to ring, set and removed; a program for work, taken back;
/// what is remembered, forgotten.
pub async fn keyboard_options(stage: &Stage) -> Result<()> {
    let known = "const journey = [{ at: Date.now(), what: 'tool-page', tool: 'anydesk', host: 'files.example' }];
        const work = [{ tool: 'anydesk', host: 'files.example' }];
        await chrome.storage.local.set({ journey, work });";
    stage.desk.call(&stage.browser, known, json!({})).await?;
    stage.open_own("options.html").await?;
    for (field, typed) in [
        ("options_name", "Margaret"),
        ("options_number", "020 7946 0123"),
    ] {
        reach(stage, &words(field, &[])?).await?;
        stage
            .browser
            .web
            .action_chain()
            .send_keys(typed)
            .perform()
            .await?;
    }
    press(stage, "options_save", ENTER).await?;
    says(stage, "options_saved", &[]).await?;
    press(stage, "options_remove", SPACE).await?;
    says(stage, "options_removed", &[]).await?;
    let used = words("options_work_item", &["AnyDesk", "files.example"])?;
    reach(stage, &words("options_remove_name", &[&used])?).await?;
    key(stage, Key::Enter).await?;
    let none = words("options_none", &[])?;
    let taken_back = stage.until("nothing for work", APPEARS, async || {
        Ok((look(stage).await?["name"] == none.as_str()).then_some(()))
    });
    taken_back.await?;
    press(stage, "options_journey_clear", ENTER).await?;
    says(stage, "options_none", &[]).await
}

/// The recovery page: a box, the list of banks, printing, another device,
/// beginning anew, and deleting a file.
pub async fn keyboard_recovery_page(stage: &Stage) -> Result<()> {
    let erase = "await chrome.downloads.erase({}); return true";
    stage.desk.call(&stage.browser, erase, json!({})).await?;
    hold(stage).await?;
    press(stage, "download_work", SPACE).await?;
    says(stage, "download_kept", &[]).await?;
    let complete = stage.until("the file", APPEARS, async || {
        let body = "return (await chrome.downloads.search({ state: 'complete' })).length";
        let complete = stage.desk.call(&stage.browser, body, json!({})).await?;
        Ok((complete == 1).then_some(()))
    });
    complete.await?;

    stage.open_own("recovery.html").await?;
    let all = "return document.querySelectorAll('input[type=checkbox]').length";
    let all = stage
        .browser
        .web
        .execute(all, vec![])
        .await?
        .json()
        .to_string();
    press(stage, "recovery_end", SPACE).await?;
    says(stage, "recovery_progress", &["1", &all]).await?;
    let printed = "(window.wrappedJSObject ?? window).print = () => (document.title = 'printed')";
    stage.browser.web.execute(printed, vec![]).await?;
    press(stage, "recovery_print", ENTER).await?;
    let title = stage.browser.web.title().await?;
    ensure!(title == "printed", "nothing is printed: {title}");
    press(stage, "recovery_bank_list", ENTER).await?;
    says(stage, "recovery_bank_other", &[]).await?;
    reach(
        stage,
        &words("recovery_file_delete_name", &["AnyDesk.exe"])?,
    )
    .await?;
    key(stage, Key::Enter).await?;
    says(stage, "recovery_file_deleted", &["AnyDesk.exe"]).await?;
    press(stage, "recovery_reset", SPACE).await?;
    says(stage, "recovery_progress", &["0", &all]).await
}

/// The panel leads to the recovery page and to the options.
pub async fn keyboard_panel(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    for (link, page, said) in [
        ("button_recover", "recovery.html", "recovery_title"),
        ("popup_options", "options.html", "options_trusted_how"),
    ] {
        let tab = stage.show(&fixture.url, fixture.page()).await?;
        stage.warning().await?;
        stage.panel(tab.id).await?;
        press(stage, link, ENTER).await?;
        stage.arrive(page, &words(said, &[])?).await?;
        // Firefox may put the tab in front a while after it has opened.
        stage.clear().await?;
    }
    Ok(())
}

/// A held download that someone on the phone wanted: to the recovery page.
pub async fn keyboard_download_told(stage: &Stage) -> Result<()> {
    hold(stage).await?;
    press(stage, "button_told", ENTER).await?;
    stage.arrive_at_recovery().await
}

/// Our own warning page: someone is on the phone.
pub async fn keyboard_own_page_question(stage: &Stage) -> Result<()> {
    super::hostile::fight(stage).await?;
    says(stage, "button_pass", &[]).await?;
    press(stage, "button_pass", ENTER).await?;
    press(stage, "button_yes", SPACE).await?;
    stage.arrive_at_recovery().await
}
