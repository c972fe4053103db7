//! Chromium: the DevTools protocol hit-tests through closed shadow roots.

use anyhow::Result;
use serde_json::{Value, json};

use super::{LOOK, POINTS, Surface};
use crate::browser::Browser;

/// See [`super::surface`].
pub async fn surface(browser: &Browser) -> Result<Option<Surface>> {
    let cdp = browser.web.cdp();
    cdp.send_raw("DOM.enable", json!({})).await?;
    let tree = cdp.send_raw("Page.getFrameTree", json!({})).await?;
    let frame = &tree["frameTree"]["frame"]["id"];
    // An isolated world, so that the page's prototypes have no say.
    let world = cdp
        .send_raw("Page.createIsolatedWorld", json!({ "frameId": frame }))
        .await?;
    let metrics = cdp.send_raw("Page.getLayoutMetrics", json!({})).await?;
    let view = &metrics["cssLayoutViewport"];
    let size = |name: &str| view[name].as_f64().unwrap_or_default();
    for (x, y) in POINTS {
        // Whole pixels of the document: the protocol takes its scroll off itself.
        let place = json!({
            "x": (size("pageX") + x * size("clientWidth")) as i64,
            "y": (size("pageY") + y * size("clientHeight")) as i64,
        });
        // An error means that nothing stands there.
        let Ok(node) = cdp.send_raw("DOM.getNodeForLocation", place).await else {
            continue;
        };
        if node["frameId"] != *frame {
            continue;
        }
        let node = json!({
            "backendNodeId": node["backendNodeId"],
            "executionContextId": world["executionContextId"],
        });
        let object = cdp.send_raw("DOM.resolveNode", node).await?;
        let call = json!({
            "objectId": object["object"]["objectId"],
            "functionDeclaration": format!(
                "function () {{ {LOOK}; return look(this.closest ? this : this.parentElement); }}"
            ),
            "returnByValue": true,
        });
        let seen = cdp.send_raw("Runtime.callFunctionOn", call).await?;
        anyhow::ensure!(seen["exceptionDetails"].is_null(), "look failed: {seen}");
        if seen["result"]["value"] != Value::Null {
            return Ok(serde_json::from_value(seen["result"]["value"].clone())?);
        }
    }
    Ok(None)
}
