//! What the toolbar says of a tab. The browser itself clears it when the tab
//! goes to another page.

use wasm_bindgen::JsValue;

use super::api::{self, object};
use crate::verdict::Level;

/// Shows a level: shape and word as well as colour.
pub async fn show(tab: i32, level: Level) -> Result<(), JsValue> {
    let (name, title, badge, colour) = match level {
        Level::None => return Ok(()),
        Level::Notice => ("notice", "toolbar_notice", "i", "#1f5f9e"),
        Level::Caution => ("caution", "toolbar_caution", "?", "#8a5300"),
        Level::Danger => ("danger", "toolbar_danger", "!", "#b3001b"),
    };
    let icon = |size| api::own_url(&format!("icons/{name}-{size}.png"));
    let title = api::i18n_message(title, Vec::new());
    let path = serde_json::json!({ "16": icon(16), "32": icon(32) });
    api::badge_text(&object! { "tabId": tab, "text": badge }).await?;
    api::badge_colour(&object! { "tabId": tab, "color": colour }).await?;
    api::action_title(&object! { "tabId": tab, "title": title }).await?;
    api::action_icon(&object! { "tabId": tab, "path": path }).await?;
    Ok(())
}
