//! How a tab is shown: size, colours, zoom.

use anyhow::Result;
use serde_json::json;

use crate::browser::{Browser, Engine};
use crate::see::in_parent;

/// What a person's screen and settings are like.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Width of the window's inside in CSS pixels before zoom.
    pub width: u32,
    /// Height of the window's inside in CSS pixels before zoom.
    pub height: u32,
    /// 2.0: everything twice as large.
    pub zoom: f64,
    /// `prefers-color-scheme`.
    pub dark: bool,
    /// Forced colours, as of a high-contrast theme.
    pub forced: bool,
}

impl View {
    /// A laptop, light.
    pub const WIDE: Self = Self {
        width: 1280,
        height: 800,
        zoom: 1.0,
        dark: false,
        forced: false,
    };
    /// The narrowest that WCAG asks for.
    pub const NARROW: Self = Self {
        width: 320,
        height: 640,
        ..Self::WIDE
    };
    /// The smallest window that a page can open.
    pub const SMALLEST: Self = Self {
        width: 200,
        height: 150,
        ..Self::WIDE
    };
    /// Text at 200%.
    pub const LARGE: Self = Self {
        zoom: 2.0,
        ..Self::WIDE
    };
    /// As much zoom as WCAG asks for: 320 CSS pixels across are left, 256 down.
    pub const HUGE: Self = Self {
        height: 1024,
        zoom: 4.0,
        ..Self::WIDE
    };
    /// The toolbar's panel.
    pub const PANEL: Self = Self {
        width: 352,
        height: 600,
        ..Self::WIDE
    };

    /// The same in dark colours.
    pub fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same in forced colours.
    pub fn forced(self) -> Self {
        Self {
            forced: true,
            ..self
        }
    }

    /// The same on a screen of that height.
    pub fn tall(self, height: u32) -> Self {
        Self { height, ..self }
    }

    /// Shows the current tab this way.
    pub async fn apply(self, browser: &Browser) -> Result<()> {
        match browser.engine {
            Engine::Chromium => self.apply_chromium(browser).await,
            Engine::Firefox => self.apply_firefox(browser).await,
        }
    }

    async fn apply_chromium(self, browser: &Browser) -> Result<()> {
        let cdp = browser.web.cdp();
        // Zoom is fewer CSS pixels, each of more device pixels.
        let metrics = json!({
            "width": (f64::from(self.width) / self.zoom) as u32,
            "height": (f64::from(self.height) / self.zoom) as u32,
            "deviceScaleFactor": self.zoom,
            "mobile": false,
        });
        cdp.send_raw("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let scheme = if self.dark { "dark" } else { "light" };
        let forced = if self.forced { "active" } else { "none" };
        let media = json!({ "features": [
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ] });
        cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    async fn apply_firefox(self, browser: &Browser) -> Result<()> {
        let script = "const [view, done] = arguments;
            const browser = gBrowser.selectedBrowser;
            for (const side of ['width', 'height']) {
              browser.style[side] = browser.style[`min-${side}`] = browser.style[`max-${side}`] =
                `${view[side]}px`;
            }
            ZoomManager.setZoomForBrowser(browser, view.zoom);
            Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', view.dark ? 0 : 1);
            // 2: the browser's own colours whatever the page says.
            Services.prefs.setIntPref('browser.display.document_color_use', view.forced ? 2 : 0);
            setTimeout(done, 100);";
        let view = json!({
            "width": self.width, "height": self.height, "zoom": self.zoom,
            "dark": self.dark, "forced": self.forced,
        });
        in_parent(browser, script, vec![view]).await?;
        Ok(())
    }
}
