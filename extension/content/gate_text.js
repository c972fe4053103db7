// What the gate reads of a page's text, in bulk.

/**
 * All the text without that of the elements of some names.
 *
 * @param {string[]} tags
 * @param {Document|Element} root
 */
function ringfenceTextBut(tags, root) {
  const dom = ringfenceDom();
  const isDocument = dom.nodeType(root) === 9;
  if (!isDocument && tags.includes(dom.name(root))) return "";
  const top = isDocument ? dom.byTag(root, "html")[0] : root;
  let words = top ? dom.textContent(top) : "";
  for (const tag of tags) {
    const kept = [];
    let read = 0;
    for (const element of dom.byTag(root, tag)) {
      const text = dom.textContent(element);
      const at = text === "" ? -1 : words.indexOf(text, read);
      if (at < 0) continue; // it stands in another one
      kept.push(words.slice(read, at));
      read = at + text.length;
    }
    if (read > 0) words = [...kept, words.slice(read)].join(" ");
  }
  return words;
}

/**
 * Whether there is a number that could be dialled: nine digits, as telephone
 * numbers are written in most countries, and neither a date nor an address.
 *
 * @param {string} text
 */
function ringfenceNumbers(text) {
  const runs = /(?:[0-9０-９٠-٩][\s()./+‐-―-]{0,3}){9,}/g;
  const date = /^(?:\d{4}([-/.])\d\d?\1\d\d?|\d\d?([-/.])\d\d?\2\d{4})\b/;
  const address = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;
  const FEWEST = 9;
  for (const { 0: run, index } of text.matchAll(runs)) {
    const number = run.replace(/[\s()./+‐-―-]+$/, "").replace(date, "");
    const isPart = /=$|\d\.$/.test(text.slice(Math.max(0, index - 2), index));
    const digits = number.replace(/[^0-9０-９٠-٩]/g, "");
    const isBare = digits.length === number.length;
    // Of nine digits without anything between them, few countries' begin with 1 to 4.
    const isId = isBare && digits.length === FEWEST && /^[1-4]/.test(digits);
    if (digits.length >= FEWEST && !isPart && !isId && !address.test(number)) return true;
  }
  return false;
}

/**
 * A few of the words before and after a part of the document, enough to hold the
 * rest of a name or number.
 *
 * @param {Document} doc
 * @param {Element} part
 */
function ringfenceAround(doc, part) {
  const REACH = 40; // characters
  const STEPS = 50; // text nodes, of which many are empty
  const unread = new Set(["script", "style", "noscript", "template"]);
  const dom = ringfenceDom();

  function read(from, step, join) {
    const walker = dom.createTreeWalker(doc, dom.rootNode(part), NodeFilter.SHOW_TEXT);
    walker.currentNode = from;
    let words = "";
    let left = STEPS;
    while (words.length < REACH && left-- > 0 && walker[step]()) {
      const { currentNode } = walker;
      const parent = dom.parentNode(currentNode);
      const isRead = dom.nodeType(parent) !== 1 || !unread.has(dom.name(parent));
      if (isRead) words = join(words, dom.data(currentNode));
    }
    return words;
  }

  let last = part;
  while (dom.hasChildNodes(last)) last = dom.lastChild(last);
  return {
    before: read(part, "previousNode", (words, more) => more.slice(-REACH) + words),
    after: read(last, "nextNode", (words, more) => words + more.slice(0, REACH)),
  };
}
