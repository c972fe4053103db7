//# allFunctionsCalledOnLoad
// Finding elements: by name wherever that will do, because a browser keeps
// those lists itself, while a list of selectors is tried on every element.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param {Map<Node, Element[]>} marked the document and every shadow root in it,
 *   with what `ringfenceHosts()` has found in them
 */
function ringfencePage(dom, limits, marked) {
  const roots = [...marked.keys()];
  const page = { truncated: false, tagged, fitting, having, first };
  const known = new Map();
  return page;

  /** Many ask for the same elements. */
  function once(key, find) {
    if (!known.has(key)) known.set(key, roots.flatMap(find));
    return known.get(key);
  }

  /** The elements of these names, in document order within each root. */
  function tagged(...tags) {
    return once(tags.join(), (root) => {
      const lists = tags.map((tag) => dom.byTag(root, tag)).filter((list) => list.length > 0);
      // Several lists are not sorted into one: comparing two places in a
      // document takes longer the more siblings stand between them.
      return start(lists.length > 1 ? dom.query(root, tags.join()) : (lists[0] ?? []));
    });
  }

  /** Those of these names that fit, in the same order: seldom more than one has any. */
  function fitting(fits, ...tags) {
    const lists = tags.map((tag) => tagged(tag).filter(fits)).filter((list) => list.length > 0);
    return lists.length > 1 ? tagged(...tags).filter(fits) : (lists[0] ?? []);
  }

  /** The elements with `key`, which is among `MARKS`, in the same order. */
  function having(key) {
    const has = (element) => dom.attribute(element, key) !== null;
    return once(`[${key}]`, (root) => start((marked.get(root) ?? []).filter(has)));
  }

  /** What is looked at of a list of elements. */
  function start(list) {
    if (list.length > limits.SCANNED) page.truncated = true;
    const found = [];
    for (let at = 0; at < list.length && at < limits.SCANNED; at++) found.push(list[at]);
    return found;
  }

  /** The first `limit` of a list; notes when there are more. */
  function first(list, limit) {
    if (list.length > limit) page.truncated = true;
    return list.slice(0, limit);
  }
}

/**
 * The hosts of shadow roots, noted as the document is read. A document that is
 * not shown (from DOMParser) has its declarative shadow roots as templates still.
 */
function ringfenceHosts(dom, doc, shadowRootOf = dom.openShadowRoot) {
  /** Shadow roots by their host, in the order found. */
  const shadows = new Map();
  /** Elements with a dash in their name. */
  const custom = new Set();
  const MARKS = "[aria-label],[contenteditable],[onclick],[role]";
  /** Elements with one of the marks, by root: one search for all who ask. */
  const marked = new Map();
  /** Elements with an `aria-label`: few have one, and each is asked. */
  const labelled = new Set();
  const isShown = dom.defaultView(doc) !== null;
  enter(doc);
  if (!isShown) noteTemplates(doc);
  return { shadows, marked, labelled, custom, shadowOf };

  /** Takes in the document or a shadow root. */
  function enter(root) {
    const found = Array.from(dom.query(root, MARKS));
    marked.set(root, found);
    for (const element of found) {
      if (dom.attribute(element, "aria-label") !== null) labelled.add(element);
    }
  }

  function noteShadow(host, root) {
    shadows.set(host, root);
    enter(root);
  }

  function shadowOf(element, tag) {
    if (tag.includes("-")) custom.add(element);
    if (!isShown) return shadows.get(element);
    const shadow = shadowRootOf(element, tag);
    if (shadow && !shadows.has(element)) noteShadow(element, shadow);
    return shadow;
  }

  function noteTemplates(root) {
    for (const template of dom.query(root, "template[shadowrootmode]")) {
      const host = dom.parentNode(template);
      if (shadows.has(host)) continue;
      noteShadow(host, dom.templateContent(template));
      noteTemplates(dom.templateContent(template));
    }
  }
}
