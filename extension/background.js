// The background's loader: the platform wants listeners registered while the
// script first runs (a woken worker misses them otherwise), and the engine
// arrives later. So each event waits here for the engine; Rust decides the rest
// (src/browser/background.rs).
import init, { handle, __wbg_reset_state as reset } from "./ringfence.js";

const engine = init();
engine.catch(off);
addEventListener("error", off);

/** Says in the toolbar that nobody is watching. Never fail silently. */
function off(reason) {
  console.error("Ringfence is not protecting:", reason?.error ?? reason);
  chrome.action.setBadgeBackgroundColor({ color: "#6b6b6b" });
  chrome.action.setBadgeText({ text: "off" });
  chrome.action.setTitle({ title: chrome.i18n.getMessage("toolbar_off") });
}

/** Passes an event to the engine. A trap costs this answer, not the next one. */
async function pass(event, ...args) {
  await engine;
  try {
    return await handle(event, args);
  } catch (error) {
    if (error instanceof WebAssembly.RuntimeError) reset();
    throw error;
  }
}

function report(error) {
  console.error("Ringfence:", error);
}

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  pass("message", message, sender).then(answer, (error) => {
    report(error);
    answer({ type: "error", message: String(error) });
  });
  return true;
});

chrome.downloads.onCreated.addListener((item) => {
  pass("download", item).catch(report);
});

// Chromium alone: here the final file name is known and nothing is saved yet.
const { onDeterminingFilename } = chrome.downloads;
onDeterminingFilename?.addListener((item, suggest) => {
  pass("download", item)
    .catch(report)
    .finally(() => suggest());
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  pass("tab-removed", tab).catch(report);
});

chrome.storage.onChanged.addListener((changes, area) => {
  pass("storage", changes, area).catch(report);
});

chrome.commands.onCommand.addListener((command) => {
  pass("command", command).catch(report);
});
