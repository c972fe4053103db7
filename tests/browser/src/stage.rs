//! A browser with the extension, and a web of its own, for scenarios that
//! share them one after the other.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use serde_json::json;
use thirtyfour::{By, WindowHandle};

use crate::browser::{Browser, Engine, Setup};
use crate::extension::Desk;
use crate::server::{Page, Server};
use crate::shipped::dist;
use crate::words::words;

/// How long anything may take to appear, on a busy machine.
pub const APPEARS: Duration = Duration::from_secs(20);
/// Between two looks.
pub const LOOK: Duration = Duration::from_millis(40);
/// What a look counts for at most of the time that is waited.
const LONGEST_LOOK: Duration = Duration::from_secs(1);

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
        let setup = Setup {
            extension: Some(dist(engine)),
            ..Setup::default()
        };
        Self::with(engine, setup).await
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
        let window = self.until("a new tab", APPEARS, async || {
            let now = self.browser.web.windows().await?;
            Ok(now.into_iter().find(|window| !before.contains(window)))
        });
        let window = window.await?;
        // While a dialog of the page's stands open Firefox lets nobody in, and a
        // tab that was taken meanwhile is followed by whoever waits for a warning.
        let entered = self.until("the new tab", APPEARS, async || {
            let web = &self.browser.web;
            match web.switch_to_window(window.clone()).await {
                Err(error) if web.windows().await?.contains(&window) => Err(error.into()),
                _ => Ok(Some(())),
            }
        });
        entered.await?;
        Ok(Tab { id, window })
    }

    /// Opens a page of ours (`options.html`, say) and waits until it has built
    /// itself.
    pub async fn open_own(&self, page: &str) -> Result<Tab> {
        let url = format!("{}/pages/{page}", self.browser.origin);
        let tab = self.open(&url).await?;
        let built = self.until("its headline", APPEARS, async || {
            let headline = self.browser.web.find(By::Tag("h1")).await?;
            Ok((!headline.text().await?.is_empty()).then_some(()))
        });
        built.await.context(url)?;
        Ok(tab)
    }

    /// Opens the toolbar's panel as it hangs under `tab`. It tells of the tab
    /// in front, so it is built in one behind, which is then shown.
    pub async fn panel(&self, tab: i64) -> Result<()> {
        let before = self.browser.web.windows().await?;
        let body = "await chrome.tabs.update(args.tab, { active: true });
            await chrome.tabs.create({ url: args.url, active: false });
            const isBuilt = ({ document }) =>
              document.URL === args.url && document.querySelector('h1');
            for (let i = 0; i < 300; i++) {
              if (chrome.extension.getViews({ type: 'tab' }).some(isBuilt)) return;
              await new Promise((done) => setTimeout(done, 50));
            }
            throw new Error('the panel is not built');";
        let url = format!("{}/pages/popup.html", self.browser.origin);
        let args = json!({ "tab": tab, "url": url });
        self.desk.call(&self.browser, body, args).await?;
        let panel = self.until("the panel", APPEARS, async || {
            let now = self.browser.web.windows().await?;
            Ok(now.into_iter().find(|window| !before.contains(window)))
        });
        self.browser.web.switch_to_window(panel.await?).await?;
        Ok(())
    }

    /// Waits until some tab shows `page` of the extension with `said` in it,
    /// and stays in it.
    pub async fn arrive(&self, page: &str, said: &str) -> Result<()> {
        let url = format!("{}/pages/{page}", self.browser.origin);
        let arrived = self.until(page, APPEARS, async || {
            for window in self.browser.web.windows().await? {
                self.browser.web.switch_to_window(window).await?;
                if self
                    .browser
                    .web
                    .current_url()
                    .await?
                    .as_str()
                    .starts_with(&url)
                {
                    return Ok(self.text().await?.contains(said).then_some(()));
                }
            }
            Ok(None)
        });
        arrived.await
    }

    /// Has a page start the download of `url`, of a remote tool called
    /// `name`, and waits in the tab that asks about it.
    pub async fn held_download(&self, url: &str, name: &str) -> Result<()> {
        // A page starts it, as on the web; a bare link is held at the click.
        let start = format!(
            "<!doctype html><title>Files</title><p>Your files.
            <script>onload = () => setTimeout(() => location = '{url}', 300)</script>"
        );
        self.show("https://files.example/", Page::html(start))
            .await?;
        self.arrive("download.html", name).await
    }

    /// What the current tab says, without the marks around quoted names.
    pub async fn text(&self) -> Result<String> {
        let body = self.browser.web.find(By::Tag("body")).await?;
        Ok(body
            .text()
            .await?
            .replace(['\u{2066}', '\u{2068}', '\u{2069}'], ""))
    }

    /// Presses the button `words(id)` of the page of ours that stands.
    pub async fn press_own(&self, id: &str) -> Result<()> {
        let name = words(id, &[])?;
        let button = self.until(&name, APPEARS, async || {
            for button in self.browser.web.find_all(By::Tag("button")).await? {
                if button.text().await?.trim() == name {
                    return Ok(Some(button));
                }
            }
            Ok(None)
        });
        Ok(button.await?.click().await?)
    }

    /// Closes every tab but the extension's own and has the extension forget
    /// all it knows, for the next scenario.
    pub async fn clear(&self) -> Result<()> {
        let web = &self.browser.web;
        for window in web.windows().await? {
            if window != self.desk.window {
                web.switch_to_window(window).await?;
                web.close_window().await?;
            }
        }
        let forget = "await chrome.storage.session.clear(); await chrome.storage.local.clear();";
        self.desk.call(&self.browser, forget, json!({})).await?;
        Ok(())
    }

    /// Asks again and again until there is an answer. Time in which the machine
    /// itself stood still or was too busy to ask does not count.
    pub async fn until<T>(
        &self,
        what: &str,
        limit: Duration,
        ask: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let mut waited = Duration::ZERO;
        let mut last = anyhow!("it never came");
        while waited < limit {
            let start = Instant::now();
            match ask().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => {}
                // A page that is just being replaced answers with errors.
                Err(error) => last = error,
            }
            tokio::time::sleep(LOOK).await;
            waited += start.elapsed().min(LONGEST_LOOK);
        }
        Err(last).with_context(|| format!("waited {limit:?} for {what}"))
    }
}
