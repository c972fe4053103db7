//! The extension's own pages by the keyboard alone: every control is reached
//! and used, and one sees where the keyboard is.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::keys::{back, key};

const TOOL: &str = "https://files.example/AnyDesk.exe";

/// What a person can use on the page, `at` being one of it; and of what has the
/// keyboard its number, its name and whether it shows.
const LOOK: &str = "
    const all = [...document.querySelectorAll('a[href], button, input, select, summary')]
      .filter((at) => at.checkVisibility());
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    return {
      all: all.length,
      number: all.indexOf(at),
      name: (at.ariaLabel ?? (at.labels?.[0]?.innerText || at.innerText || at.id))
        .replace(/\\p{Bidi_C}/gu, ''),
      isSeen: at.matches(':focus-visible') && outlineStyle === 'solid'
        && parseFloat(outlineWidth) >= 2 && top >= 0 && bottom <= innerHeight,
    };";

async fn look(stage: &Stage) -> Result<Value> {
    let seen = stage.browser.web.execute(LOOK, vec![]).await?;
    Ok(seen.json().clone())
}

/// Waits until the tab has the keyboard: a driver does not give it to one that
/// it goes to.
async fn take_up(stage: &Stage) -> Result<()> {
    let has = "if (!document.hasFocus()) window.focus(); return document.hasFocus() || null";
    let taken = stage.until("the keyboard", APPEARS, async || {
        let has = stage.browser.web.execute(has, vec![]).await?;
        Ok(has.json().as_bool())
    });
    taken.await.map(drop)
}

/// Tab leads to all there is, and Shift with Tab back through it.
async fn all_is_reached(stage: &Stage, page: &str) -> Result<()> {
    take_up(stage).await?;
    let all = look(stage).await?["all"].as_u64().context("how many")?;
    ensure!(all > 0, "{page}: nothing to use");
    // The keyboard may begin in the middle, at the safe button.
    walk(stage, page, all, true).await?;
    for backwards in [false, true] {
        let reached = walk(stage, page, all, backwards).await?;
        ensure!(
            reached.len() as u64 == all,
            "{page}, backwards {backwards}: only {reached:?} of {all}"
        );
    }
    Ok(())
}

/// Goes by Tab to one end; what is met on the way, which must all show it.
async fn walk(stage: &Stage, page: &str, all: u64, backwards: bool) -> Result<BTreeSet<u64>> {
    let end = if backwards { 0 } else { all - 1 };
    let mut reached = BTreeSet::new();
    for _ in 0..all + 3 {
        let now = look(stage).await?;
        // Beyond the last is the browser's own.
        if let Some(number) = now["number"].as_u64() {
            ensure!(
                now["isSeen"] == true,
                "{page}: the keyboard is unseen: {now}"
            );
            reached.insert(number);
            if number == end {
                break;
            }
        }
        match backwards {
            true => back(stage).await?,
            false => key(stage, Key::Tab).await?,
        }
    }
    Ok(reached)
}

/// Goes to the control of this name by Tab.
async fn reach(stage: &Stage, name: &str) -> Result<()> {
    take_up(stage).await?;
    let reached = stage.until(name, APPEARS, async || {
        let now = look(stage).await?;
        if now["name"] == name && now["number"] != -1 {
            ensure!(now["isSeen"] == true, "the keyboard is unseen: {now}");
            return Ok(Some(()));
        }
        key(stage, Key::Tab).await?;
        Ok(None)
    });
    reached.await
}

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
