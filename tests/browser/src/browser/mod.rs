//! A headless Chromium or Firefox with the extension in a fresh profile.

mod chromium;
mod firefox;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::Value;
use tempfile::TempDir;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

use crate::driver::Driver;
use crate::shipped::manifest;

/// Longest wait for any one WebDriver command, on a machine that may sleep
/// meanwhile.
const COMMAND: Duration = Duration::from_secs(240);
/// Longest wait for a page to load or a script to answer: Chromium takes half
/// a minute to lay out 50 MB of text on two cores.
const PAGE: Duration = Duration::from_secs(230);

/// How long a browser may take to end.
const QUIT: Duration = Duration::from_secs(10);

/// Which browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
}

impl Engine {
    /// As test names begin.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }
}

/// A running browser; quits when dropped.
#[derive(Debug)]
pub struct Browser {
    /// Which one.
    pub engine: Engine,
    /// Its WebDriver session.
    pub web: WebDriver,
    /// `chrome-extension://ID` or `moz-extension://UUID`; empty without extension.
    pub origin: String,
    // Dropped in this order: first the driver, then the profile it writes to.
    _driver: Driver,
    profile: TempDir,
}

/// How to start a browser.
#[derive(Debug, Clone, Default)]
pub struct Setup {
    /// `host:port` of the proxy that answers for the web.
    pub proxy: String,
    /// The unpacked extension, or none.
    pub extension: Option<PathBuf>,
    /// With a window rather than headless.
    pub window: bool,
    /// With a trace of all scripts (Chromium alone).
    pub traced: bool,
}

impl Browser {
    /// Starts it; an error says what is missing.
    pub async fn start(engine: Engine, setup: &Setup) -> Result<Self> {
        if let Some(dir) = &setup.extension {
            manifest(dir)?;
        }
        let browser = match engine {
            Engine::Chromium => chromium::start(setup).await?,
            Engine::Firefox => firefox::start(setup).await?,
        };
        let timeouts = TimeoutConfiguration::new(Some(PAGE), Some(PAGE), Some(Duration::ZERO));
        browser.web.update_timeouts(timeouts).await?;
        Ok(browser)
    }

    /// Where downloads land.
    pub fn downloads(&self) -> PathBuf {
        self.profile.path().join("downloads")
    }

    /// Puts the browser to sleep for a while, all its processes, as a laptop
    /// does when it is closed.
    pub async fn sleep(&self, time: Duration) -> Result<()> {
        let main = self.process().context("its process is not known")?;
        let all = family(main);
        for pid in &all {
            kill_process(*pid, Signal::STOP)?;
        }
        tokio::time::sleep(time).await;
        for pid in all {
            kill_process(pid, Signal::CONT)?;
        }
        Ok(())
    }

    /// Its main process.
    fn process(&self) -> Option<Pid> {
        let name = match self.engine {
            Engine::Chromium => "goog:processID",
            Engine::Firefox => "moz:processID",
        };
        let id = self.web.capabilities().get(name).and_then(Value::as_i64)?;
        Pid::from_raw(id.try_into().ok()?)
    }

    /// Ends the session in an orderly way; dropping does it by force.
    pub async fn quit(self) {
        // Whatever this says, the processes are killed next.
        let quit = self.web.clone().quit();
        tokio::time::timeout(QUIT, quit).await.ok();
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Fails when it has quit, which is as well.
        self.web.clone().leak().ok();
        // Neither driver takes its browser along when it is killed.
        if let Some(pid) = self.process() {
            kill_process(pid, Signal::KILL).ok();
        }
    }
}

/// A process and all that it started, as Linux tells.
fn family(main: Pid) -> Vec<Pid> {
    let mut all = vec![main];
    let mut next = 0;
    while let Some(pid) = all.get(next).map(|pid| pid.as_raw_nonzero()) {
        next += 1;
        let threads = std::fs::read_dir(format!("/proc/{pid}/task"));
        for thread in threads.into_iter().flatten().flatten() {
            let started = std::fs::read_to_string(thread.path().join("children"));
            let started = started.unwrap_or_default();
            let pids = started
                .split_whitespace()
                .filter_map(|pid| pid.parse().ok());
            all.extend(pids.filter_map(Pid::from_raw));
        }
    }
    all
}

/// Has the driver start its browser.
async fn connect(driver: &Driver, capabilities: Value) -> Result<WebDriver> {
    let Value::Object(map) = capabilities else {
        anyhow::bail!("capabilities are an object");
    };
    let builder =
        WebDriver::builder(driver.url(), Capabilities::from(map)).request_timeout(COMMAND);
    builder.connect().await.context("the browser did not start")
}
