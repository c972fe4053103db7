//! Watching for the warning as a person does, and answering it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use serde_json::json;

use crate::see::{self, Control, Surface};
use crate::stage::{APPEARS, LOOK, Stage};
use crate::words::words;

/// How long a quiet page is watched after it has loaded.
const QUIET: Duration = Duration::from_millis(800);
/// A press right after the warning appeared may be one that was meant for the
/// page, so the warning does not count it.
const HESITATION: Duration = Duration::from_millis(1_000);
/// The longest until a danger can be passed: 30 seconds on a busy machine.
const PAUSE: Duration = Duration::from_secs(60);
/// Share of the warning's panel that shows its own background: the rest is
/// its words and buttons.
const PAINTED: f64 = 0.3;

impl Stage {
    /// Waits for the warning; it must be painted, too.
    pub async fn warning(&self) -> Result<Surface> {
        let seen = self.until("a warning", APPEARS, async || {
            let Some(surface) = see::surface(&self.browser).await? else {
                return Ok(None);
            };
            let painted = see::painted(&self.browser, &surface).await?;
            ensure!(painted > PAINTED, "only {painted:.2} of the warning shows");
            Ok(Some(surface))
        });
        match seen.await {
            Ok(surface) => Ok(surface),
            Err(error) => Err(error.context(self.known().await)),
        }
    }

    /// What the extension remembers, for whoever must find out what went wrong.
    async fn known(&self) -> String {
        let body = "const known = await chrome.storage.session.get(null);
            const tabs = await chrome.tabs.query({});
            return JSON.stringify([known, tabs.map(({ id, status }) => [id, status])]);";
        match self.desk.call(&self.browser, body, json!({})).await {
            Ok(known) => format!("the extension remembers {}", known.as_str().unwrap_or("?")),
            Err(error) => format!("the extension does not say what it remembers: {error:#}"),
        }
    }

    /// Whether the warning stands: it is on top, its way out can be hit and
    /// it is painted.
    pub async fn warning_stands(&self) -> Result<bool> {
        let Some(surface) = see::surface(&self.browser).await? else {
            return Ok(false);
        };
        let out = surface.way_out().is_ok_and(|control| control.reachable);
        Ok(out && see::painted(&self.browser, &surface).await? > PAINTED)
    }

    /// Waits until no warning stands any more.
    pub async fn gone(&self) -> Result<()> {
        let gone = self.until("the warning to go", APPEARS, async || {
            Ok(see::surface(&self.browser).await?.is_none().then_some(()))
        });
        gone.await
    }

    /// Watches the page, once it has loaded, for a while: no warning may show.
    pub async fn quiet(&self) -> Result<()> {
        let loaded = self.until("the page to load", APPEARS, async || {
            let state = "return document.readyState === 'complete' || null";
            let state = self.browser.web.execute(state, vec![]).await?;
            Ok(state.json().as_bool())
        });
        loaded.await?;
        let start = Instant::now();
        while start.elapsed() < QUIET {
            if let Some(surface) = see::surface(&self.browser).await? {
                bail!("a warning on an honest page: {:?}", surface.text);
            }
            tokio::time::sleep(LOOK).await;
        }
        ensure!(!self.on_own_page().await?, "an honest page was taken away");
        Ok(())
    }

    /// Waits for the recovery page.
    pub async fn arrive_at_recovery(&self) -> Result<()> {
        let hang_up = words("recovery_hang_up", &[])?;
        self.arrive("recovery.html", &hang_up).await
    }

    /// Waits until the tab is at `url`.
    pub async fn arrive_at(&self, url: &str) -> Result<()> {
        let there = self.until(url, APPEARS, async || {
            let now = self.browser.web.current_url().await?;
            Ok((now.as_str() == url).then_some(()))
        });
        there.await
    }

    /// Whether the tab shows one of the extension's pages.
    pub async fn on_own_page(&self) -> Result<bool> {
        let url = self.browser.web.current_url().await?;
        Ok(url.as_str().starts_with(&self.browser.origin))
    }

    /// Presses the control called `words(id)` of the warning that stands.
    pub async fn press(&self, id: &str) -> Result<()> {
        let surface = self.warning().await?;
        self.click(surface.control(&words(id, &[])?)?).await
    }

    /// Passes the danger that stands, through question and pause.
    pub async fn pass(&self) -> Result<()> {
        self.press("button_pass").await?;
        self.press("button_no").await?;
        self.click(&self.go_on_anyway().await?).await?;
        self.gone().await
    }

    /// Waits through the pause for the way on.
    pub async fn go_on_anyway(&self) -> Result<Control> {
        let name = words("button_go_on_anyway", &[])?;
        let go_on = self.until(&name, PAUSE, async || {
            let surface = see::surface(&self.browser).await?;
            surface
                .context("no warning")?
                .control(&name)
                .cloned()
                .map(Some)
        });
        go_on.await
    }

    /// Clicks where a control is, as a person would: not in the first moment.
    pub async fn click(&self, control: &Control) -> Result<()> {
        tokio::time::sleep(HESITATION).await;
        let chain = self.browser.web.action_chain();
        let chain = chain.move_to(control.x as i64, control.y as i64).click();
        Ok(chain.perform().await?)
    }
}
