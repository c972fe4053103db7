//! No accessibility rule is broken on any surface, in light and dark, and all of
//! it can be reached at 400%.

use anyhow::{Context, Result, ensure};
use ringfence::verdict::{Level, words as verdict_words};
use ringfence::{judge, page};
use ringfence_browser_tests::axe;
use ringfence_browser_tests::browser::{Browser, Engine};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::see;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::{content_scripts, dist};
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::view::View;
use ringfence_browser_tests::words::words;
use serde_json::{Value, json};
use thirtyfour::Key;

/// What the current tab breaks, in light and dark.
async fn broken(browser: &Browser, name: &str) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for view in [View::WIDE, View::WIDE.dark(), View::NARROW] {
        view.apply(browser).await?;
        for line in axe::violations(browser).await? {
            all.push(format!("{name} {}x dark={} {line}", view.width, view.dark));
        }
    }
    View::WIDE.apply(browser).await?;
    Ok(all)
}

/// The extension's own pages.
pub async fn own_pages(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await?;
    let mut all = Vec::new();
    stage.panel(tab.id).await?;
    let said = stage.text().await?;
    let headline = words("headline_pay", &[])?;
    ensure!(said.contains(&headline), "the panel says {said:?}");
    View::PANEL.apply(&stage.browser).await?;
    let end = "return document.querySelector('a.button').getBoundingClientRect().bottom";
    let end: f64 = stage.browser.web.execute(end, vec![]).await?.convert()?;
    let height = f64::from(View::PANEL.height);
    ensure!(end < height, "the way to help ends {end} px down a panel");
    all.extend(broken(&stage.browser, "panel").await?);
    for page in ["warning", "popup", "recovery", "options", "download"] {
        let page = format!("{page}.html?tab={}", tab.id);
        stage.open_own(&page).await?;
        all.extend(broken(&stage.browser, &page).await?);
    }
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

/// The overlay as it is shipped, but in a page's own world and, for this test
/// alone, in an open shadow root, where the rules can see it. In a browser
/// without the extension, which would warn about this page, too.
pub async fn overlay(stage: &Stage) -> Result<()> {
    let engine = stage.browser.engine;
    let plain = Plain::start(engine).await?;
    let mut all = Vec::new();
    for name in [
        "scam/fake-payment",
        "scam/remote-tool-push",
        "scam/scare-screen",
        "benign/vendor-download",
    ] {
        let fixture = Fixture::load(name)?;
        let facts = page::html::collect(&fixture.html, &fixture.url);
        let verdict = facts.iter().map(judge).max_by_key(|verdict| verdict.level);
        let verdict = verdict.unwrap_or_default();
        ensure!(
            verdict.level >= Level::Caution,
            "{name}: no warning to show"
        );
        let Some(warning) = verdict_words::warning(&verdict, "shop.example", None) else {
            anyhow::bail!("{name}: no words for it");
        };
        let url = "https://overlay-in-the-open.example/";
        let page = Page::html(in_the_open(engine, &json!(warning))?);
        plain.show(url, page).await?;
        tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        all.extend(broken(&plain.browser, name).await?);
        let steps = match verdict.level {
            Level::Danger => &["button_pass", "button_no"][..],
            _ => &["button_told"],
        };
        for step in steps {
            press_in_the_open(&plain.browser, step).await?;
            let step = format!("{name} {step}");
            all.extend(broken(&plain.browser, &step).await?);
        }
    }
    plain.quit().await;
    ensure!(all.is_empty(), "{}", all.join("\n"));
    Ok(())
}

/// Presses a button of the overlay and sees that it leads on.
async fn press_in_the_open(browser: &Browser, id: &str) -> Result<()> {
    let look = "const root = [...document.documentElement.children]
          .map((child) => child.shadowRoot).find((root) => root);
        const [name] = arguments;
        const button = [...root.querySelectorAll('button')].find(({ innerText }) => innerText === name);
        button?.scrollIntoView();
        const box = button?.getBoundingClientRect();
        return box && [box.x + box.width / 2, box.y + box.height / 2]";
    let args = vec![json!(words(id, &[])?)];
    let at = browser.web.execute(look, args.clone()).await?;
    let (x, y): (f64, f64) = serde_json::from_value(at.json().clone())?;
    // The warning counts no press before it has stood still for a while.
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    let chain = browser.web.action_chain().move_to(x as i64, y as i64);
    chain.click().perform().await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let still = browser.web.execute(look, args).await?;
    ensure!(still.json().is_null(), "{id} does nothing");
    Ok(())
}

/// At 400% every control can be scrolled to by Tab and pressed, and nothing
/// has to be scrolled sideways.
pub async fn all_is_in_reach_at_400(stage: &Stage) -> Result<()> {
    for name in ["scam/fake-payment", "benign/vendor-download"] {
        let fixture = Fixture::load(name)?;
        let tab = stage.show(&fixture.url, fixture.page()).await?;
        stage.warning().await?;
        View::HUGE.apply(&stage.browser).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let first = see::surface(&stage.browser).await?.context("no warning")?;
        ensure!(first.width <= 320.5, "{name} is {} wide", first.width);
        for _ in &first.controls {
            let tab = stage.browser.web.action_chain();
            tab.key_down(Key::Tab).key_up(Key::Tab).perform().await?;
            let surface = see::surface(&stage.browser).await?.context("no warning")?;
            let focused = surface.controls.iter().find(|control| control.focused);
            let focused = focused.context("the keyboard is elsewhere")?;
            ensure!(
                focused.reachable,
                "{name}: {:?} is out of reach",
                focused.text
            );
        }
        for page in ["warning", "recovery", "options", "download"] {
            let page = format!("{page}.html?tab={}", tab.id);
            stage.open_own(&page).await?;
            View::HUGE.apply(&stage.browser).await?;
            let wide = "return document.documentElement.scrollWidth - innerWidth";
            let wide = stage.browser.web.execute(wide, vec![]).await?;
            let wide = wide.json().as_f64().context("a width")?;
            ensure!(wide <= 0.0, "{page} is {wide} too wide");
        }
        View::WIDE.apply(&stage.browser).await?;
        stage.clear().await?;
    }
    Ok(())
}

/// In the smallest window that a page can open the headline can be read.
pub async fn headline_shows_in_the_smallest_window(stage: &Stage) -> Result<()> {
    for name in [
        "scam/fake-payment",
        "scam/call-this-number",
        "benign/vendor-download",
    ] {
        let fixture = Fixture::load(name)?;
        stage.show(&fixture.url, fixture.page()).await?;
        stage.warning().await?;
        View::SMALLEST.apply(&stage.browser).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        let small = see::surface(&stage.browser).await?.context("no warning")?;
        View::WIDE.apply(&stage.browser).await?;
        ensure!(small.headline_shows, "{name}: the headline is cut off");
        stage.clear().await?;
    }
    Ok(())
}

/// A page that runs the shipped overlay with `warning`.
fn in_the_open(engine: Engine, warning: &Value) -> Result<String> {
    let parts = ["warning_style", "overlay", "dom.js"];
    let wanted = |file: &str| parts.iter().any(|part| file.contains(part));
    let scripts = content_scripts(engine, wanted)?;
    let scripts = scripts
        .iter()
        .map(|(_, source)| format!("<script>{source}</script>\n"));
    let scripts: String = scripts.collect();
    let messages = std::fs::read_to_string(dist(engine).join("_locales/en/messages.json"))?;
    Ok(format!(
        "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1></main>
        <script>
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function () {{ return attach.call(this, {{ mode: 'open' }}); }};
        const messages = {messages};
        globalThis.browser = {{ i18n: {{ getMessage: (id, args) =>
          [].concat(args ?? []).reduce(
            (text, arg) => text.replace(/\\$\\w+\\$/, arg), messages[id]?.message ?? '') }} }};
        </script>
        {scripts}
        <script>ringfenceOverlay.show({warning}, () => {{}})</script>"
    ))
}
