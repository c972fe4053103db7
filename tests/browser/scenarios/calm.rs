//! While a danger stands the page is quiet and harmless; passed, all is as it
//! was.

use std::time::Duration;

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{Stage, Tab};
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
    for (const type of ['keydown', 'input', 'click', 'pointerdown', 'submit', 'paste'])
      addEventListener(type, () => heard(type), true);
    </script>";

async fn ask(stage: &Stage, script: &str) -> Result<Value> {
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

/// A press on the page's button (under the warning), and keys.
async fn press_and_type(stage: &Stage) -> Result<()> {
    let chain = stage.browser.web.action_chain();
    chain.move_to(40, 300).click().perform().await?;
    let chain = stage.browser.web.action_chain();
    let (down, up) = (Key::Shift, Key::Shift);
    Ok(chain.key_down(down).key_up(up).perform().await?)
}

/// Nothing is heard by the page or by the person until the warning is passed.
pub async fn page_is_calm(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let html = [fixture.html.as_slice(), LISTENS.as_bytes()].concat();
    let tab = stage.show(&fixture.url, Page::html(html)).await?;
    stage.warning().await?;
    let calm = stage.until("calm", Duration::from_secs(5), async || {
        let played = "const { played } = document.documentElement.dataset;
            return played === 'yes' && document.querySelector('video').paused";
        let paused = ask(stage, played).await?;
        Ok((paused == true && is_muted(stage, &tab).await?).then_some(()))
    });
    calm.await?;
    press_and_type(stage).await?;
    let heard = ask(stage, "return document.documentElement.dataset.heard").await?;
    ensure!(heard == "", "the page heard {heard}");

    stage.pass().await?;
    let back = stage.until("all as it was", Duration::from_secs(5), async || {
        let paused = ask(stage, "return document.querySelector('video').paused").await?;
        let muted = is_muted(stage, &tab).await?;
        ensure!(paused == false && !muted, "paused {paused}, muted {muted}");
        Ok(Some(()))
    });
    back.await?;
    press_and_type(stage).await?;
    let heard = ask(stage, "return document.documentElement.dataset.heard").await?;
    let heard = heard.as_str().unwrap_or_default();
    ensure!(
        heard.contains("pointerdown"),
        "the page hears only {heard:?}"
    );
    ensure!(heard.contains("keydown"), "the page hears only {heard:?}");
    Ok(())
}
