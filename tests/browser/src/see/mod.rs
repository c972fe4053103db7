//! The warning as a person sees it: what stands on top at a point of the
//! window, whatever shadow root it is in, and whether it was truly painted.

mod chromium;
mod firefox;
mod pixels;

pub use firefox::in_parent;

use anyhow::{Context, Result};
use serde::Deserialize;

use crate::browser::{Browser, Engine};
use crate::words::words;

/// The function `look(hit)`, see there.
const LOOK: &str = include_str!("look.js");

/// Where to look, in shares of the window: a danger covers the middle, a
/// caution may stand at an edge.
const POINTS: [(f64, f64); 5] = [(0.5, 0.5), (0.5, 0.1), (0.5, 0.9), (0.9, 0.1), (0.9, 0.9)];

/// A warning on top of the page.
#[derive(Debug, Clone, Deserialize)]
pub struct Surface {
    /// `alertdialog` or `dialog`.
    pub role: String,
    /// Its accessible name.
    pub name: String,
    /// Its rendered text.
    pub text: String,
    /// Left edge of the panel behind its headline, in CSS pixels.
    pub x: f64,
    /// Upper edge of the panel.
    pub y: f64,
    /// Width of the panel.
    pub width: f64,
    /// Height of the panel.
    pub height: f64,
    /// Whether all of its headline is in the window.
    pub headline_shows: bool,
    /// Its background colour as computed.
    pub background: String,
    /// What can be used on it, in document order.
    pub controls: Vec<Control>,
}

/// A button, link or field on a warning.
#[derive(Debug, Clone, Deserialize)]
pub struct Control {
    /// Its accessible name.
    pub text: String,
    /// Its middle in CSS pixels.
    pub x: f64,
    /// See `x`.
    pub y: f64,
    /// Has the keyboard.
    pub focused: bool,
    /// Whether a click on its middle hits it.
    pub reachable: bool,
}

impl Surface {
    /// The control of this name, or an error that lists those there are.
    pub fn control(&self, text: &str) -> Result<&Control> {
        let found = self.controls.iter().find(|control| control.text == text);
        found.with_context(|| {
            let all: Vec<_> = self.controls.iter().map(|control| &control.text).collect();
            format!("no control {text:?} among {all:?}")
        })
    }

    /// The way out of the page: of a danger, or of a caution.
    pub fn way_out(&self) -> Result<&Control> {
        let [leave, back] = [words("button_leave", &[])?, words("button_go_back", &[])?];
        self.control(&leave).or_else(|_| self.control(&back))
    }
}

/// The extension's surface that a click at one of a few points would hit.
pub async fn surface(browser: &Browser) -> Result<Option<Surface>> {
    match browser.engine {
        Engine::Chromium => chromium::surface(browser).await,
        Engine::Firefox => firefox::surface(browser).await,
    }
}

/// The share of `surface` that shows its own background colour on the screen:
/// near nothing when something invisible to clicks is painted over it, or
/// when the page made it transparent.
pub async fn painted(browser: &Browser, surface: &Surface) -> Result<f64> {
    pixels::share(&browser.web.screenshot_as_png().await?, surface)
}
