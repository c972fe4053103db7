// Is there anything here worth a look? A few bulk reads, so that long honest
// pages and most of what a page adds later end here. It may let through what is
// harmless; it must not stop a scam. Every scam there is has one of: something
// to type into, a number to ring, a program to fetch, a brand's or a tool's
// name; or it is short, also because it hides its words where text is not read
// (pictures, frames, shadow roots).

/**
 * @param {Document|Element} root the document, or a part that was added to it
 * @param {{before: string, after: string}} around the words that the part joins
 * @returns {boolean} whether to collect the document's facts
 */
function ringfenceGate(root, around = { before: "", after: "" }) {
  const MANY_ELEMENTS = 2000;
  const LONG_TEXT = 64 * 1024;
  // Wording that no hint below names is for the reader; in longer texts some hint
  // stands (of 1,865 scams of training/pages 104 would stop at 200 characters).
  const SHORT_TEXT = 4000;
  const BARE = 3; // html, head and body

  const names =
    /hmrc|barclay|m[’']?s? revenue (?:&|and) customs|majesty[’']s revenue|mazon|ama?z[oa]?n\b|अमेज़न|אמזון|prime video|アマゾン|亚马逊|亞馬遜|아마존|امازون|أمازون|амазон|\bdesk|desk(?:top)?\b|viewer|remote|assist|vnc|action1|admin\b|alpemix|ammyy|atera|awesun|beyondtrust|bluetrait|bomgar|dameware|datto|dwservice|dwagent|fixme|fleetdeck|getscreen|goto(?:http|\s?resolve|\s?my)|helpu\b|helpwire|immybot|housecall|iperius|isl (?:light|online)|itarian|kaseya|level\.io|litemanager|logmein|manageengine|meshcentral|meshagent|netsupport|ninja(?:one|rmm)|nomachine|pcvisit|pdq|pulseway|radmin|rescue|rudesk|screenconnect|connectwise|showmypc|simplehelp|splashtop|superops|supremo|syncro|tactical|take control|xeox|zoho|asistencia r[aá]pida|beanywhere|centrastage|comodo itsm|fastsupport|isl alwayson|level rmm|mesh agent|screen connect|snabbhj[aä]lp|sunlogin|szybka pomoc|techinline|クイック アシスト|向日葵远程|리모트콜|헬프유|247ithelp|acronis cyber|air(?:droid|mirror)|anysupport|anyplace control|barracuda rmm|beamyourscreen|gorelo|goverlan|heartbeatrm|itsupport247|impero connect|laplink|lunixar|msp360|mikogo|monitic\b|mygreenpc|ntrsupport|naverisk|net monitor|netlock|netop\b|neturo|syspectr|optitune|pandora rc|panorama9|parallels access|pchelpware|pilixo|rdp wrapper|remsupp|rodex|screenmeet|seetrol|senso\.cloud|servereye|sorillus|spyanywhere|teramind|tiflux|trustconnect|turbomeeting|veyon|ehorus|ezhelp|씨트롤|이지헬프/i;
  const scares =
    /v[ií]r[uü]s|wirus|вирус|вірус|فيروس|病毒|바이러스|ウイルス|ウィルス|tro[jiy]an|троян|malware|spyware|ransom|defender|firewall|infected|infiziert|hacked|セキュリティ|toll.?free|helpline|hotline/i;
  const odd =
    /\.(?:exe|msi|msix|msixbundle|appx|appxbundle|appinstaller|dmg|pkg|apk|scr|bat|cmd|ps1|vbs|hta|jar|iso|zip)\b|ms-appinstaller:|requestFullscreen|fromCharCode|atob\(/i;
  // Nine digits, as telephone numbers are written in most countries.
  const number = /(?:[0-9０-９٠-٩][\s().\/+‐-―-]{0,3}){8}[0-9０-９٠-٩]/;
  // Letters of two scripts in one word, or letters that do not show.
  const disguised = /[a-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][a-z]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/i;
  const address =
    /^(?!https?:|mailto:|javascript:|data:|blob:|about:)[a-z][a-z0-9+.-]*:|\.(?:exe|msi|msix|msixbundle|appx|appxbundle|appinstaller|application|dmg|pkg|apk|scr|bat|cmd|ps1|vbs|hta|jar|iso|img|zip|rar|7z|deb|rpm|appimage)(?:$|[?&#])/i;
  const untyped = new Set(
    "hidden search submit button reset image checkbox radio range color".split(" "),
  );

  const dom = ringfenceDom();
  const isDocument = dom.nodeType(root) === 9;
  const elements = dom.byTag(root, "*");
  if (elements.length > MANY_ELEMENTS) return true;
  const html = isDocument ? dom.byTag(root, "html")[0] : root;
  const text = html ? dom.textContent(html) : "";
  const words = around.before + text + around.after;
  return hasField() || says(words) || hasOddLink() || hides();

  /** The elements of a name, `root` among them. */
  function tagged(tag) {
    const below = dom.byTag(root, tag);
    return isDocument || dom.name(root) !== tag ? below : [root, ...below];
  }

  function hasField() {
    if (tagged("textarea").length > 0) return true;
    for (const input of tagged("input")) {
      if (!untyped.has(dom.attr(input, "type").toLowerCase())) return true;
    }
    return false;
  }

  /** Whether the text names or numbers anything that scams do. */
  function says(words) {
    if (words.length > LONG_TEXT) return true;
    return [number, names, scares, odd, disguised].some((hint) => hint.test(words));
  }

  function hasOddLink() {
    for (const anchor of tagged("a")) {
      const href = dom.attr(anchor, "href");
      const isOdd = address.test(href) || names.test(href);
      if (isOdd || dom.attribute(anchor, "download") !== null) return true;
    }
    return false;
  }

  /** Whether the text is short, or something stands there that it does not tell. */
  function hides() {
    if (isDocument && elements.length > BARE && text.trim().length < SHORT_TEXT) return true;
    for (const element of isDocument ? elements : [root, ...elements]) {
      if (dom.openShadowRoot(element) || dom.name(element).includes("-")) return true;
    }
    const selector =
      "[contenteditable],[role=textbox],iframe,frame,object,embed,audio[autoplay],canvas," +
      "meta[http-equiv=refresh i],[onclick],[alt*=amazon i],[aria-label*=amazon i],[src*=amazon i],[class*=amazon i]";
    return dom.query(root, selector).length > 0 || (!isDocument && dom.matches(root, selector));
  }
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
