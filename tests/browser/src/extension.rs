//! The extension asked from one of its own pages, with the rights it has.

use anyhow::{Context, Result};
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use crate::browser::Browser;

/// A tab that stays on a page of the extension.
#[derive(Debug)]
pub struct Desk {
    /// The tab.
    pub window: WindowHandle,
}

impl Desk {
    /// Opens `page` (path in the extension) in the current tab and stays there.
    pub async fn open(browser: &Browser, page: &str) -> Result<Self> {
        let url = format!("{}/{page}", browser.origin);
        browser.web.goto(url).await?;
        let window = browser.web.window().await?;
        Ok(Self { window })
    }

    /// Evaluates `body` (of an async function of `args`, an array) there.
    pub async fn call(&self, browser: &Browser, body: &str, args: Value) -> Result<Value> {
        browser
            .web
            .switch_to_window(self.window.clone())
            .await
            .context("the extension's own tab is gone")?;
        let script = format!(
            "const [args, done] = arguments;
            (async () => {{ {body} }})().then(
              (value) => done({{ value: value ?? null }}),
              (error) => done({{ error: String(error) }}),
            );"
        );
        let reply = browser.web.execute_async(script, vec![args]).await?;
        let reply = reply.json();
        anyhow::ensure!(reply["error"].is_null(), "{}", reply["error"]);
        Ok(reply["value"].clone())
    }

    /// Opens `url` in a new tab without waiting for it; its tab id.
    pub async fn open_tab(&self, browser: &Browser, url: &str) -> Result<i64> {
        let body = "return (await chrome.tabs.create({ url: args.url })).id";
        let id = self.call(browser, body, json!({ "url": url })).await?;
        id.as_i64().context("no tab id")
    }

    /// The toolbar button's badge for a tab.
    pub async fn badge(&self, browser: &Browser, tab: i64) -> Result<String> {
        let body = "return chrome.action.getBadgeText({ tabId: args.tab })";
        let text = self.call(browser, body, json!({ "tab": tab })).await?;
        Ok(text.as_str().unwrap_or_default().into())
    }
}
