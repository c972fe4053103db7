//! A headless Chromium or Firefox with the extension in a fresh profile.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::{Capabilities, TimeoutConfiguration, WebDriver};

use crate::driver::{Driver, Program};
use crate::shipped::manifest;

/// Longest wait for any one WebDriver command, on a machine that may sleep
/// meanwhile.
const COMMAND: Duration = Duration::from_secs(240);
/// Longest wait for a page to load or a script to answer: Chromium takes half
/// a minute to lay out 50 MB of text on two cores.
const PAGE: Duration = Duration::from_secs(230);

/// How long a browser may take to end.
const QUIT: Duration = Duration::from_secs(10);

/// The extension's address in Firefox; a fresh one is drawn per profile
/// otherwise, which no test could know.
const FIREFOX_UUID: &str = "6e1f2f0c-3a6b-4f5e-9d57-0f1b6a1c2d3e";

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
}

impl Browser {
    /// Starts it; an error says what is missing.
    pub async fn start(engine: Engine, setup: &Setup) -> Result<Self> {
        if let Some(dir) = &setup.extension {
            manifest(dir)?;
        }
        let browser = match engine {
            Engine::Chromium => chromium(setup).await?,
            Engine::Firefox => firefox(setup).await?,
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

async fn chromium(setup: &Setup) -> Result<Browser> {
    let profile = tempfile::tempdir()?;
    let program = Program {
        name: "Chromium",
        variable: "CHROMIUM",
        files: &["chromium", "chromium-browser", "chrome"],
        install: "apt-get install chromium",
    };
    let mut args = vec![
        "--no-sandbox".into(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--no-first-run".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-sync".into(),
        "--disable-search-engine-choice-screen".into(),
        "--window-size=1280,900".into(),
        "--lang=en-GB".into(),
        format!(
            "--user-data-dir={}",
            profile.path().join("chromium").display()
        ),
        format!("--proxy-server=http://{}", setup.proxy),
        // Loopback would go round the proxy.
        "--proxy-bypass-list=<-loopback>".into(),
    ];
    if let Some(dir) = &setup.extension {
        args.push(format!("--load-extension={}", dir.display()));
        args.push(format!("--disable-extensions-except={}", dir.display()));
    }
    if !setup.window {
        args.push("--headless=new".into());
    }
    let capabilities = json!({
        "browserName": "chrome",
        "acceptInsecureCerts": true,
        "pageLoadStrategy": "normal",
        "unhandledPromptBehavior": "ignore",
        "goog:chromeOptions": {
            // Else the driver hides the tabs that the extension opens.
            "enableExtensionTargets": true,
            "binary": program.find()?,
            "args": args,
            "excludeSwitches": ["disable-extensions", "enable-automation"],
            "prefs": {
                "download.default_directory": profile.path().join("downloads"),
                "profile.default_content_setting_values.automatic_downloads": 1,
            },
        },
    });
    let log = profile.path().join("driver.log");
    let driver = Driver::start(&CHROMEDRIVER, &["--enable-chrome-logs"], &log)?;
    let web = connect(&driver, capabilities).await?;
    let mut browser = Browser {
        engine: Engine::Chromium,
        web,
        origin: String::new(),
        _driver: driver,
        profile,
    };
    if setup.extension.is_some() {
        browser.origin = chromium_origin(&browser.web).await.with_context(|| {
            let log = std::fs::read_to_string(&log).unwrap_or_default();
            let error = log.lines().find(|line| line.contains("Extension error"));
            error.unwrap_or("no reason given").to_owned()
        })?;
    }
    Ok(browser)
}

/// The extension's worker starts once at installation; its target tells the id.
async fn chromium_origin(web: &WebDriver) -> Result<String> {
    for _ in 0..100 {
        let targets = web.cdp().send_raw("Target.getTargets", json!({})).await?;
        let urls = targets["targetInfos"].as_array().into_iter().flatten();
        let own = urls
            .filter_map(|target| target["url"].as_str())
            .find_map(|url| {
                let id = url.strip_prefix("chrome-extension://")?.split('/').next()?;
                Some(format!("chrome-extension://{id}"))
            });
        if let Some(origin) = own {
            return Ok(origin);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    anyhow::bail!("Chromium did not start the extension")
}

async fn firefox(setup: &Setup) -> Result<Browser> {
    let profile = tempfile::tempdir()?;
    let program = Program {
        name: "Firefox",
        variable: "FIREFOX",
        files: &["firefox-esr", "firefox"],
        install: "apt-get install firefox-esr",
    };
    let (host, port) = setup.proxy.split_once(':').context("proxy is host:port")?;
    let port: u16 = port.parse()?;
    let mut prefs = json!({
        "network.proxy.type": 1,
        "network.proxy.http": host, "network.proxy.http_port": port,
        "network.proxy.ssl": host, "network.proxy.ssl_port": port,
        "network.proxy.allow_hijacking_localhost": true,
        "browser.download.folderList": 2,
        "browser.download.dir": profile.path().join("downloads"),
        "browser.download.manager.addToRecentDocs": false,
        "intl.accept_languages": "en-GB, en",
        "intl.locale.requested": "en-GB",
        "privacy.reduceTimerPrecision": false,
        "dom.min_background_timeout_value": 4,
    });
    if let Some(dir) = &setup.extension {
        let id = firefox_id(dir)?;
        prefs["extensions.webextensions.uuids"] = json!(json!({ id: FIREFOX_UUID }).to_string());
    }
    let capabilities = json!({
        "browserName": "firefox",
        "acceptInsecureCerts": true,
        "pageLoadStrategy": "normal",
        "unhandledPromptBehavior": "ignore",
        "moz:firefoxOptions": {
            "binary": program.find()?,
            "args": if setup.window {
                json!([])
            } else {
                json!(["-headless", "-width", "1280", "-height", "1000"])
            },
            "prefs": prefs,
        },
    });
    let root = format!("--profile-root={}", profile.path().display());
    // System access: the closed shadow root is seen from Firefox's own side.
    let args = [root.as_str(), "--allow-system-access", "--websocket-port=0"];
    let driver = Driver::start(&GECKODRIVER, &args, &profile.path().join("driver.log"))?;
    let web = connect(&driver, capabilities).await?;
    let mut origin = String::new();
    if let Some(dir) = &setup.extension {
        let path = dir.canonicalize()?;
        FirefoxTools::new(web.handle().clone())
            .install_addon(&path.to_string_lossy(), Some(true))
            .await?;
        origin = format!("moz-extension://{FIREFOX_UUID}");
    }
    Ok(Browser {
        engine: Engine::Firefox,
        web,
        origin,
        _driver: driver,
        profile,
    })
}

/// The add-on id in the manifest.
fn firefox_id(dir: &Path) -> Result<String> {
    let manifest = manifest(dir)?;
    let id = &manifest["browser_specific_settings"]["gecko"]["id"];
    Ok(id.as_str().context("the manifest has no gecko id")?.into())
}

async fn connect(driver: &Driver, capabilities: Value) -> Result<WebDriver> {
    let Value::Object(map) = capabilities else {
        anyhow::bail!("capabilities are an object");
    };
    let builder =
        WebDriver::builder(driver.url(), Capabilities::from(map)).request_timeout(COMMAND);
    builder.connect().await.context("the browser did not start")
}

const CHROMEDRIVER: Program = Program {
    name: "chromedriver",
    variable: "CHROMEDRIVER",
    files: &["chromedriver"],
    install: "apt-get install chromium-driver",
};

const GECKODRIVER: Program = Program {
    name: "geckodriver",
    variable: "GECKODRIVER",
    files: &["geckodriver"],
    install: "cargo install geckodriver",
};
