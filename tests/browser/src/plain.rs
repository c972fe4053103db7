//! A browser without the extension, to compare with.

use anyhow::Result;

use crate::browser::{Browser, Engine, Setup};
use crate::server::{Page, Server};

/// See the module.
#[derive(Debug)]
pub struct Plain {
    /// The browser.
    pub browser: Browser,
    /// The web it sees.
    pub server: Server,
}

impl Plain {
    /// Starts it.
    pub async fn start(engine: Engine) -> Result<Self> {
        let server = Server::start().await?;
        let setup = Setup {
            proxy: server.addr().to_string(),
            ..Setup::default()
        };
        let browser = Browser::start(engine, &setup).await?;
        Ok(Self { browser, server })
    }

    /// Serves `page` at `url`, opens it and waits until it has loaded.
    pub async fn show(&self, url: &str, page: Page) -> Result<()> {
        self.server.put(url, page);
        Ok(self.browser.web.goto(url).await?)
    }

    /// Quits the browser.
    pub async fn quit(self) {
        self.browser.quit().await;
    }
}
