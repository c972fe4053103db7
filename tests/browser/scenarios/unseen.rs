//! What nobody may notice: no request leaves the extension, and no page can
//! tell that it is there.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::browser::Browser;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::see;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::{dist, manifest};
use ringfence_browser_tests::stage::Stage;
use serde_json::Value;

/// Hosts that the browsers themselves ask, with or without an extension.
const BROWSERS: [&str; 9] = [
    "start.duckduckgo.com", // Debian Chromium's new tab
    "clients2.google.com",
    "accounts.google.com",
    "update.googleapis.com",
    "optimizationguide-pa.googleapis.com",
    "content-autofill.googleapis.com",
    "www.google.com",
    "firefox.settings.services.mozilla.com",
    "content-signature-2.cdn.mozilla.net",
];

/// Loads of which the middle one is taken.
const LOADS: usize = 9;
/// A look at such a page takes longer, in milliseconds.
const LEAST_LOOK: f64 = 4.0;

/// Pages that make the extension do all that it does.
fn pages() -> Result<Vec<Fixture>> {
    let mut pages = Fixture::all("scam")?;
    pages.extend(Fixture::all("benign")?);
    // A dialog, which nobody closes here, stops the driver.
    pages.retain(|page| !page.opens_dialogs());
    // Enough to have every kind, few enough to be quick.
    Ok(pages.into_iter().step_by(5).collect())
}

fn by_pages(asked: Vec<String>) -> BTreeSet<String> {
    let host = |url: &str| url.split('/').nth(2).unwrap_or_default().to_owned();
    let by_page =
        |url: &String| !BROWSERS.contains(&host(url).as_str()) && !url.ends_with("/favicon.ico");
    asked.into_iter().filter(by_page).collect()
}

/// Through the proxy, which every request must take: what is asked for with
/// the extension is what is asked for without it.
pub async fn no_request_leaves(stage: &Stage) -> Result<()> {
    let pages = pages()?;
    let plain = Plain::start(stage.browser.engine).await?;
    for page in &pages {
        plain.show(&page.url, page.page()).await?;
    }
    tokio::time::sleep(Duration::from_millis(500)).await;
    let without = by_pages(plain.server.asked());
    plain.quit().await;

    let before = stage.server.asked().len();
    let mut warned = 0;
    for page in &pages {
        stage.show(&page.url, page.page()).await?;
        tokio::time::sleep(Duration::from_millis(700)).await;
        warned += u32::from(see::surface(&stage.browser).await?.is_some());
        stage.clear().await?;
    }
    let with = by_pages(stage.server.asked().split_off(before));
    ensure!(warned > 0, "the extension did nothing");
    ensure!(with.contains(&pages[0].url), "the proxy saw nothing");
    let more: Vec<_> = with.difference(&without).collect();
    ensure!(more.is_empty(), "asked for by the extension: {more:?}");
    Ok(())
}

/// Neither manifest lets a page load anything of the extension.
pub async fn nothing_is_web_accessible(stage: &Stage) -> Result<()> {
    let manifest = manifest(&dist(stage.browser.engine))?;
    ensure!(manifest["manifest_version"] == 3);
    ensure!(manifest.get("web_accessible_resources").is_none());
    Ok(())
}

/// Under a warning and a policy with a report address, the page finds no
/// address of the extension, no timing entry and no violation that it would
/// not have without us (its own styles and images violate the policy, too).
pub async fn page_cannot_tell(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let script = "<script nonce=x>globalThis.violations = [];
        addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          violations.push(`${effectiveDirective} ${blockedURI}`));</script>";
    let html = [script.as_bytes(), &fixture.html].concat();
    let policy = "default-src 'none'; script-src 'nonce-x'; report-uri /report";
    let page = Page::html(html).header("content-security-policy", policy);
    let plain = Plain::start(stage.browser.engine).await?;
    plain.show(&fixture.url, page.clone()).await?;
    let without = violations(&plain.browser).await?;
    plain.quit().await;

    stage.show(&fixture.url, page).await?;
    stage.warning().await?;
    let with = violations(&stage.browser).await?;
    ensure!(with == without, "with us {with:?}, without {without:?}");
    let traces = "return document.documentElement.outerHTML +
        JSON.stringify(performance.getEntries()) + Object.keys(window).join()";
    let seen = stage.browser.web.execute(traces, vec![]).await?;
    let seen = seen.json().as_str().unwrap_or_default().to_lowercase();
    ensure!(
        !seen.contains("extension://"),
        "an address of ours is in the page"
    );
    ensure!(!seen.contains("ringfence"), "our name is in the page");
    Ok(())
}

/// How long a page's `DOMContentLoaded` takes does not tell it that we look.
pub async fn page_cannot_time_us(stage: &Stage) -> Result<()> {
    let field = "<p>Ring 0800 123 4567 <label>Your name <input></label>".repeat(300);
    let page = Page::html(format!("<!doctype html><title>Form</title>{field}"));
    let url = "https://form.example/";
    let plain = Plain::start(stage.browser.engine).await?;
    plain.show(url, page.clone()).await?;
    let without = loaded_in(&plain.browser, url).await?;
    plain.quit().await;
    stage.show(url, page).await?;
    let with = loaded_in(&stage.browser, url).await?;
    ensure!(
        with < without + LEAST_LOOK,
        "with us {with} ms, without {without} ms"
    );
    Ok(())
}

/// The median over some loads, in milliseconds.
async fn loaded_in(browser: &Browser, url: &str) -> Result<f64> {
    let time = "const [load] = performance.getEntriesByType('navigation');
        return load.domContentLoadedEventEnd - load.domContentLoadedEventStart";
    let mut times = Vec::new();
    for _ in 0..LOADS {
        browser.web.goto(url).await?;
        let time = browser.web.execute(time, vec![]).await?;
        times.push(time.json().as_f64().context("no time")?);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[LOADS / 2])
}

/// What the page has heard of its policy some time after it loaded. Each but
/// once: a browser asks for the page's icon as often as it likes.
async fn violations(browser: &Browser) -> Result<Value> {
    let count = "const done = arguments[0];
        const page = window.wrappedJSObject ?? window;
        const tell = () => setTimeout(() => done([...new Set(page.violations)].sort()), 700);
        document.readyState === 'complete' ? tell() : addEventListener('load', tell);";
    let heard = browser.web.execute_async(count, vec![]).await?;
    Ok(heard.json().clone())
}
