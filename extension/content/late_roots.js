// When to search for shadow roots that are attached late, which makes no record
// of a change: some times after the load, ever later, and from then on only
// after something was changed or somebody used the page. One at rest costs
// nothing.

/**
 * @param {() => void} search
 * @returns {() => void} to be told that something happened
 */
function ringfenceLateRoots(search) {
  const FIRST_WAIT = 2000; // ms; what was there when the page had loaded, the look has found
  const LONGEST_WAIT = 8000;
  const SEARCHES = 5; // after the load, whatever happens: half a minute
  const USES = ["pointermove", "pointerdown", "keydown", "scroll", "focusin", "visibilitychange"];

  let wait = FIRST_WAIT;
  let left = SEARCHES;
  let isPlanned = false;

  function plan() {
    if (isPlanned) return;
    isPlanned = true;
    scheduler.postTask(run, { delay: wait });
  }

  function run() {
    isPlanned = false;
    wait = Math.min(wait * 2, LONGEST_WAIT);
    left -= 1;
    if (!document.hidden) search();
    if (left > 0) plan();
  }

  for (const use of USES) addEventListener(use, plan, { capture: true, passive: true });
  return plan;
}
