// Shadow roots, closed ones too where the browser lets an extension see them.

/**
 * @param {(root: ShadowRoot) => void} onFound told of each root once
 * @returns {{finder: Function, search: Function}}
 */
function ringfenceShadowRoots(onFound) {
  // In Chromium each question for a closed root costs as much as a hundred other
  // looks at an element (docs/performance.md). Whoever hides a form in one has
  // it near the top, or in a host with nothing else in it.
  const MOST = 400;
  const MOST_FILLED = 100;
  const MOST_SEARCHED = 20_000;

  const canHost = new Set(
    ("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section " +
      "span").split(" "),
  );
  const dom = ringfenceDom();
  const known = new WeakMap(); // by host
  const closedRoot = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  const anyRoot = (element) => element.openOrClosedShadowRoot; // Firefox, at no such cost

  /**
   * For one look at the document: each may ask for so many closed roots.
   *
   * @returns {(element: Element, tag: string) => ShadowRoot|null} what finds the
   *   root of an element of this name
   */
  function finder() {
    let asked = 0;
    let filled = 0;
    return (element, tag) => {
      if (!canHost.has(tag) && !tag.includes("-")) return null;
      const root = dom.openShadowRoot(element) ?? known.get(element) ?? hidden(element);
      if (root && !known.has(element)) {
        known.set(element, root);
        onFound(root);
      }
      return root;
    };

    function hidden(element) {
      if (!closedRoot) return anyRoot(element) ?? null;
      if (asked === MOST) return null;
      if (dom.hasChildNodes(element) && filled++ >= MOST_FILLED) return null;
      asked += 1;
      return closedRoot(element);
    }
  }

  /**
   * Looks through a whole document, the parts of a long one too that nobody reads.
   *
   * @returns {Element[]} hosts of shadow roots and custom elements
   */
  function search(doc) {
    const rootOf = finder();
    const found = [];
    const trees = [doc];
    let left = MOST_SEARCHED;
    for (const tree of trees) {
      const walker = dom.createTreeWalker(doc, tree, NodeFilter.SHOW_ELEMENT);
      while (walker.nextNode() && left-- > 0) {
        const element = walker.currentNode;
        const tag = dom.name(element);
        const root = rootOf(element, tag);
        if (root) trees.push(root);
        if (root || tag.includes("-")) found.push(element);
      }
    }
    return found;
  }

  return { finder, search };
}
