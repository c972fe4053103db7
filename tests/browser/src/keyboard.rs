//! The keyboard: keys are pressed, and one sees where it is on a page of ours.

use std::collections::BTreeSet;

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::stage::{APPEARS, Stage};

/// Presses a key.
pub async fn key(stage: &Stage, key: impl Into<char>) -> Result<()> {
    let key = key.into();
    let chain = stage.browser.web.action_chain();
    Ok(chain.key_down(key).key_up(key).perform().await?)
}

/// Presses Shift with Tab.
pub async fn back(stage: &Stage) -> Result<()> {
    let chain = stage.browser.web.action_chain();
    let chain = chain.key_down(Key::Shift).key_down(Key::Tab);
    Ok(chain.key_up(Key::Tab).key_up(Key::Shift).perform().await?)
}

/// What a person can use on the page, `at` being one of it; and of what has the
/// keyboard its number, its name and whether it shows.
const LOOK: &str = "
    const all = [...document.querySelectorAll('a[href], button, input, select, summary')]
      .filter((at) => at.checkVisibility());
    const at = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(at);
    const { top, bottom } = at.getBoundingClientRect();
    return {
      all: all.length,
      number: all.indexOf(at),
      name: (at.ariaLabel ?? (at.labels?.[0]?.innerText || at.innerText || at.id))
        .replace(/\\p{Bidi_C}/gu, ''),
      isSeen: at.matches(':focus-visible') && outlineStyle === 'solid'
        && parseFloat(outlineWidth) >= 2 && top >= 0 && bottom <= innerHeight,
    };";

/// Sees what there is to use and what has the keyboard, as `LOOK` tells.
pub async fn look(stage: &Stage) -> Result<Value> {
    let seen = stage.browser.web.execute(LOOK, vec![]).await?;
    Ok(seen.json().clone())
}

/// Waits until the tab has the keyboard: a driver does not give it to one that
/// it goes to.
async fn take_up(stage: &Stage) -> Result<()> {
    let has = "if (!document.hasFocus()) window.focus(); return document.hasFocus() || null";
    let taken = stage.until("the keyboard", APPEARS, async || {
        let has = stage.browser.web.execute(has, vec![]).await?;
        Ok(has.json().as_bool())
    });
    taken.await.map(drop)
}

/// Tab leads to all there is, and Shift with Tab back through it.
pub async fn all_is_reached(stage: &Stage, page: &str) -> Result<()> {
    take_up(stage).await?;
    let all = look(stage).await?["all"].as_u64().context("how many")?;
    ensure!(all > 0, "{page}: nothing to use");
    // The keyboard may begin in the middle, at the safe button.
    walk(stage, page, all, true).await?;
    for backwards in [false, true] {
        let reached = walk(stage, page, all, backwards).await?;
        ensure!(
            reached.len() as u64 == all,
            "{page}, backwards {backwards}: only {reached:?} of {all}"
        );
    }
    Ok(())
}

/// Goes by Tab to one end; what is met on the way, which must all show it.
async fn walk(stage: &Stage, page: &str, all: u64, backwards: bool) -> Result<BTreeSet<u64>> {
    let end = if backwards { 0 } else { all - 1 };
    let mut reached = BTreeSet::new();
    for _ in 0..all + 3 {
        let now = look(stage).await?;
        // Beyond the last is the browser's own.
        if let Some(number) = now["number"].as_u64() {
            ensure!(
                now["isSeen"] == true,
                "{page}: the keyboard is unseen: {now}"
            );
            reached.insert(number);
            if number == end {
                break;
            }
        }
        match backwards {
            true => back(stage).await?,
            false => key(stage, Key::Tab).await?,
        }
    }
    Ok(reached)
}

/// Goes to the control of this name by Tab.
pub async fn reach(stage: &Stage, name: &str) -> Result<()> {
    take_up(stage).await?;
    let reached = stage.until(name, APPEARS, async || {
        let now = look(stage).await?;
        if now["name"] == name && now["number"] != -1 {
            ensure!(now["isSeen"] == true, "the keyboard is unseen: {now}");
            return Ok(Some(()));
        }
        key(stage, Key::Tab).await?;
        Ok(None)
    });
    reached.await
}
