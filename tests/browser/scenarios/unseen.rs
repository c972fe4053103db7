//! What nobody may notice: no request leaves the extension, and no page can
//! tell that it is there.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::see;
use ringfence_browser_tests::shipped::{dist, manifest};
use ringfence_browser_tests::stage::Stage;

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

/// Pages that make the extension do all that it does.
fn pages() -> Result<Vec<Fixture>> {
    let mut pages = Fixture::all("scam")?;
    pages.extend(Fixture::all("benign")?);
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
/// address of the extension, no timing entry and no violation.
pub async fn page_cannot_tell(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let script = "<script nonce=x>globalThis.violations = 0;
        addEventListener('securitypolicyviolation', () => violations++);</script>";
    let mut html = fixture.html.clone();
    html.extend_from_slice(script.as_bytes());
    let policy = "default-src 'none'; script-src 'nonce-x'; report-uri /report";
    let page =
        ringfence_browser_tests::server::Page::html(html).header("content-security-policy", policy);
    // The page's own styles and images violate it, too: the same without us.
    let plain = Plain::start(stage.browser.engine).await?;
    plain.show(&fixture.url, page.clone()).await?;
    let count = "return globalThis.violations ?? window.wrappedJSObject?.violations";
    tokio::time::sleep(Duration::from_millis(500)).await;
    let without = plain
        .browser
        .web
        .execute(count, vec![])
        .await?
        .json()
        .clone();
    plain.quit().await;

    stage.show(&fixture.url, page).await?;
    stage.warning().await?;
    let with = stage
        .browser
        .web
        .execute(count, vec![])
        .await?
        .json()
        .clone();
    ensure!(
        with == without,
        "violations: {with} with, {without} without"
    );
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
