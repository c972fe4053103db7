//! Firefox: its own side (Marionette's chrome context) sends a script into
//! the page's process, where `openOrClosedShadowRoot` is allowed.

use std::fmt::Debug;

use anyhow::Result;
use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::{LOOK, POINTS, Surface};
use crate::browser::Browser;

/// See [`super::surface`].
pub async fn surface(browser: &Browser) -> Result<Option<Surface>> {
    let frame_script = format!(
        "{LOOK}
        const seen = (() => {{
          for (const [x, y] of {points}) {{
            const [left, top] = [x * content.innerWidth, y * content.innerHeight];
            let hit = content.document.elementFromPoint(left, top);
            while (hit?.openOrClosedShadowRoot) {{
              const inner = hit.openOrClosedShadowRoot.elementFromPoint(left, top);
              if (!inner || inner === hit) break;
              hit = inner;
            }}
            const surface = look(hit);
            if (surface) return surface;
          }}
          return null;
        }})();
        sendAsyncMessage('ringfence-tests:seen', JSON.stringify(seen));",
        points = json!(POINTS)
    );
    let seen = in_parent(
        browser,
        "const [source, done] = arguments;
        const mm = gBrowser.selectedBrowser.messageManager;
        mm.addMessageListener('ringfence-tests:seen', function listener(message) {
          mm.removeMessageListener('ringfence-tests:seen', listener);
          done(message.data);
        });
        const url = 'data:application/javascript;charset=utf-8,' + encodeURIComponent(`{${source}}`);
        mm.loadFrameScript(url, false);",
        vec![frame_script.into()],
    )
    .await?;
    Ok(serde_json::from_str(seen.as_str().unwrap_or("null"))?)
}

/// Runs an asynchronous script in Firefox's parent process.
pub async fn in_parent(browser: &Browser, script: &str, args: Vec<Value>) -> Result<Value> {
    browser.web.cmd(SetContext("chrome")).await?;
    let result = browser.web.execute_async(script, args).await;
    browser.web.cmd(SetContext("content")).await?;
    Ok(result?.json().clone())
}

/// geckodriver's `moz/context`: `chrome` or `content`.
#[derive(Debug)]
struct SetContext(&'static str);

impl FormatRequestData for SetContext {
    fn format_request(&self, session_id: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("session/{session_id}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}
