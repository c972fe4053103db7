//! Pages that fight the warning: what a person sees and what a click hits is
//! the warning, or the tab is on our own warning page. A page may win for no
//! longer than half a second at a stretch.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use serde_json::json;
use thirtyfour::action_chain::ActionChain;

/// The longest that the warning may be lost.
const LOST: Duration = Duration::from_millis(500);
/// What a look counts for of it at most: on a machine that stood still, or was
/// busy elsewhere, nobody fought.
const LONGEST_LOOK: Duration = Duration::from_millis(250);
/// How long the page is watched after its attack began.
const WATCHED: Duration = Duration::from_secs(2);
/// A tab that is being left is gone after this long.
const LEAVES: Duration = Duration::from_secs(1);
/// Longer than a tab is given to arrive at our page.
const COMES_BACK: Duration = Duration::from_millis(1_500);

/// Blind clicks, 25 a second.
const CLICKS: u32 = 100;
/// From one to the next.
const BETWEEN_CLICKS: Duration = Duration::from_millis(40);

/// The tab that the fight is in: the page may be replaced by one of ours in a
/// tab of its own.
pub async fn follow(stage: &Stage) -> Result<()> {
    let windows = stage.browser.web.windows().await?;
    let current = stage.browser.web.window().await;
    if !current.is_ok_and(|current| windows.contains(&current)) {
        let ours = windows
            .into_iter()
            .find(|window| *window != stage.desk.window);
        let ours = ours.context("the tab is gone, and nothing came in its place")?;
        stage.browser.web.switch_to_window(ours).await?;
    }
    Ok(())
}

/// Waits until a warning stands, or our own page where none can be drawn.
pub async fn warned(stage: &Stage) -> Result<()> {
    let first = stage.until("a warning", APPEARS, async || {
        Ok(stands(stage).await?.then_some(()))
    });
    first.await
}

/// Whether the warning, or our own page, is what a person sees and hits.
async fn stands(stage: &Stage) -> Result<bool> {
    follow(stage).await?;
    Ok(stage.on_own_page().await? || stage.warning_stands().await?)
}

/// Opens a page of `tests/pages/hostile` and watches the fight.
pub async fn withstands(stage: &Stage, fixture: &Fixture) -> Result<()> {
    let tab = stage.show(&fixture.url, fixture.page()).await?;
    warned(stage).await?;
    let start = Instant::now();
    let mut lost: Option<(Instant, Duration)> = None;
    let watched = Duration::from_millis(fixture.delay_ms) + WATCHED;
    while start.elapsed() < watched || lost.is_some() {
        let look = Instant::now();
        // A page that is just being left, or one with a dialog open, answers with errors.
        if stands(stage).await.unwrap_or(false) {
            lost = None;
        } else {
            // A look takes a while itself: lost from its end to the begin of
            // the next one is lost for certain.
            let (since, long) = lost.unwrap_or_else(|| (Instant::now(), Duration::ZERO));
            let long = long + look.saturating_duration_since(since).min(LONGEST_LOOK);
            ensure!(long < LOST, "lost after {:?}", start.elapsed());
            lost = Some((since.max(look), long));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    follow(stage).await?;
    if stage.on_own_page().await? {
        return Ok(());
    }
    // A real press on the way out hits it. While the page moves the warning
    // about, a press does not count: then the tab is taken, or it is pressed again.
    let out = stage.until("the way out", APPEARS, async || {
        if stage.browser.web.windows().await?.contains(&tab.window) {
            follow(stage).await?;
            if !stage.on_own_page().await? {
                let surface = stage.warning().await?;
                stage.click(surface.way_out()?).await?;
                tokio::time::sleep(LEAVES).await;
                return Ok(None);
            }
        }
        Ok(Some(()))
    });
    out.await
}

/// The one attack that no overlay survives: removal at each insertion. The
/// tab must end on our own page.
pub async fn overlay_removed(stage: &Stage) -> Result<()> {
    fight(stage).await.map(drop)
}

/// Whoever closes the tab as soon as our page stands in it has closed it for
/// good: nothing of ours opens in its place.
pub async fn closed_for_good(stage: &Stage) -> Result<()> {
    fight(stage).await?;
    stage.browser.web.close_window().await?;
    let desk = stage.desk.window.clone();
    stage.browser.web.switch_to_window(desk).await?;
    tokio::time::sleep(COMES_BACK).await;
    let windows = stage.browser.web.windows().await?;
    ensure!(windows.len() == 1, "a tab came in its place");
    Ok(())
}

/// Blind clicks on the way on, 25 a second, pass nothing: not through a cover, and
/// not by being many.
pub async fn blind_clicks_pass_nothing(stage: &Stage) -> Result<()> {
    for page in ["benign/vendor-download", "hostile/caution-covered"] {
        let fixture = Fixture::load(page)?;
        stage.show(&fixture.url, fixture.page()).await?;
        let surface = stage.warning().await?;
        let on = surface.control(&words("button_go_on", &[])?)?;
        let handle = stage.browser.web.handle().clone();
        let mut chain = ActionChain::new_with_delay(handle, None, Some(BETWEEN_CLICKS));
        // The first could be of one who has read what stands there: it goes beside.
        chain = chain
            .move_to(surface.x as i64 + 9, surface.y as i64 + 9)
            .click();
        for _ in 0..CLICKS {
            chain = chain.move_to(on.x as i64, on.y as i64).click();
        }
        // A tab that is taken away in the middle of it is well.
        chain.perform().await.ok();
        let body = "return (await chrome.storage.session.get('passed')).passed ?? []";
        let passed = stage.desk.call(&stage.browser, body, json!({})).await?;
        ensure!(passed == json!([]), "{page} was passed: {passed}");
        stage.clear().await?;
    }
    Ok(())
}

/// Opens a page that removes the overlay and arrives at our own; the page's
/// address.
pub async fn fight(stage: &Stage) -> Result<String> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let mut html = fixture.html.clone();
    html.extend_from_slice(
        b"<script>const own = new Set(document.documentElement.children);
        new MutationObserver(() => {
          for (const child of document.documentElement.children) if (!own.has(child)) child.remove();
        }).observe(document.documentElement, { childList: true });</script>",
    );
    stage.show(&fixture.url, Page::html(html)).await?;
    let taken = stage.until("our warning page", APPEARS, async || {
        follow(stage).await?;
        Ok(stage.on_own_page().await?.then_some(()))
    });
    taken.await?;
    Ok(fixture.url)
}
