//! A browser with the extension, and a web of its own, for scenarios that
//! share them one after the other.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::WindowHandle;

use crate::browser::{Browser, Engine, Setup, dist};
use crate::extension::Desk;
use crate::see::{self, Control, Surface};
use crate::server::{Page, Server};
use crate::words::words;

/// How long a warning may take to appear, on a busy machine.
const APPEARS: Duration = Duration::from_secs(8);
/// How long a quiet page is watched.
const QUIET: Duration = Duration::from_millis(900);
/// A press right after the warning appeared may be a press meant for the page,
/// so the warning does not count it.
const HESITATION: Duration = Duration::from_millis(700);
/// Between two looks.
const LOOK: Duration = Duration::from_millis(40);

/// See the module.
#[derive(Debug)]
pub struct Stage {
    /// The browser.
    pub browser: Browser,
    /// The web it sees.
    pub server: Server,
    /// The extension's own tab.
    pub desk: Desk,
}

/// A tab of the browser.
#[derive(Debug, Clone)]
pub struct Tab {
    /// The extension API's id.
    pub id: i64,
    /// WebDriver's handle.
    pub window: WindowHandle,
}

impl Stage {
    /// Starts a browser with the extension as built.
    pub async fn start(engine: Engine) -> Result<Self> {
        Self::with(
            engine,
            Setup {
                extension: Some(dist(engine)),
                ..Setup::default()
            },
        )
        .await
    }

    /// Starts a browser set up in some other way (the proxy is filled in).
    pub async fn with(engine: Engine, setup: Setup) -> Result<Self> {
        let server = Server::start().await?;
        let proxy = server.addr().to_string();
        let browser = Browser::start(engine, &Setup { proxy, ..setup }).await?;
        let desk = Desk::open(&browser, "pages/options.html").await?;
        Ok(Self {
            browser,
            server,
            desk,
        })
    }

    /// Serves `page` at `url` and opens it in a new tab, without waiting for
    /// it to load.
    pub async fn show(&self, url: &str, page: Page) -> Result<Tab> {
        self.server.put(url, page);
        self.open(url).await
    }

    /// Opens `url` in a new tab, without waiting for it to load.
    pub async fn open(&self, url: &str) -> Result<Tab> {
        let before = self.browser.web.windows().await?;
        let id = self.desk.open_tab(&self.browser, url).await?;
        let window = self.new_window(&before).await?;
        self.browser.web.switch_to_window(window.clone()).await?;
        Ok(Tab { id, window })
    }

    /// Waits for a tab that was not there before.
    pub async fn new_window(&self, before: &[WindowHandle]) -> Result<WindowHandle> {
        let new = self.until("a new tab", APPEARS, async || {
            let now = self.browser.web.windows().await?;
            Ok(now.into_iter().find(|window| !before.contains(window)))
        });
        new.await
    }

    /// Closes every tab but the extension's own, for the next scenario.
    pub async fn clear(&self) -> Result<()> {
        for window in self.browser.web.windows().await? {
            if window != self.desk.window {
                self.browser.web.switch_to_window(window).await?;
                self.browser.web.close_window().await?;
            }
        }
        Ok(self
            .browser
            .web
            .switch_to_window(self.desk.window.clone())
            .await?)
    }

    /// Presses the control called `words(id)` of the warning that stands.
    pub async fn press(&self, id: &str) -> Result<()> {
        let surface = self.warning().await?;
        self.click(surface.control(&words(id, &[])?)?).await
    }

    /// Waits for the warning; it must be painted, too.
    pub async fn warning(&self) -> Result<Surface> {
        let seen = self.until("a warning", APPEARS, async || {
            see::surface(&self.browser).await
        });
        let surface = seen.await?;
        let painted = see::painted(&self.browser, &surface).await?;
        ensure!(painted > 0.3, "only {painted:.2} of the warning is visible");
        Ok(surface)
    }

    /// Waits until no warning stands any more.
    pub async fn gone(&self) -> Result<()> {
        let gone = self.until("the warning to go", APPEARS, async || {
            Ok(see::surface(&self.browser).await?.is_none().then_some(()))
        });
        gone.await
    }

    /// Watches the page for a while: no warning may show.
    pub async fn quiet(&self) -> Result<()> {
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

    /// Whether the tab shows one of the extension's pages.
    pub async fn on_own_page(&self) -> Result<bool> {
        let url = self.browser.web.current_url().await?;
        Ok(url.as_str().starts_with(&self.browser.origin))
    }

    /// Clicks where a control is, as a person would: not in the first moment.
    pub async fn click(&self, control: &Control) -> Result<()> {
        tokio::time::sleep(HESITATION).await;
        let chain = self.browser.web.action_chain();
        let chain = chain.move_to(control.x as i64, control.y as i64).click();
        Ok(chain.perform().await?)
    }

    /// Asks again and again until there is an answer.
    pub async fn until<T>(
        &self,
        what: &str,
        limit: Duration,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let start = Instant::now();
        let mut last = None;
        while start.elapsed() < limit {
            match ask().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                // A page that is just being replaced answers with errors.
                Err(error) => last = Some(error),
            }
            tokio::time::sleep(LOOK).await;
        }
        let late = format!("waited {limit:?} for {what}");
        Err(last.map_or_else(
            || anyhow::anyhow!(late.clone()),
            |error| error.context(late.clone()),
        ))
        .context(self.browser.engine.name())
    }
}
