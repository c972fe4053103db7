//# allFunctionsCalledOnLoad
// One look at a document: what it shows, as PageFacts (src/page/facts.rs), by
// the rules of docs/collector.md. Reads in bulk where it can, never changes
// anything, and never reads what a person typed.

/** The limits of src/page/limits.rs; a test holds the two to each other. */
function ringfenceLimits() {
  return {
    TEXT_HEAD: 16 * 1024,
    TEXT_TAIL: 8 * 1024,
    PIECE: 256 * 1024,
    BRIEF: 160,
    TEXT_NODES: 60_000,
    TAIL_NODES: 20_000,
    WORDS_NODES: 2_000,
    URL: 2048,
    STRING: 200,
    LABEL: 80,
    LABEL_NODES: 40,
    COMMENT: 160,
    COMMENTS: 12,
    HEADINGS: 40,
    FORMS: 40,
    FIELDS: 200,
    BUTTONS: 40,
    SCANNED: 20_000,
    LINKS: 200,
    IMAGES: 100,
    ICONS: 8,
    ASSETS: 60,
    IDENTS: 400,
    IDENT_ELEMENTS: 600,
    IDENTS_VISITED: 2_000,
    SCRIPT_LINKS: 40,
    SCRIPT_TEXT: 256 * 1024,
    FRAMES: 40,
  };
}

/**
 * Collects the facts of a document, a live one or one from DOMParser.
 *
 * @param {Document} doc
 * @param {object} options
 * @param {string} options.url the document's address
 * @param {string} options.baseUrl its embedder's, when `url` has no host
 * @param {"top"|"sub"} options.frame
 * @param {(element: Element, tag: string) => ShadowRoot|null} [options.shadowRootOf]
 * @param {Element[]} [options.hosts] elements that may have shadow roots or be
 *   custom ones: a long document's text is not read to its end
 * @param {(element: Element) => boolean} [options.typedIn] whether a person
 *   typed into this editable element: then its words are theirs and left out
 * @returns {object} PageFacts as plain JSON
 */
function ringfenceCollect(doc, options) {
  const limits = ringfenceLimits();
  const dom = ringfenceDom();
  const { attr, attribute, name } = dom;
  const scripts = ringfenceScripts(limits);
  const hosts = ringfenceHosts(dom, doc, options.shadowRootOf);
  const strings = ringfenceStrings(limits);
  const { cut, short } = strings;
  const say = ringfenceWords(dom, limits, strings, hosts, options.typedIn ?? (() => false));
  const fields = ringfenceFields(dom, limits, strings, say);

  // Reading the text finds the shadow roots that all else looks into.
  const body = say.documentText(doc);
  for (const element of options.hosts ?? []) hosts.shadowOf(element, name(element));
  const page = ringfencePage(dom, limits, hosts.marked);
  const { tagged, having, first } = page;

  const addresses = ringfenceAddresses(dom, doc, limits, strings, options);
  const anchors = tagged("a", "area").map((anchor) => [anchor, attribute(anchor, "href")]);
  const words = (element) => say.words(element, limits.STRING);

  function title() {
    const html = "http://www.w3.org/1999/xhtml";
    const found = tagged("title").find((element) => dom.namespace(element) === html);
    return found ? short(dom.textContent(found)) : "";
  }

  /** The first `<meta>` of these names (or properties), earlier names first. */
  function meta(...names) {
    const isNamed = (element, wanted) =>
      ["name", "property"].some((key) => attr(element, key).toLowerCase() === wanted);
    const metas = tagged("meta");
    const found = names.flatMap((wanted) => metas.filter((element) => isNamed(element, wanted)));
    return found.map((element) => short(attr(element, "content"))).find(Boolean) ?? "";
  }

  const isHeading = (element) => attr(element, "role").toLowerCase() === "heading";

  function headings() {
    const found = [];
    for (const element of [...tagged("h1", "h2", "h3"), ...having("role").filter(isHeading)]) {
      const said = found.length <= limits.HEADINGS && words(element);
      if (said) found.push(said);
    }
    return first(found, limits.HEADINGS);
  }

  function links() {
    const suspicious = [];
    const usual = [];
    for (const link of anchors) {
      const [anchor, href] = link;
      if (href === null) continue;
      const isOdd = scripts.isSuspicious(href.trim()) || attribute(anchor, "download") !== null;
      (isOdd ? suspicious : usual).push(link);
    }
    return first(suspicious.concat(usual), limits.LINKS).map(([anchor, href]) => {
      const download = attribute(anchor, "download");
      return {
        href: addresses.resolveOf(anchor, href),
        text: words(anchor),
        download: download === null ? null : short(download),
      };
    });
  }

  /** Addresses of `<link>`s (and scripts) whose `rel` says `kind`. */
  function linked(kind, elements, limit) {
    const named = elements.map((element) => {
      if (name(element) === "script") return attribute(element, "src");
      const fits = attr(element, "rel").toLowerCase().includes(kind);
      return fits ? attribute(element, "href") : null;
    });
    const found = named.filter((address) => address !== null);
    return first(found, limit).map(addresses.resolvePicture);
  }

  function idents() {
    const seen = new Set();
    let read = 0;
    for (const root of [doc, ...hosts.shadows.values()]) {
      const elements = dom.byTag(root, "*");
      for (let at = 0; at < elements.length && at < limits.IDENTS_VISITED; at++) {
        const id = attr(elements[at], "id").slice(0, limits.URL).trim();
        const classes = attr(elements[at], "class").slice(0, limits.URL);
        if (id === "" && classes === "") continue;
        if (read++ === limits.IDENT_ELEMENTS) break;
        for (const ident of [id, ...classes.split(/[\t\n\f\r ]+/)]) if (ident) seen.add(ident);
      }
    }
    return [...seen].slice(0, limits.IDENTS).map((ident) => cut(ident, limits.STRING));
  }

  function comments() {
    const found = [];
    const walker = dom.createTreeWalker(doc, doc, NodeFilter.SHOW_COMMENT);
    while (found.length < limits.COMMENTS && walker.nextNode()) {
      const said = cut(short(dom.data(walker.currentNode)), limits.COMMENT);
      if (said) found.push(said);
    }
    return found;
  }

  /** Targets of `<meta http-equiv=refresh>`, then what scripts quote. */
  function scriptLinks(quoted) {
    const refresh = tagged("meta")
      .filter((element) => attr(element, "http-equiv").toLowerCase() === "refresh")
      .map((element) => scripts.refreshTarget(attr(element, "content")));
    const found = refresh.filter(Boolean).concat(quoted).map(addresses.resolve);
    return first([...new Set(found)], limits.SCRIPT_LINKS);
  }

  function frames() {
    return first(tagged("iframe", "frame"), limits.FRAMES).map((frame) => ({
      src: addresses.resolvePicture(attr(frame, "src")),
      srcdoc: attribute(frame, "srcdoc") !== null,
    }));
  }

  function media() {
    const audio = tagged("audio");
    const video = tagged("video").filter((element) => attribute(element, "muted") === null);
    return {
      audio: audio.length,
      autoplay: [...audio, ...video].some((element) => attribute(element, "autoplay") !== null),
    };
  }

  const used = ringfenceUsed(dom, limits, scripts, page, anchors);
  const facts = {
    url: cut(options.url, limits.URL),
    base_url: cut(options.baseUrl ?? "", limits.URL),
    frame: options.frame,
    referrer_host: URL.canParse(dom.referrer(doc)) ? new URL(dom.referrer(doc)).hostname : "",
    lang: tagged("html").map((element) => short(attr(element, "lang")))[0] ?? "",
    title: title(),
    description: meta("description", "og:description"),
    site_name: meta("og:site_name", "application-name"),
    text: body.text,
    headings: headings(),
    forms: [],
    fields: [],
    buttons: [],
    links: links(),
    images: ringfencePictures(dom, limits, strings, page, addresses),
    icons: linked("icon", tagged("link"), limits.ICONS),
    assets: linked("stylesheet", tagged("script", "link"), limits.ASSETS),
    idents: idents(),
    comments: comments(),
    script_links: scriptLinks(used.links),
    frames: frames(),
    media: media(),
    api: used.api,
  };
  fields.collect(page, hosts.custom, addresses.resolve, facts);
  facts.truncated = body.cut || page.truncated;
  return facts;
}
