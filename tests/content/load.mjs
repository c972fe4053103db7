// A content script outside a browser: it runs in a world of its own, which has only
// what a test gives it.
import { readFileSync } from "node:fs";
import vm from "node:vm";

/**
 * @param {string} file of `extension/content`
 * @param {string} name what it defines and the test wants
 * @param {object} world what the script finds there
 */
export function load(file, name, world = {}) {
  const url = new URL(`../../extension/content/${file}`, import.meta.url);
  return vm.runInNewContext(`${readFileSync(url, "utf8")}; ${name}`, world);
}

/** Tasks that run when the test says that so much time has passed. */
export function clock() {
  let now = 0;
  let tasks = [];
  return {
    now: () => now,
    waiting: () => tasks.length,
    postTask(task, { delay = 0 } = {}) {
      tasks.push({ task, due: now + delay });
    },
    pass(time) {
      const end = now + time;
      for (;;) {
        const next = tasks.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        tasks = tasks.filter((it) => it !== next);
        now = next.due;
        next.task();
      }
      now = end;
    },
  };
}
