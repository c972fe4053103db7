//! Pages that keep the queue busy, so that no task of ours comes, while they draw
//! and take keys: judged all the same, or taken to be hostile.
//!
//! A driver cannot talk to such a page: it is seen from the extension's own tab.

use std::time::Duration;

use anyhow::{Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;
use serde_json::json;

/// The page holds on for so long.
const ATTACK: Duration = Duration::from_secs(20);
/// The page is there for so long before, in milliseconds.
const SETTLED: u128 = 1_500;
/// The tab is on our own warning page after so long.
const TAKEN: Duration = Duration::from_secs(12);

/// Tasks that go before those of other priorities.
const TASKS: &str = "for (let i = 0; i < 3; i++) {
    scheduler.postTask(function attack() {
      if (busy()) scheduler.postTask(attack, { priority: 'user-blocking' });
    }, { priority: 'user-blocking' });
  }";
/// One that goes on without end, before all others where the browser knows how.
const CONTINUATIONS: &str = "scheduler.postTask(async () => {
    while (busy()) await scheduler.yield?.();
  }, { priority: 'user-blocking' });";

/// A page that has long settled when it shows `body` and makes the attack.
fn page(body: &str, attack: &str) -> Page {
    Page::html(format!(
        "<!doctype html><title>Amazon</title><body><script>
        const end = performance.now() + {};
        const busy = () => {{
          const pause = performance.now() + 8;
          while (performance.now() < pause);
          return pause < end;
        }};
        setTimeout(() => {{
          document.body.innerHTML = {};
          {attack}
        }}, {SETTLED});</script>",
        SETTLED + ATTACK.as_millis(),
        serde_json::Value::from(body)
            .to_string()
            .replace("</", "<\\/")
    ))
}

/// Opens it in front and waits, from the tab behind, until ours stands there; then
/// until the page is gone.
async fn is_taken(stage: &Stage, url: &str, page: Page) -> Result<()> {
    stage.server.put(url, page);
    let body = "const { id } = await chrome.tabs.create({ url: args.url });
        const find = async (is, patience) => {
          const end = performance.now() + patience;
          while (performance.now() < end) {
            if (is(await chrome.tabs.query({}))) return true;
            await new Promise((done) => setTimeout(done, 100));
          }
          return false;
        };
        const ours = chrome.runtime.getURL('pages/warning.html');
        const isOurs = ({ url, active }) => active && url?.startsWith(ours);
        const taken = await find((tabs) => tabs.some(isOurs), args.taken);
        const isLeft = (tab) => tab.id !== id || tab.url?.startsWith(ours);
        await find((tabs) => tabs.every(isLeft), 2 * args.attack);
        return taken;";
    let args = json!({ "url": url, "taken": TAKEN.as_millis(), "attack": ATTACK.as_millis() });
    let taken = stage.desk.call(&stage.browser, body, args).await?;
    ensure!(taken == true, "{url} was not taken away");
    Ok(())
}

/// A scam whose form is there before the first of ours can come.
pub async fn starved_by_tasks(stage: &Stage) -> Result<()> {
    scam(stage, TASKS).await
}

/// The same by what goes before all tasks.
pub async fn starved_by_continuations(stage: &Stage) -> Result<()> {
    scam(stage, CONTINUATIONS).await
}

async fn scam(stage: &Stage, attack: &str) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let body = String::from_utf8(fixture.html.clone())?;
    is_taken(stage, &fixture.url, page(&body, attack)).await
}

/// A page that no rule knows, but that can be typed into.
pub async fn starved_by_nobody(stage: &Stage) -> Result<()> {
    let body = "<p>Welcome back.</p><label>Your name <input></label>";
    let page = page(body, CONTINUATIONS);
    is_taken(stage, "https://welcome-back.example/", page).await
}
