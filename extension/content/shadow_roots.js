// Shadow roots, closed ones too where the browser lets an extension see them.

/**
 * A root can be attached long after its host was added, which nothing tells of.
 *
 * @param {(root: ShadowRoot) => void} onFound told of each root once
 * @returns {{finder: Function, search: Function, ask: Function}}
 */
function ringfenceShadowRoots(onFound) {
  // In Chromium each question for a closed root costs as much as a hundred other
  // looks at an element (docs/performance.md). Whoever hides a form in one has
  // it near the top, or in a host with nothing else in it.
  const MOST_EMPTY = 300;
  const MOST_FILLED = 100;
  const MOST_SEARCHED = 20_000;

  const canHost = new Set(
    (
      "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section " +
      "span"
    ).split(" "),
  );
  const dom = ringfenceDom();
  const known = new WeakMap(); // by host
  let turn = 0; // of searches: each asks those that come after the last one's
  const closedRoot = globalThis.chrome?.dom?.openOrClosedShadowRoot;
  const anyRoot = (element) => element.openOrClosedShadowRoot; // Firefox, at no such cost

  /**
   * For one look at the document: each may ask for so many closed roots.
   *
   * @returns {(element: Element, tag: string) => ShadowRoot|null} what finds the
   *   root of an element of this name
   */
  function finder(counts = { filled: 0, empty: 0 }, turn = 0) {
    return (element, tag) => {
      if (!canHost.has(tag) && !tag.includes("-")) return null;
      return keep(element, dom.openShadowRoot(element) ?? known.get(element) ?? hidden(element));
    };

    function hidden(element) {
      if (!closedRoot) return anyRoot(element) ?? null;
      const [kind, most] = dom.hasChildNodes(element)
        ? ["filled", MOST_FILLED]
        : ["empty", MOST_EMPTY];
      const isItsTurn = Math.floor(counts[kind]++ / most) === turn;
      return isItsTurn ? closedRoot(element) : null;
    }
  }

  function keep(element, root) {
    if (root && !known.has(element)) {
      known.set(element, root);
      onFound(root);
    }
    return root;
  }

  /** Looks at one element that the person uses. */
  function ask(element) {
    keep(element, closedRoot ? closedRoot(element) : anyRoot(element));
  }

  /**
   * Looks through a whole document, the parts of a long one too that nobody reads.
   * In Chromium a large one takes several searches.
   *
   * @returns {Element[]} hosts of shadow roots and custom elements
   */
  function search(doc) {
    const counts = { filled: 0, empty: 0 };
    const rootOf = finder(counts, turn);
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
    turn += 1;
    if (counts.filled <= turn * MOST_FILLED && counts.empty <= turn * MOST_EMPTY) turn = 0;
    return found;
  }

  return { finder, search, ask };
}
