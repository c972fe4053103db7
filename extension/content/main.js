// What runs in every document: looks once when the page has been parsed, and
// again when it has changed where it matters; reports to the background; shows
// what the background answers.
//
//   DOM ready ─► look ─► gate ─► collect ─► background ─► overlay
//   mutations ─► the added parts alone through the gate ─┘
//
// A page can change a thousand times a second and keep its queue busy: see
// `schedule.js` for when a look begins.

(() => {
  const api = globalThis.browser ?? globalThis.chrome;
  const isTop = window === window.top;
  let given = "";

  const MOST_TRIES = 12; // half a minute: a background that is being started can miss reports
  const MOST_HURRIED = 4; // reports made because a script may never end
  const MOST_OF_IT = 0.6; // of the window, from which a frame is all that is seen
  const EMPTIES = 300; // ms until a page that should have gone by itself is led away

  let tries = 0;
  let hurried = 0;
  let lastFacts = "";
  let hosts = []; // of shadow roots, in what is too long to be read
  let mustLook = false; // at what the gate does not see: a new shadow root, a script that may hold the page
  let isLong = false; // the last look left something unread
  const typed = new WeakSet(); // editable elements: their words are the person's
  let gone = false;

  const schedule = ringfenceSchedule(look, onStarved);
  const changes = ringfenceChanges({
    onChange() {
      schedule.plan();
      schedule.catchUp();
      searchLater();
    },
    onHold: hurry,
  });
  // What is added to a shadow root counts like what is added to the document.
  const finds = ringfenceShadowRoots((root) => {
    mustLook = true;
    changes.observe(root);
  });
  const searchLater = ringfenceLateRoots(search);

  const links = ringfenceHeldLinks(async (href) => {
    const reply = await report({ type: "clicked", href });
    if (!reply?.warning) return true;
    show(reply.warning);
    return false;
  });

  /** Looks while this document still lets anything run. */
  function hurry() {
    if (hurried === MOST_HURRIED) return;
    mustLook = true;
    if (look()) hurried += 1;
  }

  /** The page lets nothing of ours run, and so not the answer to a report: as good
      as a fight, when there is anything that could be a trick. */
  function onStarved() {
    if (isTop && !gone && ringfenceGate(document)) report({ type: "tampered" });
  }

  /** @returns whether there was anything new to report */
  function look() {
    if (gone || !(changes.areWorthALook() || mustLook)) return false;
    const facts = ringfenceCollect(document, {
      url: location.href,
      baseUrl: self.origin === "null" ? "" : self.origin,
      frame: isTop ? "top" : "sub",
      shadowRootOf: finds.finder(),
      hosts: hosts.filter((host) => host.isConnected),
      typedIn: (element) => typed.has(element),
    });
    isLong = facts.truncated;
    mustLook = false;
    const seen = JSON.stringify(facts);
    if (seen === lastFacts) return false;
    lastFacts = seen;
    report({ type: "facts", facts, document: name(), fills: fills() }).then((reply) => {
      if (reply?.type !== "judged") {
        lookAgain();
        return;
      }
      tries = 0;
      links.watch(reply.watch);
      if (reply.empty) empty();
      if (reply.warning) show(reply.warning);
    });
    return true;
  }

  /** Whether this is a frame that is next to all that the person sees. */
  function fills() {
    return !isTop && innerWidth * innerHeight > MOST_OF_IT * outerWidth * outerHeight;
  }

  /** This frame's page goes; see `taken.js`. */
  function empty() {
    ringfenceQuiet.begin();
    ringfenceQuiet.leave();
    const blank = `about:blank#${name()}`;
    // As if the page went there itself: to where a script of ours leads it, Firefox
    // lets no other one of ours.
    const meta = document.createElement("meta");
    meta.httpEquiv = "refresh";
    meta.content = `0;url=${blank}`;
    (document.head ?? document.documentElement).append(meta);
    scheduler.postTask(() => location.replace(blank), { delay: EMPTIES });
  }

  /** What a look left unread of a long page may hide a shadow root. */
  function search() {
    if (gone) return;
    const found = finds.search(document);
    if (isLong) hosts = found;
    if (mustLook) schedule.plan();
  }

  /** The report did not arrive: nothing may be missed for that. */
  function lookAgain() {
    if (++tries > MOST_TRIES) return;
    lastFacts = "";
    changes.forget();
    schedule.plan();
  }

  function show(warning) {
    if (isTop) ringfenceOverlay.show(warning, report);
  }

  /** Our own name for this document, so that the background can tell a reload
      from an update. The page never sees it. */
  function name() {
    given ||= Array.from(crypto.getRandomValues(new Uint32Array(4))).join("-");
    return given;
  }

  /** Sends to the background. After an update of the extension nobody is there
      any more: then this script takes everything down and stops. */
  async function report(message) {
    if (gone) return undefined;
    try {
      const reply = await api.runtime.sendMessage(message);
      if (reply?.type === "error") console.debug("Ringfence:", reply.message);
      else if (message.type === "pass" || message.type === "used-for-work") goOn();
      return reply;
    } catch (error) {
      if (!api.runtime?.id) stop();
      else console.debug("Ringfence:", String(error));
      return undefined;
    }
  }

  function stop() {
    gone = true;
    changes.stop();
    if (isTop) ringfenceOverlay.hide();
  }

  /** The person chose to go on. */
  function goOn() {
    if (isTop) ringfenceOverlay.hide();
    links.follow();
  }

  addEventListener(
    "input",
    (event) => {
      /** @type {any[]} */
      const [target, ...around] = event.composedPath();
      // Not the whole page, which could hide its words by being editable.
      if (!event.isTrusted || !target.isContentEditable) return;
      for (const node of [target, ...around]) {
        if (node.isContentEditable && node !== document.body) typed.add(node);
      }
    },
    { capture: true, passive: true },
  );
  for (const event of ["focusin", "pointerdown", "keydown"]) {
    const onUse = ({ target }) => {
      if (target instanceof Element) finds.ask(target);
      if (mustLook) schedule.plan();
    };
    addEventListener(event, onUse, { capture: true, passive: true });
  }
  // Taken out of the back/forward cache: the background has forgotten this document.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    lastFacts = "";
    changes.forget();
    schedule.plan();
  });
  addEventListener("popstate", schedule.plan);
  addEventListener("hashchange", schedule.plan);

  api.runtime.onMessage.addListener((message, _sender, answer) => {
    if (message.type === "hush") ringfenceQuiet.begin();
    else if (message.type === "calm") ringfenceQuiet.end();
    else if (message.type === "leaving") ringfenceQuiet.leave();
    if (!isTop && message.type !== "here") return;
    if (message.type === "warn") show(message.warning);
    else if (message.type === "calm") ringfenceOverlay.hide();
    answer({
      document: name(),
      url: location.href,
      stalled: isTop ? ringfenceOverlay.stalled() : 0,
    });
  });

  if (!isTop && location.href.startsWith("about:blank#")) ringfenceTaken(report);
  changes.observe(document);
  if (document.readyState === "loading") {
    document.addEventListener(
      "DOMContentLoaded",
      () => {
        changes.forget();
        schedule.planNow();
      },
      { once: true },
    );
  } else {
    // A frame without a document of its own: whoever made it is still filling it.
    schedule.plan();
  }
})();
