// Finding elements: by name wherever that will do, because a browser keeps
// those lists itself, while a list of selectors is tried on every element.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param {Node[]} roots the document and every shadow root in it
 */
function ringfencePage(dom, limits, roots) {
  const page = { truncated: false, tagged, fitting, first };
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

  /** The elements that fit one selector, in the same order. */
  function fitting(selector) {
    return once(selector, (root) => start(dom.query(root, selector)));
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
  const canHost = new Set(
    ("article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section " +
      "span").split(" "),
  );
  /** Shadow roots by their host, in the order found. */
  const shadows = new Map();
  /** Elements with a dash in their name. */
  const custom = new Set();
  const isShown = dom.defaultView(doc) !== null;
  if (!isShown) noteTemplates(doc);
  return { shadows, custom, shadowOf, findRest };

  function shadowOf(element, tag) {
    const isCustom = tag.includes("-");
    if (isCustom) custom.add(element);
    if (!isShown) return shadows.get(element);
    if (!isCustom && !canHost.has(tag)) return null;
    const shadow = shadowRootOf(element);
    if (shadow) shadows.set(element, shadow);
    return shadow;
  }

  /** Finds those after `last`, the last element that reading the text came to. */
  function findRest(limit, last) {
    if (!isShown) return;
    const roots = [doc, ...shadows.values()];
    for (const root of roots) {
      const elements = dom.byTag(root, "*");
      const missed = [];
      for (let at = Math.min(elements.length, limit) - 1; at >= 0; at--) {
        const element = elements[at];
        if (element === last) break;
        if (!shadows.has(element)) missed.push(element);
      }
      for (const element of missed.reverse()) {
        const shadow = shadowOf(element, dom.name(element));
        if (shadow) roots.push(shadow);
      }
    }
  }

  function noteTemplates(root) {
    for (const template of dom.query(root, "template[shadowrootmode]")) {
      const host = dom.parentNode(template);
      if (shadows.has(host)) continue;
      shadows.set(host, dom.templateContent(template));
      noteTemplates(dom.templateContent(template));
    }
  }
}
