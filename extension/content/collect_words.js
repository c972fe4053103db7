//# allFunctionsCalledOnLoad
// The words of a document or of one element: the rules of docs/collector.md,
// as src/page/html/{words,reading,flow}.rs have them.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param strings what `ringfenceStrings()` returns
 * @param hosts what `ringfenceHosts()` returns
 * @param {(element: Element) => boolean} typedIn whether a person typed into it
 */
function ringfenceWords(dom, limits, strings, hosts, typedIn) {
  const { nodeType, name, attr, data } = dom;
  const { bare, collapse, cut, fold } = strings;
  const BLOCK = 1;
  const SKIPPED = 2;
  const FEW = 8; // elements within one whose text is read at once
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

  const html = "http://www.w3.org/1999/xhtml";

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
    const drawn = tag === "img" || tag === "area" ? attr(element, "alt") : "";
    return drawn || (hosts.labelled.has(element) ? attr(element, "aria-label") : "");
  }

  /** One or two letters may be a piece of a word drawn as pictures. */
  function isApart(given) {
    const start = given.trim().slice(0, 5); // two letters are at most four units
    return start.length > 4 || Array.from(start).length > 2;
  }

  /**
   * Says what comes first of an element, and puts on `tasks` what is to be read
   * after. Takes from `left.nodes` what else it looked at.
   */
  function enter(element, forward, tasks, say, left) {
    const tag = name(element);
    const kind = flow(element, tag);
    if (kind === SKIPPED || typedIn(element)) return;
    const gap = kind === BLOCK ? " " : "";
    const isQuote = tag === "blockquote" || tag === "pre";
    const before = isQuote ? (forward ? " “" : "” ") : gap;
    const after = isQuote ? (forward ? "” " : " “") : gap;
    const named = nameGiven(element, tag);
    const given = named !== "" && isApart(named) ? ` ${named} ` : named;
    const shadow = hosts.shadowOf(element, tag);
    const text = shadow ? null : plainText(element, left);
    if (text !== null) {
      say(before);
      say(given + text);
      say(after);
      return;
    }
    say(before);
    const end = forward ? dom.firstChild : dom.lastChild;
    const inner = end(element);
    const first = shadow ? end(shadow) : null;
    push(tasks, after);
    if (forward) say(given);
    else push(tasks, given);
    push(tasks, forward ? inner : first);
    push(tasks, forward ? first : inner);
  }

  function push(tasks, task) {
    if (task) tasks.push(task);
  }

  /**
   * The text of an element in which only a few elements stand, all of them such
   * as join their text to their neighbours', or null. One read of it costs a
   * fraction of a visit to each of its nodes.
   */
  function plainText(element, left) {
    if (!isPlain(element, { elements: FEW }, left)) return null;
    const text = dom.textContent(element);
    return text.length <= limits.BRIEF ? text : null;
  }

  function isPlain(element, most, left) {
    for (let inner = dom.firstElement(element); inner !== null; inner = dom.nextElement(inner)) {
      left.nodes -= 1;
      most.elements -= 1;
      if (most.elements < 0) return false;
      const tag = name(inner);
      if (flow(inner, tag) !== undefined || nameGiven(inner, tag) !== "") return false;
      if (typedIn(inner) || hosts.shadowOf(inner, tag)) return false;
      if (!isPlain(inner, most, left)) return false;
    }
    return true;
  }

  /** How long a piece is without white space around it: most have none. */
  function extent(piece) {
    const isBare = piece.charCodeAt(0) > 32 && piece.charCodeAt(piece.length - 1) > 32;
    return isBare ? piece.length : piece.trim().length;
  }

  /** Words as they are found, until they are more than `units`. */
  function pile(units, forward = true, text = "", found = 0) {
    return {
      isFull: () => found > units,
      add(piece) {
        text = forward ? text + piece : piece + text;
        found += extent(piece);
        if (found <= units) return;
        // Counted with the white space between words: count again without.
        text = collapse(text);
        found = text.length;
      },
      copy: () => pile(units, forward, text, found),
      words: () => text,
    };
  }

  /**
   * Reads until nothing is left, `left.nodes` is spent or the pile is full.
   * With `inBrief` there is a second pile, `starts`, which takes only the
   * first `BRIEF` characters of each text node and is filled in the same walk.
   */
  function drain(tasks, forward, left, all, inBrief = false) {
    const beside = forward ? dom.nextSibling : dom.previousSibling;
    let starts = all; // the same until a text is long
    let whole = true;
    let open = true;
    let afterGap = false; // of several gaps in a row one will do
    const say = (piece) => {
      if (piece === "" || (afterGap && piece === " ")) return;
      afterGap = piece === " ";
      if (open) all.add(piece);
      if (starts !== all) starts.add(piece);
    };
    while (tasks.length > 0) {
      const task = tasks.pop();
      if (typeof task === "string") {
        say(task);
        continue;
      }
      open &&= !all.isFull();
      const isDone = !open && (starts === all || starts.isFull());
      if (left.nodes <= 0 || isDone) return { ended: false, complete: false, starts };
      left.nodes -= 1;
      push(tasks, beside(task));
      const type = nodeType(task);
      if (type === 1) {
        enter(task, forward, tasks, say, left);
      } else if (type === 3 || type === 4) {
        const text = data(task);
        afterGap = false;
        if (text.length > limits.PIECE) whole = false;
        if (inBrief && starts === all && text.length > limits.BRIEF) starts = all.copy();
        if (open) all.add(forward ? text.slice(0, limits.PIECE) : text.slice(-limits.PIECE));
        if (starts !== all) starts.add(cut(text, limits.BRIEF));
      }
    }
    return { ended: true, complete: whole && open, starts };
  }

  /** The words of one element, at most `limit` characters. */
  function words(element, limit) {
    const tasks = [];
    const found = pile(2 * limit);
    const left = { nodes: limits.WORDS_NODES };
    enter(element, true, tasks, found.add, left);
    if (tasks.length > 0) drain(tasks, true, left, found);
    return cut(fold(found.words()), limit);
  }

  /**
   * The document's text, and whether something of it was cut off. Of a long
   * text only the start of each text node: what a scam says is short, what it is
   * drowned in is long.
   */
  function documentText(doc) {
    const enough = limits.TEXT_HEAD + limits.TEXT_TAIL;
    if (!dom.firstChild(doc)) return { text: "", cut: false };
    const head = pile(enough);
    const read = drain([dom.firstChild(doc)], true, { nodes: limits.TEXT_NODES }, head, true);
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
    drain([dom.lastChild(doc)], false, { nodes: limits.TAIL_NODES }, tail);
    return { text: joinEnds(text, fold(tail.words())), cut: true };
  }

  /** Start of one folded text and end of another, within the limits. */
  function joinEnds(start, end) {
    const head = new TextEncoder().encodeInto(start, new Uint8Array(limits.TEXT_HEAD - 1)).read;
    const bytes = new TextEncoder().encode(end.slice(-limits.TEXT_TAIL));
    let from = Math.max(0, bytes.length - limits.TEXT_TAIL);
    while ((bytes[from] & 0xc0) === 0x80) from += 1;
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    return `${bare(start.slice(0, head))} ${bare(decoder.decode(bytes.subarray(from)))}`;
  }

  return { words, documentText, isBlock, isSkipped };
}
