/**
 * Keeps the warning what a person sees and a click hits, whatever the page does.
 *
 * The dialog is modal (the page behind it is inert) and stands in a closed
 * shadow root on a plain element under the document element. The words are on
 * a popover inside it, which can be taken to the top of the top layer again
 * without moving the focus. Once per frame everything is checked; what is
 * wrong is repaired, and when the page keeps fighting, `onTampered` is told.
 *
 * Repairs never run inside a MutationObserver: two that answer each other
 * there hang the tab.
 */

/** Milliseconds. */
const ringfenceTimes = {
  /** Without a frame (throttled, or the page cancelled ours) check anyway. */
  fallback: 100,
  /** Go on top again, against covers that cannot be seen from here. */
  retop: 250,
  /** Wrong for so long: the page is winning. */
  lost: 150,
  /** Removals within this time are counted together. */
  memory: 1000,
  /** A visible page that let nothing run for so long is holding the person. */
  starved: 1000,
  /** A press counts when the warning has stood still for so long. */
  steady: 500,
  /** At most this long between two repairs of a lost stand. */
  backOff: 1000,
};

/** Removals that no honest page makes within `memory`. */
const ringfenceRemovals = 3;

/**
 * @param {ReturnType<typeof ringfenceView>} view
 * @param {boolean} danger whether the page may be fought for
 * @param {() => void} onTampered
 */
function ringfenceGuard(view, danger, onTampered) {
  const { dialog, sheet } = view;
  const html = 'http://www.w3.org/1999/xhtml';
  const now = () => performance.now();
  const undo = [];
  let host = null;
  let shadow = null;
  let frame = 0;
  let ended = false;
  let last = now();
  let topped = now();
  let steadySince = Infinity;
  let place = '';
  let troubled = null;
  let nextRepair = 0;
  let removals = [];

  /** A plain element of no fixed name, so that no selector or id finds it. */
  function build() {
    const names = ['div', 'span', 'section'];
    host?.remove();
    host = document.createElementNS(html, names[Math.floor(Math.random() * names.length)]);
    shadow = host.attachShadow({ mode: 'closed' });
    const style = new CSSStyleSheet();
    style.replaceSync(ringfenceStyle);
    shadow.adoptedStyleSheets = [style];
    shadow.append(dialog);
    ringfenceQuiet.listen();
    ringfenceQuiet.shield(host, press);
  }

  /** What keeps the warning from being seen and hit; `null` when nothing does. */
  function trouble() {
    if (!host.isConnected || host.parentNode !== document.documentElement) return 'removed';
    if (!dialog.matches(':modal') || !sheet.matches(':popover-open')) return 'closed';
    if (host.inert || document.documentElement.inert) return 'inert';
    if (!sheet.checkVisibility({ visibilityProperty: true })) return 'hidden';
    const box = dialog.getBoundingClientRect();
    if (Math.abs(box.width - innerWidth) > 24 || Math.abs(box.height - innerHeight) > 24) return 'shrunk';
    const spots = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]];
    const covered = ([x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight) !== host;
    return spots.some(covered) ? 'covered' : null;
  }

  function retop() {
    topped = now();
    if (sheet.matches(':popover-open')) sheet.hidePopover();
    sheet.showPopover();
  }

  function repair(what) {
    const root = document.documentElement;
    if (what === 'removed') removals.push(now());
    document.activeViewTransition?.skipTransition();
    ringfenceQuiet.hush();
    for (const element of [root, host]) {
      if (!element.inert) continue;
      element.inert = false;
      if (element === root) undo.push(() => (root.inert = true));
    }
    if (what === 'hidden') {
      for (const property of ['display', 'content-visibility']) override(root, property, property === 'display' ? 'block' : 'visible');
    }
    if (host.parentNode !== root) root.append(host);
    // A dialog that was taken out and put back is open but no longer modal.
    if (!dialog.matches(':modal')) {
      dialog.close();
      dialog.showModal();
    }
    dialog.style.zoom = host.currentCSSZoom ? String(1 / host.currentCSSZoom) : '';
    retop();
    holdFocus();
  }

  function holdFocus() {
    if (!sheet.contains(shadow.activeElement)) view.focus();
  }

  function override(element, property, value) {
    const before = [element.style.getPropertyValue(property), element.style.getPropertyPriority(property)];
    element.style.setProperty(property, value, 'important');
    undo.push(() => element.style.setProperty(property, ...before));
  }

  function check() {
    const time = now();
    const since = time - last;
    const what = trouble();
    last = time;
    if (what) {
      steadySince = Infinity;
      troubled ??= time;
      if (time >= nextRepair) {
        repair(what);
        const tries = Math.max(0, (time - troubled - ringfenceTimes.lost) / ringfenceTimes.lost);
        nextRepair = time + Math.min(ringfenceTimes.backOff, 2 ** tries - 1);
      }
    } else {
      troubled = null;
      nextRepair = 0;
      const { x, y, width, height } = sheet.getBoundingClientRect();
      const where = [x, y, width, height].join();
      if (where !== place || steadySince === Infinity) steadySince = time;
      place = where;
      if (danger && time - topped > ringfenceTimes.retop) retop();
      if (document.hasFocus()) holdFocus();
    }
    removals = removals.filter((at) => time - at < ringfenceTimes.memory);
    const starved = danger && since > ringfenceTimes.starved;
    const lost = troubled !== null && time - troubled > ringfenceTimes.lost;
    if (lost || starved || removals.length >= ringfenceRemovals) onTampered();
    ringfenceQuiet.hush();
    view.tick(Math.min(since, ringfenceTimes.retop) / 1000);
  }

  function onFrame() {
    if (ended) return;
    frame = requestAnimationFrame(onFrame);
    check();
  }

  /** Unlike timers and frames this cannot be cancelled by number from the page. */
  async function fallBack() {
    while (!ended) {
      await scheduler.postTask(() => {}, { delay: ringfenceTimes.fallback, priority: 'user-blocking' });
      if (ended || document.hidden) last = now();
      else if (now() - last >= ringfenceTimes.fallback) {
        cancelAnimationFrame(frame);
        onFrame();
      }
    }
  }

  /** A person's press on one of our buttons, and only that, is obeyed. */
  function press(event) {
    if (!event.isTrusted) return;
    if (event.type === 'keydown' && event.key === 'Escape') event.preventDefault();
    if (event.type !== 'click' || now() - steadySince < ringfenceTimes.steady) return;
    // A click by key or by assistive technology has no place; it has the focus.
    const hit = event.detail === 0 ? shadow.activeElement : shadow.elementFromPoint(event.clientX, event.clientY);
    view.actions.get(hit?.closest('button'))?.();
  }

  build();
  repair(null);
  onFrame();
  fallBack();

  return {
    /** Puts another view's contents in the place of this one's. */
    end() {
      ended = true;
      cancelAnimationFrame(frame);
      ringfenceQuiet.end();
      dialog.close();
      host.remove();
      undo.forEach((restore) => restore());
    },
  };
}
