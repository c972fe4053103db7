//! While a danger stands the page is quiet and harmless; passed, all is as it
//! was.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::measure::stop_background;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage, Tab};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Plays a sound without end, and writes down what reaches it.
const LISTENS: &str = "<video id=sound loop width=9 height=9></video><script>
    const wave = new Uint8Array(8044).fill(128);
    wave.set(new TextEncoder().encode('RIFF'), 0);
    new DataView(wave.buffer).setUint32(4, 8036, true);
    wave.set(new TextEncoder().encode('WAVEfmt '), 8);
    const view = new DataView(wave.buffer);
    view.setUint32(16, 16, true); view.setUint16(20, 1, true); view.setUint16(22, 1, true);
    view.setUint32(24, 8000, true); view.setUint32(28, 8000, true);
    view.setUint16(32, 1, true); view.setUint16(34, 8, true);
    wave.set(new TextEncoder().encode('data'), 36); view.setUint32(40, 8000, true);
    sound.src = URL.createObjectURL(new Blob([wave], { type: 'audio/wav' }));
    sound.muted = true; // a page may start by itself only a film, and a silent one
    sound.play();
    document.documentElement.dataset.played = sound.paused ? 'no' : 'yes';
    const heard = (document.documentElement.dataset.heard = '', (what) =>
      (document.documentElement.dataset.heard += `${what} `));
    addEventListener('submit', (event) => event.preventDefault());
    for (const type of ['keydown', 'input', 'click', 'pointerdown', 'submit', 'paste'])
      addEventListener(type, () => heard(type), true);
    </script>";

/// What a script gives in the page.
pub async fn ask(stage: &Stage, script: &str) -> Result<Value> {
    let answer = stage.browser.web.execute(script, vec![]).await?;
    Ok(answer.json().clone())
}

async fn is_muted(stage: &Stage, tab: &Tab) -> Result<bool> {
    let body = "return (await chrome.tabs.get(args.tab)).mutedInfo.muted";
    let muted = stage
        .desk
        .call(&stage.browser, body, json!({ "tab": tab.id }));
    let muted = muted.await?.as_bool().unwrap_or_default();
    stage
        .browser
        .web
        .switch_to_window(tab.window.clone())
        .await?;
    Ok(muted)
}

/// A press on the page's button (under the warning), keys, a paste, a submit.
async fn press_and_type(stage: &Stage) -> Result<()> {
    let chain = stage.browser.web.action_chain();
    chain.move_to(40, 300).click().perform().await?;
    let chain = stage.browser.web.action_chain();
    let paste = chain.key_down(Key::Control).key_down('v').key_up('v');
    paste.key_up(Key::Control).perform().await?;
    // From a script; the browser itself sends a form only on a person's press.
    let submit = "const [form] = document.forms; form.noValidate = true; form.requestSubmit()";
    ask(stage, submit).await?;
    Ok(())
}

/// A page that took the pointer before it showed what it is.
pub async fn pointer_is_freed(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let threat = String::from_utf8(fixture.html.clone())?;
    let threat = serde_json::to_string(&threat)?.replace("</", "<\\/");
    let html = format!(
        "<!doctype html><title>Parcels</title><h1>Your parcel</h1>
        <button style='position:fixed;inset:0'>Where is it?</button><script>
        const {{ dataset }} = document.documentElement;
        document.addEventListener('pointerlockchange', () => {{
          dataset.locked = (dataset.locked ?? '') + (document.pointerLockElement ? 'yes ' : 'no ');
        }});
        document.querySelector('button').onclick = async () => {{
          await document.documentElement.requestPointerLock();
          const inner = new DOMParser().parseFromString({threat}, 'text/html');
          document.title = inner.title;
          document.body.replaceWith(document.adoptNode(inner.body));
        }};</script>"
    );
    stage
        .show("https://parcels.example/", Page::html(html))
        .await?;
    stage.quiet().await?;
    let chain = stage.browser.web.action_chain();
    chain.move_to(400, 300).click().perform().await?;
    stage.warning().await?;
    let freed = stage.until("the pointer", APPEARS, async || {
        let locked = ask(stage, "return document.documentElement.dataset.locked").await?;
        Ok((locked == "yes no ").then_some(()))
    });
    freed.await
}

/// A page with a sound and a danger, once it is quiet.
async fn calmed(stage: &Stage) -> Result<Tab> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let html = [fixture.html.as_slice(), LISTENS.as_bytes()].concat();
    let tab = stage.show(&fixture.url, Page::html(html)).await?;
    stage.warning().await?;
    let calm = stage.until("calm", APPEARS, async || {
        let played = "const { played } = document.documentElement.dataset;
            return played === 'yes' && document.querySelector('video').paused";
        let paused = ask(stage, played).await?;
        Ok((paused == true && is_muted(stage, &tab).await?).then_some(()))
    });
    calm.await?;
    Ok(tab)
}

/// Passes the warning; then all is as it was.
async fn passed(stage: &Stage, tab: &Tab) -> Result<()> {
    stage.pass().await?;
    let back = stage.until("all as it was", APPEARS, async || {
        let paused = ask(stage, "return document.querySelector('video').paused").await?;
        let muted = is_muted(stage, tab).await?;
        ensure!(paused == false && !muted, "paused {paused}, muted {muted}");
        Ok(Some(()))
    });
    back.await
}

/// A background that is stopped while it watches a tab leaves nothing behind.
pub async fn background_is_stopped(stage: &Stage) -> Result<()> {
    let tab = calmed(stage).await?;
    stop_background(stage).await?;
    stage
        .browser
        .web
        .switch_to_window(tab.window.clone())
        .await?;
    stage.warning().await?;
    passed(stage, &tab).await
}

/// Nothing is heard by the page or by the person until the warning is passed.
pub async fn page_is_calm(stage: &Stage) -> Result<()> {
    let tab = calmed(stage).await?;
    press_and_type(stage).await?;
    let heard = ask(stage, "return document.documentElement.dataset.heard").await?;
    ensure!(heard == "", "the page heard {heard}");

    passed(stage, &tab).await?;
    press_and_type(stage).await?;
    let heard = ask(stage, "return document.documentElement.dataset.heard").await?;
    let heard = heard.as_str().unwrap_or_default();
    for event in ["pointerdown", "keydown", "paste", "submit"] {
        ensure!(heard.contains(event), "the page hears only {heard:?}");
    }
    Ok(())
}

/// A script sends the form, which no `submit` event tells of: not while a danger
/// stands.
pub async fn form_is_not_sent(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    let url = "https://collects.example/cards";
    stage
        .server
        .put(url, Page::html("<!doctype html>Thank you"));
    let is_sent = || {
        stage
            .server
            .asked()
            .iter()
            .any(|asked| asked.starts_with(url))
    };
    let submit = |method: &str| {
        format!(
            "const [form] = document.forms;
            form.action = '{url}'; form.method = '{method}'; form.submit()"
        )
    };
    stage.warning().await?;
    for method in ["post", "get"] {
        ask(stage, &submit(method)).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        ensure!(!is_sent(), "sent by {method}");
        stage.warning().await.context(method)?;
    }
    stage.pass().await?;
    ask(stage, &submit("post")).await?;
    let sent = stage.until("the form", APPEARS, async || Ok(is_sent().then_some(())));
    sent.await
}

/// A device that slept is no page that fights: the warning stands as before.
pub async fn sleep_is_no_fight(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    for _ in 0..3 {
        stage.browser.sleep(Duration::from_secs(6)).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        ensure!(!stage.on_own_page().await?, "the tab was taken away");
        stage.warning().await?;
    }
    Ok(())
}

/// Taken out of the back/forward cache, a danger is all that it was.
pub async fn back_from_the_cache(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let marks = "<script>onpageshow = ({ persisted }) =>
        (document.documentElement.dataset.persisted = persisted)</script>";
    let html = [fixture.html.as_slice(), marks.as_bytes()].concat();
    let tab = stage.show(&fixture.url, Page::html(html)).await?;
    stage.warning().await?;
    let other = "https://weather.example/";
    let page = Page::html("<!doctype html><title>Weather</title><p>Rain.");
    stage.server.put(other, page);
    stage.browser.web.goto(other).await?;
    stage.quiet().await?;
    stage.browser.web.back().await?;
    stage.warning().await?;
    let persisted = ask(stage, "return document.documentElement.dataset.persisted").await?;
    ensure!(persisted == "true", "it was loaded anew");
    let back = stage.until("what a danger brings", APPEARS, async || {
        let badge = stage.desk.badge(&stage.browser, tab.id).await?;
        let is_muted = is_muted(stage, &tab).await?;
        ensure!(
            badge == "!" && is_muted,
            "badge {badge:?}, muted {is_muted}"
        );
        Ok(Some(()))
    });
    back.await
}
