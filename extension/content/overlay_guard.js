/**
 * Keeps the warning what a person sees and a click hits, whatever the page does.
 *
 * Once per frame everything is checked and what is wrong is repaired; when the
 * page keeps fighting, `onTampered` is told, and the background takes the tab
 * to a page that nobody can touch. Only a person's own presses are obeyed.
 */

/** Milliseconds. */
const ringfenceTimes = {
  /** At most this long between two looks, whether a frame comes or not (throttled,
      or the page cancelled ours). Their times vary: no page foresees them. */
  fallback: 100,
  /** Go on top again. */
  retop: 250,
  /** Wrong for so long: the page is winning. */
  lost: 150,
  /** At most this long between two repairs of a lost stand. */
  backOff: 1000,
  /** So long does a trouble count towards `ringfenceTroubles`. */
  memory: 1500,
  /** A press counts when the warning has been seen for so long, as it stands and
      with no other press or letter. */
  steady: 700,
  /** Whoever has pressed a key in so long may be in the middle of a word. */
  typing: 3000,
};

/** So many troubles within `memory` are a fight, even if each was repaired. */
const ringfenceTroubles = 3;

/**
 * @param {ReturnType<typeof ringfenceView>} view
 * @param {() => void} onTampered called at every check while the fight lasts
 */
function ringfenceGuard(view, onTampered) {
  const stand = ringfenceStand(view, focus);
  const now = () => performance.now();
  // What a person was typing is never an answer: until they look for a button,
  // none has the keyboard.
  let isTyping = ringfenceQuiet.untyped() < ringfenceTimes.typing;
  let ended = false;
  let frame = 0;
  let checked = now();
  let topped = now();
  let steadySince = Infinity;
  let place = "";
  let troubledSince = null;
  let nextRepair = 0;
  let troubles = [];

  function check() {
    const time = now();
    const since = time - checked;
    const what = stand.trouble();
    checked = time;
    if (what) onTrouble(what, time);
    else onPeace(time, Math.min(since, ringfenceTimes.retop) / 1000);
    troubles = troubles.filter((at) => time - at < ringfenceTimes.memory);
    const isLost = troubledSince !== null && time - troubledSince > ringfenceTimes.lost;
    if (isLost || what === "uprooted" || troubles.length >= ringfenceTroubles) onTampered();
    ringfenceQuiet.hush();
  }

  function onTrouble(what, time) {
    steadySince = Infinity;
    if (troubledSince === null) {
      troubledSince = time;
      troubles.push(time);
    }
    if (time < nextRepair) return;
    if (what === "uprooted") ringfenceQuiet.listen();
    stand.repair(what);
    const tries = Math.max(0, (time - troubledSince) / ringfenceTimes.lost - 1);
    nextRepair = time + Math.min(ringfenceTimes.backOff, 2 ** tries - 1);
  }

  function onPeace(time, seconds) {
    troubledSince = null;
    nextRepair = 0;
    const { x, y, width, height } = view.sheet.getBoundingClientRect();
    const where = [x, y, width, height].join();
    if (!stand.sight.isClear()) steadySince = Infinity;
    else if (where !== place || steadySince === Infinity) steadySince = time;
    place = where;
    if (stand.sight.isClear()) view.tick(seconds);
    if (time - topped > ringfenceTimes.retop) {
      topped = time;
      stand.retop();
    }
    if (document.hasFocus() && !view.sheet.contains(stand.shadow.activeElement)) focus();
  }

  function onFrame() {
    if (ended) return;
    frame = requestAnimationFrame(onFrame);
    check();
  }

  /** A task, unlike a timer or a frame, has no number by which the page could cancel it. */
  async function fallBack() {
    while (!ended) {
      await scheduler.postTask(() => {}, {
        delay: ringfenceTimes.fallback * Math.random(),
        priority: "user-blocking",
      });
      stand.sight.look();
      if (document.hidden) checked = now();
      else if (now() - checked >= ringfenceTimes.fallback) {
        cancelAnimationFrame(frame);
        onFrame();
      }
    }
  }

  /** A person's press on one of our buttons, and only that, is obeyed. */
  function press(event) {
    if (!event.isTrusted) return;
    if (event.type === "keydown") onKey(event);
    if (event.type !== "click" || !isMeant()) return;
    // A click by key or by assistive technology has no place; it has the focus.
    const hit =
      event.detail === 0
        ? stand.shadow.activeElement
        : stand.shadow.elementFromPoint(event.clientX, event.clientY);
    view.actions.get(hit?.closest("button"))?.();
  }

  /** Whether the person has seen what they answer. Whatever they pressed or typed
      just before, this was meant for something else. */
  function isMeant() {
    const seen = now() - steadySince;
    steadySince = Infinity;
    return seen >= ringfenceTimes.steady && !stand.sight.look();
  }

  function focus() {
    view.focus(isTyping);
  }

  /** Escape does not pass the warning, and Tab stays within it. */
  function onKey(event) {
    if (event.key === "Escape") event.preventDefault();
    if (event.key.length === 1 && event.key !== " ") {
      steadySince = Infinity;
      isTyping = true;
      focus();
    }
    if (event.key !== "Tab") return;
    isTyping = false;
    event.preventDefault();
    const buttons = [...view.actions.keys()];
    const next = buttons.indexOf(stand.shadow.activeElement) + (event.shiftKey ? -1 : 1);
    (buttons[next] ?? buttons.at(event.shiftKey ? -1 : 0)).focus();
  }

  ringfenceQuiet.listen();
  ringfenceQuiet.shield(stand.host, press, stand.sight.opens);
  stand.repair("removed");
  onFrame();
  fallBack();

  return {
    stalled: () => (document.hidden ? 0 : now() - checked),
    end() {
      ended = true;
      cancelAnimationFrame(frame);
      ringfenceQuiet.end();
      stand.end();
    },
  };
}
