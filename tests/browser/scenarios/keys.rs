//! Every way on from a warning by the keyboard alone.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::keyboard::{back, key};
use ringfence_browser_tests::see::Surface;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use serde_json::json;
use thirtyfour::{By, Key, WindowHandle};

/// Goes to the control `words(id)` by Tab and presses it by Enter.
async fn press(stage: &Stage, id: &str) -> Result<()> {
    let name = words(id, &[])?;
    let mut surface = stage.warning().await?;
    surface.control(&name)?;
    for _ in 0..surface.controls.len() + 3 {
        if surface
            .controls
            .iter()
            .any(|control| control.focused && control.text == name)
        {
            // A press in the first moment may have been meant for the page.
            tokio::time::sleep(Duration::from_secs(1)).await;
            return key(stage, Key::Enter).await;
        }
        key(stage, Key::Tab).await?;
        surface = stage.warning().await?;
    }
    anyhow::bail!("Tab does not lead to {name:?}")
}

async fn open(stage: &Stage) -> Result<Surface> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await
}

/// Tab stays on the warning, forwards and backwards; Esc changes nothing.
pub async fn keyboard_is_held(stage: &Stage) -> Result<()> {
    let surface = open(stage).await?;
    for wanted in [Some(Key::Tab), None, Some(Key::Escape)] {
        for _ in 0..surface.controls.len() + 2 {
            match &wanted {
                Some(wanted) => key(stage, wanted.clone()).await?,
                None => back(stage).await?,
            }
            let now = stage.warning().await?;
            ensure!(now.text == surface.text, "the warning changed");
            ensure!(
                now.controls.iter().any(|control| control.focused),
                "the keyboard is elsewhere"
            );
        }
    }
    let field = "return document.activeElement.tagName";
    let active = stage.browser.web.execute(field, vec![]).await?;
    ensure!(active.json() != "INPUT", "the page has the keyboard");
    Ok(())
}

/// Someone is on the phone: to the recovery page.
pub async fn keyboard_question(stage: &Stage) -> Result<()> {
    open(stage).await?;
    press(stage, "button_pass").await?;
    press(stage, "button_yes").await?;
    stage.arrive_at_recovery().await
}

async fn caution(stage: &Stage) -> Result<Fixture> {
    let fixture = Fixture::load("benign/vendor-download")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    Ok(fixture)
}

async fn is_left(stage: &Stage, tab: &WindowHandle) -> Result<()> {
    let gone = stage.until("the tab to go", APPEARS, async || {
        Ok((!stage.browser.web.windows().await?.contains(tab)).then_some(()))
    });
    gone.await
}

/// A caution: back.
pub async fn keyboard_caution_back(stage: &Stage) -> Result<()> {
    caution(stage).await?;
    let tab = stage.browser.web.window().await?;
    press(stage, "button_go_back").await?;
    is_left(stage, &tab).await
}

/// A caution: "Someone on the phone told me to", back to it, there again, and out.
pub async fn keyboard_caution_told(stage: &Stage) -> Result<()> {
    caution(stage).await?;
    let tab = stage.browser.web.window().await?;
    press(stage, "button_told").await?;
    press(stage, "button_back").await?;
    press(stage, "button_told").await?;
    press(stage, "button_go_back").await?;
    is_left(stage, &tab).await
}

/// A caution: "I use this for work", and it is not asked again.
pub async fn keyboard_caution_work(stage: &Stage) -> Result<()> {
    let fixture = caution(stage).await?;
    press(stage, "button_work").await?;
    stage.gone().await?;
    stage.browser.web.goto(&fixture.url).await?;
    stage.quiet().await.context("asked again")
}

/// A caution: on to the page.
pub async fn keyboard_caution_go_on(stage: &Stage) -> Result<()> {
    caution(stage).await?;
    press(stage, "button_go_on").await?;
    stage.gone().await
}

/// "Get me out" has the keyboard from the start.
pub async fn keyboard_get_me_out(stage: &Stage) -> Result<()> {
    open(stage).await?;
    let before = stage.browser.web.window().await?;
    press(stage, "button_leave").await?;
    is_left(stage, &before).await
}

/// To the recovery page.
pub async fn keyboard_recovery(stage: &Stage) -> Result<()> {
    open(stage).await?;
    press(stage, "button_recover").await?;
    stage.arrive_at_recovery().await
}

/// Goes to the button `words(id)` of a page of ours by Tab and presses it.
async fn press_own(stage: &Stage, id: &str) -> Result<()> {
    let name = words(id, &[])?;
    let there = stage.until(&name, Duration::from_secs(60), async || {
        // On a slow machine the fight may go on: from the tab to one of ours.
        super::hostile::follow(stage).await?;
        // The driver leaves a tab that it goes to without the keyboard. Tab is
        // only pressed when the button is there: it would lead out of the page.
        let look = "const [name] = arguments;
            if (!document.hasFocus()) window.focus();
            const buttons = [...document.querySelectorAll('button')];
            const button = buttons.find(({ innerText }) => innerText === name);
            return button && document.hasFocus() ? button === document.activeElement : null";
        let focused = stage.browser.web.execute(look, vec![json!(name)]).await?;
        match focused.json().as_bool() {
            None => return Ok(None),
            Some(true) => return Ok(Some(())),
            Some(false) => {}
        }
        key(stage, Key::Tab).await?;
        Ok(None)
    });
    there.await?;
    key(stage, Key::Enter).await
}

/// Our own warning page, which a fight led to: on to the page, by question and
/// pause.
pub async fn keyboard_own_page_pass(stage: &Stage) -> Result<()> {
    let url = super::hostile::fight(stage).await?;
    press_own(stage, "button_pass").await?;
    press_own(stage, "button_no").await?;
    press_own(stage, "button_go_on_anyway").await?;
    stage.arrive_at(&url).await?;
    stage.quiet().await
}

/// Our own warning page: out of it, and to the recovery page.
pub async fn keyboard_own_page_out(stage: &Stage) -> Result<()> {
    super::hostile::fight(stage).await?;
    let tab = stage.browser.web.window().await?;
    press_own(stage, "button_recover").await?;
    stage.arrive_at_recovery().await?;
    stage.browser.web.switch_to_window(tab.clone()).await?;
    press_own(stage, "button_leave").await?;
    is_left(stage, &tab).await
}

/// A held download: keep it away.
pub async fn keyboard_download(stage: &Stage) -> Result<()> {
    let file = "https://files.example/AnyDesk.exe";
    let program = Page::new("application/octet-stream", vec![0; 999]);
    stage.server.put(file, program);
    stage.held_download(file, "AnyDesk").await?;
    press_own(stage, "download_refuse").await?;
    stage
        .arrive("download.html", &words("download_refused", &[])?)
        .await
}

/// Through question and pause to the page.
pub async fn keyboard_pass(stage: &Stage) -> Result<()> {
    open(stage).await?;
    press(stage, "button_pass").await?;
    press(stage, "button_no").await?;
    stage.go_on_anyway().await?;
    press(stage, "button_go_on_anyway").await?;
    stage.gone().await.context("passed")
}

/// What a person is typing when the warning comes is no answer to it, however
/// long they pause before a space.
pub async fn keyboard_typing_is_no_answer(stage: &Stage) -> Result<()> {
    let threat = String::from_utf8(Fixture::load("scam/fake-payment")?.html)?;
    let threat = serde_json::to_string(&threat)?.replace("</", "<\\/");
    let html = format!(
        "<!doctype html><title>Notes</title><h1>Your note</h1><textarea autofocus></textarea>
        <script>addEventListener('input', () => setTimeout(() => {{
          const inner = new DOMParser().parseFromString({threat}, 'text/html');
          document.title = inner.title;
          document.body.append(...document.adoptNode(inner.body).childNodes);
        }}, 300), {{ once: true }})</script>"
    );
    stage
        .show("https://notes.example/", Page::html(html))
        .await?;
    stage.quiet().await?;
    let area = stage.browser.web.find(By::Tag("textarea")).await?;
    area.click().await?;
    for letter in "Dear sir I am   ".chars() {
        let pause = if letter == ' ' { 1_200 } else { 150 };
        tokio::time::sleep(Duration::from_millis(pause)).await;
        key(stage, letter).await?;
    }
    stage.warning().await?;
    key(stage, Key::Enter).await?;
    tokio::time::sleep(Duration::from_secs(1)).await;
    stage
        .warning()
        .await
        .context("what was typed was taken for an answer")?;
    press(stage, "button_leave").await
}
