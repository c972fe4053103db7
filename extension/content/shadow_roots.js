// Shadow roots, closed ones too where the browser lets an extension see them.

/**
 * @param {(root: ShadowRoot) => void} onFound told of each root once
 * @returns {() => (element: Element) => ShadowRoot|null} what finds the root of
 *   an element, anew for each look at the document
 */
function ringfenceShadowRoots(onFound) {
  // In Chromium each question for a closed root costs as much as a hundred other
  // looks at an element (docs/performance.md). Whoever hides a form in one has
  // it near the top, or in a host with nothing else in it.
  const MOST = 400;
  const MOST_FILLED = 100;

  const dom = ringfenceDom();
  const known = new WeakSet();
  const closedRoot = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  const anyRoot = (element) => element.openOrClosedShadowRoot; // Firefox, at no such cost

  return () => {
    let asked = 0;
    let filled = 0;
    return (element) => {
      const root = dom.openShadowRoot(element) ?? hidden(element);
      if (root && !known.has(root)) {
        known.add(root);
        onFound(root);
      }
      return root;
    };

    function hidden(element) {
      if (!closedRoot) return anyRoot(element) ?? null;
      if (asked === MOST) return null;
      if (dom.firstChild(element) && filled++ >= MOST_FILLED) return null;
      asked += 1;
      return closedRoot(element);
    }
  };
}
