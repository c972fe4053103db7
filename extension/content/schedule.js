/**
 * When to look: soon after a change, and the more of them the later, until the
 * person does something.
 *
 * A task of ours waits for as long as the page keeps the queue busy with tasks
 * that go before it. So what comes with a frame, with a change or with a press
 * begins a look that is late: of a page that shows or takes anything one of them
 * comes.
 *
 * @param {() => void} look
 * @param {() => void} onStarved told every second while frames come and no task
 */
function ringfenceSchedule(look, onStarved) {
  const FIRST_WAIT = 60; // ms from a change to the next look
  const PARSED = 1000; // the same while the parser works: a page may never let it finish
  const LONGEST_WAIT = 4000;
  const LATE = 1000; // ms after a task was due
  const STARVED = 3; // so many times as late, and frames came all the while

  let wait = FIRST_WAIT;
  let due = null; // when the look that is planned is to begin
  let clock = null; // of the frames that come until a task of ours does
  let late = 0;

  /** A task, unlike a timer, has no number by which the page could cancel it. */
  function plan() {
    const delay = document.readyState === "loading" ? PARSED : wait;
    due ??= performance.now() + delay;
    if (clock) return;
    late = 0;
    runClock(delay + LATE);
    scheduler.postTask(onTask, { delay });
  }

  /** Looks in the next task: not in an event of the page's, which it could time.
      To wait for the first rendering would give the page its `load` first, from
      which on it can hold itself in dialogs. */
  function planNow() {
    due = performance.now();
    plan();
    const arrived = () => due !== null && begin();
    scheduler.postTask(arrived, { priority: "user-blocking" });
  }

  function onTask() {
    clock.cancel();
    clock = null;
    if (due !== null) begin();
  }

  function begin() {
    due = null;
    wait = Math.min(wait * 2, LONGEST_WAIT);
    look();
  }

  function catchUp() {
    if (due !== null && performance.now() > due + LATE) begin();
  }

  /** Time in which frames come: to a device that slept nothing was late. It runs
      on nothing, so no page sees it, and asks for the frames itself. */
  function runClock(duration) {
    clock = new Animation(new KeyframeEffect(null, null, { duration }));
    clock.onfinish = () => {
      late += 1;
      runClock(LATE);
      catchUp();
      if (late >= STARVED) onStarved();
    };
    clock.play();
  }

  for (const event of ["keydown", "pointerdown", "focusin"]) {
    addEventListener(event, catchUp, { capture: true, passive: true });
  }
  // Whatever the person does may change the page: look soon again.
  for (const event of ["click", "input", "submit"]) {
    addEventListener(event, () => (wait = FIRST_WAIT), { capture: true, passive: true });
  }

  return { plan, planNow, catchUp };
}
