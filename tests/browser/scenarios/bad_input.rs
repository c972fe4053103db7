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
            heart(paragraph.repeat(50_000_000 / paragraph.len())),
        ),
        ("200,000 elements", heart("<p>Amazon</p>".repeat(200_000))),
        (
            "depth of 2,000",
            heart("<div>".repeat(2_000) + "Amazon sign in <input type=password>"),
        ),
        ("2,000 frames in each other", heart(FRAMES.into())),
        ("invalid UTF-8", invalid),
    ]
}

/// As deep as the browser lets it, tried 2,000 times.
const FRAMES: &str = "<script>
    let inner = document.documentElement;
    for (let depth = 0; depth < 2000 && inner; depth++) {
      const frame = inner.ownerDocument.createElement('iframe');
      inner.append(frame);
      inner = frame.contentDocument?.documentElement;
    }
    </script>";

/// The longest pause in the page that `browser` shows.
async fn gap(browser: &Browser) -> Result<f64> {
    tokio::time::sleep(Duration::from_secs(2)).await;
    let script = "return Number(document.documentElement?.dataset.gap ?? 0)";
    let gap = browser.web.execute(script, vec![]).await?;
    gap.json().as_f64().context("no gap")
}

/// A page with and without the extension: the longest pause in it grows by
/// less than a second, and the extension works afterwards.
pub async fn does_not_hang(stage: &Stage, html: &[u8]) -> Result<()> {
    let plain = Plain::start(stage.browser.engine).await?;
    plain.show(URL, Page::html(html.to_vec())).await?;
    let without = gap(&plain.browser).await?;
    plain.quit().await;

    stage.show(URL, Page::html(html.to_vec())).await?;
    stage.browser.web.goto(URL).await?;
    let with = gap(&stage.browser).await?;
    ensure!(
        with - without < HOLD,
        "{without:.0} ms without, {with:.0} ms with"
    );
    stage.clear().await?;
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.show(&fixture.url, fixture.page()).await?;
    stage.warning().await.context("afterwards")?;
    Ok(())
}
