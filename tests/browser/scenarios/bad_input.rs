//! Pages that are too large, too deep or no pages at all: nothing hangs, and
//! the extension still works afterwards.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::browser::Browser;
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;

const URL: &str = "https://heavy.example/";
/// The longest that the extension may hold up a page.
const HOLD: f64 = 1000.0;
/// Loads of which the best counts.
const LOADS: usize = 4;

/// Records, from its first script on, the longest time in which nothing ran.
const HEART: &str = "<!doctype html><title>Heavy</title><script>
    let last = performance.now();
    document.documentElement.dataset.gap = 0;
    setInterval(() => {
      const now = performance.now();
      const gap = Math.max(document.documentElement.dataset.gap, now - last);
      document.documentElement.dataset.gap = gap;
      last = now;
    }, 10);
    </script>";

/// Spares the browser, but not us, the text that is out of view.
const LAZY: &str = "<style>p { content-visibility: auto }</style>";

/// Each by its name.
pub fn heavy_pages() -> Vec<(&'static str, Vec<u8>)> {
    let heart = |body: String| format!("{HEART}{body}").into_bytes();
    let paragraph = format!("<p>{}</p>\n", "amazon sign in password ".repeat(40));
    let mut invalid = heart(String::new());
    invalid.extend((0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8 | 0x80));
    vec![
        ("empty", Vec::new()),
        (
            "50 MB",
            heart(LAZY.to_owned() + paragraph.repeat(50_000_000 / paragraph.len()).as_str()),
        ),
        ("200,000 elements", heart("<p>Amazon</p>".repeat(200_000))),
        (
            "depth of 2,000",
            heart("<div>".repeat(2_000) + "Amazon sign in <input type=password>"),
        ),
        ("50 frames in each other", heart(FRAMES.into())),
        ("invalid UTF-8", invalid),
    ]
}

/// As deep as the browser lets it, up to 50: each further one takes Chromium
/// longer, 15 s for 400 of them without any extension.
const FRAMES: &str = "<script>
    let inner = document.documentElement;
    for (let depth = 0; depth < 50 && inner; depth++) {
      const frame = inner.ownerDocument.createElement('iframe');
      inner.append(frame);
      inner = frame.contentDocument?.documentElement;
    }
    </script>";

/// The longest pause in the page. Whatever else the machine does only adds to
/// it, so the best of a few loads counts, up to one that is `good` enough.
async fn pause(browser: &Browser, good: f64) -> Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..LOADS {
        browser.web.goto(URL).await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        let script = "return Number(document.documentElement?.dataset.gap ?? 0)";
        let gap = browser.web.execute(script, vec![]).await?;
        best = best.min(gap.json().as_f64().context("no gap")?);
        if best < good {
            break;
        }
    }
    Ok(best)
}

/// Of the longest pause in a page less than a second is ours, and the extension
/// works afterwards. Where the browser alone takes a second, the machine is
/// slow or shared, and only the share is looked at.
pub async fn does_not_hang(stage: &Stage, html: &[u8]) -> Result<()> {
    let page = Page::html(html.to_vec());
    stage.show(URL, Page::html("")).await?;
    stage.server.put(URL, page.clone());
    let with = pause(&stage.browser, HOLD).await?;
    if with >= HOLD {
        let plain = Plain::start(stage.browser.engine).await?;
        plain.show(URL, page).await?;
        let without = pause(&plain.browser, 0.0).await?;
        plain.quit().await;
        let limit = if without < HOLD { HOLD } else { 2.0 * without };
        ensure!(
            with - without < limit,
            "{without:.0} ms without, {with:.0} ms with"
        );
    }
    stage.clear().await?;
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await.context("afterwards")?;
    Ok(())
}
