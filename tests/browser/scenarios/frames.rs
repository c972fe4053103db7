//! A scam in a frame of a page that has nothing to do with it: the frame alone is
//! emptied.

use anyhow::{Result, ensure};
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::keyboard::key;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage, Tab};
use thirtyfour::By;

const URL: &str = "https://letters.example/write";
const LETTER: &str = "Dear Margaret, the garden is in flower";

/// A page on which a letter is being written, with the scam in a frame; `script`
/// runs in it.
async fn letter(stage: &Stage, scam: &Fixture, script: &str) -> Result<Tab> {
    let html = format!(
        "<!doctype html><title>Letters</title><h1>Write a letter</h1>
        <textarea id=letter rows=4></textarea>
        <iframe id=frame src='{}' style='width:40%;height:300px'></iframe>
        <script>onbeforeunload = () => true; {script}</script>",
        scam.url
    );
    let tab = stage.show(URL, Page::html(html)).await?;
    let field = stage.until("the letter", APPEARS, async || {
        let field = stage.browser.web.find(By::Id("letter")).await?;
        field.click().await?;
        Ok(Some(field))
    });
    field.await?.send_keys(LETTER).await?;
    Ok(tab)
}

/// Waits until nothing of the scam is left in the frame.
async fn emptied(stage: &Stage) -> Result<()> {
    let web = &stage.browser.web;
    let gone = stage.until("an empty frame", APPEARS, async || {
        web.enter_frame(0).await?;
        let there = web.execute("return document.URL + document.body?.innerText", vec![]);
        let there = there.await?.json().to_string();
        web.enter_parent_frame().await?;
        ensure!(there.contains("about:blank") && there.len() < 80, "{there}");
        Ok(Some(()))
    });
    gone.await
}

/// The letter is there as it was written, and can be written on.
async fn letter_is_whole(stage: &Stage) -> Result<()> {
    let field = stage.browser.web.find(By::Id("letter")).await?;
    field.send_keys(".").await?;
    let text = field.prop("value").await?.unwrap_or_default();
    ensure!(text == format!("{LETTER}."), "the letter says {text:?}");
    Ok(())
}

/// Presses the one button in the frame: the last thing in what stands there.
async fn press_its_button(stage: &Stage) -> Result<()> {
    let web = &stage.browser.web;
    // Each driver knows one way into a frame of another site.
    if stage.browser.engine == Engine::Chromium {
        web.find(By::Id("letter")).await?.click().await?;
        key(stage, '\u{e004}').await?;
        return key(stage, '\u{e007}').await;
    }
    web.enter_frame(0).await?;
    let place = "const { left, bottom } = document.body.lastElementChild.getBoundingClientRect();
        return [left + 60, bottom - 36]";
    let place: [f64; 2] = web.execute(place, vec![]).await?.convert()?;
    let [x, y] = place.map(|at| at as i64);
    let press = web.action_chain().move_to(x, y).click();
    press.perform().await?;
    web.enter_parent_frame().await?;
    Ok(())
}

/// The frame goes, the letter stays; what stood there is met in a tab of its own,
/// under the whole warning.
pub async fn frame_alone(stage: &Stage) -> Result<()> {
    let scam = Fixture::load("scam/fake-payment")?;
    stage.server.put(&scam.url, scam.page());
    let tab = letter(stage, &scam, "").await?;
    emptied(stage).await?;
    stage.quiet().await?;
    letter_is_whole(stage).await?;
    let badge = stage.desk.badge(&stage.browser, tab.id).await?;
    ensure!(badge == "i", "the toolbar says {badge:?}");
    stage.browser.web.switch_to_window(tab.window).await?;
    let before = stage.browser.web.windows().await?;
    press_its_button(stage).await?;
    let opened = stage.until("a tab of its own", APPEARS, async || {
        let now = stage.browser.web.windows().await?;
        Ok(now.into_iter().find(|window| !before.contains(window)))
    });
    stage.browser.web.switch_to_window(opened.await?).await?;
    stage.warning().await?;
    Ok(())
}

/// A frame that does not let itself be led away is met over the whole page, or is
/// empty all the same.
pub async fn frame_resists(stage: &Stage) -> Result<()> {
    let mut scam = Fixture::load("scam/fake-payment")?;
    let resists = b"<script>for (const on of [self, globalThis.navigation]) {
        on?.addEventListener('navigate', (event) => event.preventDefault(), true);
        on?.addEventListener('beforeunload', (event) => event.preventDefault());
      }</script>";
    scam.html.extend_from_slice(resists);
    stage.server.put(&scam.url, scam.page());
    letter(stage, &scam, "").await?;
    let met = stage.until("an end of it", APPEARS, async || {
        let warned = stage.warning_stands().await?;
        Ok((warned || emptied(stage).await.is_ok()).then_some(()))
    });
    met.await
}

/// A page that puts it back whenever it goes is in league with it.
pub async fn frame_comes_back(stage: &Stage) -> Result<()> {
    let scam = Fixture::load("scam/fake-payment")?;
    stage.server.put(&scam.url, scam.page());
    let back = "setInterval(() => { frame.src = frame.src + '?'; }, 2500);";
    letter(stage, &scam, back).await?;
    stage.warning().await?;
    Ok(())
}
