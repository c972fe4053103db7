/**
 * Whether a person sees the warning: what of the page lies over it, however it
 * takes events. A hit test does not find a cover that lets them through, and a
 * page can take its cover away for the moment in which we look.
 *
 * So what opens in the top layer is heard, and what is open there is looked for,
 * also at times that no page can foresee. Closed shadow roots hide both:
 * Chromium tells of all that covers an element, Firefox lets us into the roots.
 *
 * @param {Element} host of the warning
 * @param {Element} sheet that must be seen
 */
function ringfenceSight(host, sheet) {
  const OPEN = ":popover-open, :modal, :fullscreen";
  const SLICE = 1000; // elements that are asked for their root at each look
  const DELAY = 100; // ms, the least that Chromium allows

  const dom = ringfenceDom();
  const trees = new Set([document]);
  let below = new WeakSet(); // open, but under the warning
  let covered = false;
  let isKnown = false; // whether anything that could cover it would be known

  const tellsCovers = "isVisible" in IntersectionObserverEntry.prototype;
  const observer = new IntersectionObserver(onSight, { trackVisibility: true, delay: DELAY });
  const slices = search();

  function onSight(entries) {
    const { isVisible } = entries.at(-1);
    if (!tellsCovers) return;
    isKnown = true;
    if (!isVisible) covered = true;
  }

  /** Looks for shadow roots, without end and some elements at a time. */
  function* search() {
    for (;;) {
      const found = [document];
      let asked = 0;
      for (const tree of found) {
        for (const element of dom.query(tree, "*")) {
          const root = element === host ? null : element.openOrClosedShadowRoot;
          if (root) {
            found.push(root);
            trees.add(root);
            root.addEventListener("beforetoggle", opens, true);
          }
          if (++asked % SLICE === 0) yield;
        }
      }
      isKnown = true;
      yield;
    }
  }

  function* open() {
    for (const tree of trees) {
      for (const element of dom.query(tree, OPEN)) if (element !== host) yield element;
    }
  }

  function opens({ newState }) {
    if (newState === "open") covered = true;
  }

  /** @returns whether anything has come over the warning since it was taken to the top */
  function look() {
    if (!tellsCovers) slices.next();
    for (const element of open()) covered ||= !below.has(element);
    return covered;
  }

  return {
    opens,
    look,
    /** Whether all is known that could lie over it, and nothing does. */
    isClear: () => isKnown && !covered,
    /** It has been taken to the top: whatever is open is below. */
    topped() {
      below = new WeakSet(open());
      if (covered) {
        // Told anew, as it is told of changes alone.
        isKnown = false;
        observer.disconnect();
      }
      covered = false;
      observer.observe(sheet);
    },
    end: () => observer.disconnect(),
  };
}
