// Is there anything here worth a look? A few bulk reads, so that most honest
// pages and most of what a page adds later end here. It may let through what is
// harmless; it must not stop a scam.
//
// A scam is a page for one purpose, from which hardly a link leads elsewhere: any
// such page is read, and with some more links one that has a form or a number. One
// with all that a site has around it says something that `ringfenceHints` knows,
// made from the catalogue: a brand's or tool's name, what scare screens scare
// with, a program to fetch.

/** @param {Document} doc
    @returns {boolean} whether to collect its facts */
function ringfenceGate(doc) {
  const FEW = 8; // places that links lead to
  const SOME = 24;
  const dom = ringfenceDom();
  const { protocol, hostname } = location;
  if (protocol === "https:" && ringfenceHints.unread.includes(` ${hostname} `)) return false;
  if (dom.byTag(doc, "a").length < FEW) return true; // most that are read end here
  const hints = ringfenceHinted(doc);
  const places = new Set(hints.hrefs().filter((href) => !/^(?:#|javascript:|$)/i.test(href))).size;
  return (
    places < FEW ||
    (places < SOME && (isForm(hints.takes()) || ringfenceNumbers(hints.words()))) ||
    isTheirs(hostname) ||
    hints.leads() ||
    ringfenceSays(hints.words()) ||
    hints.labels()
  );

  /** Whether anything rests on whose page this is: all of theirs are read. */
  function isTheirs(host) {
    for (let rest = host; rest; rest = rest.replace(/^[^.]*\.?/, "")) {
      if (ringfenceHints.hosts.includes(` ${rest} `)) return true;
    }
    return ringfenceHints.names.test(host);
  }

  /** Two fields, or one for a password: with one, pages are searched. */
  function isForm(fields) {
    const isSecret = (field) => dom.attr(field, "type").toLowerCase() === "password";
    return fields.length > 1 || fields.some(isSecret);
  }
}

/**
 * The same of a part that was added: anything to type into, a number to ring, a
 * shadow root, or what a whole page is asked for.
 *
 * @param {Element} part
 * @param {{before: string, after: string}} around the words that it joins
 */
function ringfencePartGate(part, around) {
  const MANY = 2000; // elements
  const dom = ringfenceDom();
  const acting = "[contenteditable],[role=textbox],object,embed,audio[autoplay]";
  const hints = ringfenceHinted(part);
  const elements = dom.byTag(part, "*");
  if (elements.length > MANY || hints.takes().length > 0) return true;
  const text = around.before + hints.words() + around.after;
  const isTold = ringfenceSays(text) || ringfenceNumbers(text) || hints.leads();
  return isTold || hints.labels() || hints.has(acting) || hides();

  function hides() {
    for (const element of [part, ...elements]) {
      if (dom.openShadowRoot(element) || dom.name(element).includes("-")) return true;
    }
    return false;
  }
}

/**
 * What there is in a document or a part of one, each read when it is asked for.
 *
 * @param {Document|Element} root
 */
function ringfenceHinted(root) {
  const { names, files } = ringfenceHints;
  const untyped = new Set(
    "hidden search submit button reset image checkbox radio range color".split(" "),
  );
  const program = /^(?!https?:|mailto:|javascript:|data:|blob:|about:|tel:)[a-z][a-z0-9+.-]*:/im;
  const unread = ["script", "style", "noscript"];
  const dom = ringfenceDom();
  const isDocument = dom.nodeType(root) === 9;
  let read; // the words, once
  let found; // the addresses
  return { hrefs, leads, words, labels, takes, has };

  /** The elements of a name, `root` among them. */
  function tagged(tag) {
    const below = dom.byTag(root, tag);
    return isDocument || dom.name(root) !== tag ? below : [root, ...below];
  }

  function has(selector) {
    return dom.query(root, selector).length > 0 || (!isDocument && dom.matches(root, selector));
  }

  /** The fields that anything can be typed into. */
  function takes() {
    const isTyped = (input) => !untyped.has(dom.attr(input, "type").toLowerCase());
    return [...tagged("textarea"), ...Array.from(tagged("input")).filter(isTyped)];
  }

  /** All text but that of elements whose text nobody sees. */
  function words() {
    return (read ??= ringfenceTextBut(unread, root));
  }

  /** Whether anybody is named in words that stand for pictures or are only spoken. */
  function labels() {
    const MOST = 500;
    const labelled = Array.from(dom.query(root, "[alt],[aria-label]")).slice(0, MOST);
    const said = labelled.map((it) => `${dom.attr(it, "alt")} ${dom.attr(it, "aria-label")}`);
    return names.test(said.join("\n"));
  }

  /** Where links lead, as they have it. */
  function hrefs() {
    return (found ??= Array.from(tagged("a"), (anchor) => dom.attr(anchor, "href").trim()));
  }

  /** Whether anything leads to a program or to somebody by name. */
  function leads() {
    const refreshes = Array.from(tagged("meta"))
      .filter((meta) => dom.attr(meta, "http-equiv").toLowerCase() === "refresh")
      .map((meta) => dom.attr(meta, "content").replace(/^[^=]*=\s*["']?/, ""));
    const lines = [...hrefs(), ...refreshes].join("\n");
    // Without the hosts, whose names could end like a file.
    const paths = lines.replace(/\/\/[^/\n]*/g, "");
    return names.test(lines) || files.test(paths) || program.test(lines) || has("a[download]");
  }
}

/** @param {string} words */
function ringfenceSays(words) {
  // Letters of two scripts in one word, or letters that do not show.
  const disguised =
    /[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z]|[\u202a-\u202e\u2066-\u2069]|\w[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+\w/i;
  const { names, files } = ringfenceHints;
  return names.test(words) || files.test(words) || disguised.test(words);
}
