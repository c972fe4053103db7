// The words of a document or of one element: the rules of docs/collector.md,
// as src/page/html/words.rs has them.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param {{shadowOf: (element: Element, tag: string) => Node|null|undefined}} hosts
 *   what `ringfenceHosts()` returns
 * @param {(element: Element) => boolean} typedIn whether a person typed into it
 */
function ringfenceWords(dom, limits, hosts, typedIn) {
  const { nodeType, name, attr, data } = dom;
  const BLOCK = 1;
  const SKIPPED = 2;
  const flows = new Map();
  const blocks =
    "address article aside blockquote body br button caption center dd details dialog dir div " +
    "dl dt embed fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup " +
    "hr html input label legend li main menu nav object ol p pre search section summary table " +
    "tbody td text tfoot th thead title tr ul";
  const skipped =
    "audio datalist frame head iframe metadata noembed noframes noscript script select style " +
    "template textarea video";
  for (const tag of blocks.split(" ")) flows.set(tag, BLOCK);
  for (const tag of skipped.split(" ")) flows.set(tag, SKIPPED);

  // A single space between two words is left alone: most white space is one.
  const spaces =
    / *[\t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000][\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*| {2,}/g;
  const html = "http://www.w3.org/1999/xhtml";

  function collapse(text) {
    return text.replace(spaces, " ");
  }

  /** Runs of white space become one space; none at either end. */
  function fold(text) {
    const folded = collapse(text).toWellFormed();
    return folded.slice(folded[0] === " " ? 1 : 0, folded.endsWith(" ") ? -1 : undefined);
  }

  /** The first `limit` characters (code points). */
  function cut(text, limit) {
    if (text.length <= limit) return text;
    return Array.from(text.slice(0, 2 * limit)).slice(0, limit).join("");
  }

  /** A string of the page: its white space folded, within the limit. */
  function short(text) {
    return cut(fold(text.slice(0, limits.URL)), limits.STRING);
  }

  function flow(element, tag = name(element)) {
    if (tag === "title" && dom.namespace(element) === html) return SKIPPED;
    return flows.get(tag);
  }

  const isBlock = (node) => nodeType(node) === 1 && flow(node) === BLOCK;
  const isSkipped = (node) => nodeType(node) === 1 && flow(node) === SKIPPED;

  /** The words that an element carries in an attribute instead of showing text. */
  function nameGiven(element, tag) {
    if (tag === "input") {
      switch (attr(element, "type").toLowerCase()) {
        case "submit":
        case "button":
        case "reset":
          return attr(element, "value");
        case "image":
          return attr(element, "alt");
        default:
          return "";
      }
    }
    return ((tag === "img" || tag === "area") && attr(element, "alt")) || attr(element, "aria-label");
  }

  /** Puts what an element says on the pile, what is to be read first on top. */
  function enter(element, forward, tasks) {
    const tag = name(element);
    const kind = flow(element, tag);
    if (kind === SKIPPED || typedIn(element)) return;
    let given = nameGiven(element, tag);
    // One or two letters may be a piece of a word drawn as pictures.
    if (given !== "" && Array.from(given.trim().slice(0, 6)).length > 2) given = ` ${given} `;
    const end = forward ? dom.firstChild : dom.lastChild;
    const shadow = hosts.shadowOf(element, tag);
    const inner = end(element);
    if (kind === BLOCK) tasks.push(" ");
    if (!forward && given) tasks.push(given);
    if (forward && inner) tasks.push(inner);
    if (shadow && end(shadow)) tasks.push(end(shadow));
    if (!forward && inner) tasks.push(inner);
    if (forward && given) tasks.push(given);
    if (kind === BLOCK) tasks.push(" ");
  }

  /** Words as they are found, until they are more than `units`. */
  function pile(units, forward = true, pieces = [], found = 0) {
    return {
      isFull: () => found > units,
      add(piece) {
        pieces.push(piece);
        if (piece !== " ") found += piece.trim().length;
        if (found <= units) return;
        // Counted with the white space between words: count again without.
        pieces = [collapse((forward ? pieces : pieces.reverse()).join(""))];
        found = pieces[0].length;
      },
      copy: () => pile(units, forward, pieces.slice(), found),
      words: () => (forward ? pieces : pieces.reverse()).join(""),
    };
  }

  /**
   * Reads until nothing is left, `nodes` were visited or the pile is full.
   * With `inBrief` there is a second pile, `starts`, which takes only the
   * first `BRIEF` characters of each text node and is filled in the same walk.
   */
  function drain(tasks, forward, nodes, all, inBrief = false) {
    const beside = forward ? dom.nextSibling : dom.previousSibling;
    let starts = all; // the same until a text is long
    let whole = true;
    let open = true;
    while (tasks.length > 0) {
      const task = tasks.pop();
      if (typeof task === "string") {
        if (open) all.add(task);
        if (starts !== all) starts.add(task);
        continue;
      }
      open &&= !all.isFull();
      const isDone = !open && (starts === all || starts.isFull());
      if (nodes === 0 || isDone) return { ended: false, complete: false, starts };
      nodes -= 1;
      const next = beside(task);
      if (next !== null) tasks.push(next);
      const type = nodeType(task);
      if (type === 3 || type === 4) {
        const text = data(task);
        if (text.length > limits.PIECE) whole = false;
        if (inBrief && starts === all && text.length > limits.BRIEF) starts = all.copy();
        if (open) all.add(forward ? text.slice(0, limits.PIECE) : text.slice(-limits.PIECE));
        if (starts !== all) starts.add(cut(text, limits.BRIEF));
      } else if (type === 1) enter(task, forward, tasks);
    }
    return { ended: true, complete: whole && open, starts };
  }

  /** The words of one element, at most `limit` characters. */
  function words(element, limit) {
    const tasks = [];
    enter(element, true, tasks);
    const found = pile(2 * limit);
    drain(tasks, true, limits.WORDS_NODES, found);
    return cut(fold(found.words()), limit);
  }

  /**
   * The document's text, and whether something of it was cut off. Of a long
   * one only the start of each text node: what a scam says is short, what it
   * is drowned in is long.
   */
  function documentText(doc) {
    const enough = limits.TEXT_HEAD + limits.TEXT_TAIL;
    if (!dom.firstChild(doc)) return { text: "", cut: false };
    const head = pile(enough);
    const read = drain([dom.firstChild(doc)], true, limits.TEXT_NODES, head, true);
    const text = fold(head.words());
    // No UTF-16 code unit takes more than three bytes of UTF-8.
    const fits = (words) =>
      words.length * 3 <= enough || new TextEncoder().encode(words).length <= enough;
    if (read.complete && fits(text)) return { text, cut: false };
    if (read.ended && !read.starts.isFull()) {
      const brief = fold(read.starts.words());
      if (fits(brief)) return { text: brief, cut: true };
    }
    if (read.complete) return { text: joinEnds(text, text), cut: true };
    const tail = pile(limits.TEXT_TAIL, false);
    drain([dom.lastChild(doc)], false, limits.TAIL_NODES, tail);
    return { text: joinEnds(text, fold(tail.words())), cut: true };
  }

  /** Start of one text and end of another, within the limits. */
  function joinEnds(start, end) {
    const head = new TextEncoder().encodeInto(start, new Uint8Array(limits.TEXT_HEAD - 1)).read;
    const bytes = new TextEncoder().encode(end.slice(-limits.TEXT_TAIL));
    let from = Math.max(0, bytes.length - limits.TEXT_TAIL);
    while ((bytes[from] & 0xc0) === 0x80) from += 1;
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    return fold(`${start.slice(0, head)} ${decoder.decode(bytes.subarray(from))}`);
  }

  return { fold, cut, short, words, documentText, isBlock, isSkipped };
}
