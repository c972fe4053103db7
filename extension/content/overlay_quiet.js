/**
 * Keeps a page quiet and harmless while a danger stands over it, and gives it
 * back as it was.
 *
 * Loaded at document_start in every frame, so that these listeners on the
 * window are the first to see each event, before any of the page's.
 */
const ringfenceQuiet = (() => {
  const input = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "paste",
    "copy",
    "cut",
    "dragstart",
    "drop",
    "pointerdown",
    "pointerup",
    "mousedown",
    "mouseup",
    "touchstart",
    "touchend",
    "click",
    "auxclick",
    "dblclick",
    "contextmenu",
    "submit",
  ];
  /** Those whose default action would change or send something. */
  const acting = new Set([
    "beforeinput",
    "paste",
    "cut",
    "drop",
    "dragstart",
    "click",
    "auxclick",
    "submit",
  ]);

  /** While set, input for this host goes to `press` and never to the page. */
  let shield = null;
  let silent = false;
  let typed = -Infinity; // when a key was last pressed
  let leaving = false;
  let hushed = false; // speech, by us
  const paused = new Set();

  function onInput(event) {
    if (event.type === "keydown" && event.isTrusted) typed = performance.now();
    if (!shield && !silent) return;
    if (shield && event.target === shield.host) {
      // The default action stays: it moves the focus and works the browser's own keys.
      event.stopImmediatePropagation();
      shield.press(event);
    } else if (silent) {
      event.stopImmediatePropagation();
      if (acting.has(event.type)) event.preventDefault();
    }
  }

  function onBeforeToggle(event) {
    if (event.isTrusted) shield?.opens(event);
  }

  function onBeforeUnload(event) {
    if (leaving) event.stopImmediatePropagation();
  }

  /** `form.submit()` from a script fires no `submit`, but sends the form all the same. */
  function onNavigate(event) {
    if (leaving) {
      event.stopImmediatePropagation();
      return;
    }
    const sendsForm = event.formData || event.sourceElement?.closest?.("form");
    if (silent && sendsForm) event.preventDefault();
  }

  function onPlay({ target }) {
    if (silent && target instanceof HTMLMediaElement) pause(target);
  }

  function pause(media) {
    if (media.paused) return;
    paused.add(media);
    media.pause();
  }

  /** Also after `document.open()`, which takes every listener off. */
  function listen() {
    // Passive: scrolling must not wait for us, and no touch is prevented.
    for (const type of input)
      addEventListener(type, onInput, { capture: true, passive: type.startsWith("touch") });
    addEventListener("beforetoggle", onBeforeToggle, true);
    addEventListener("beforeunload", onBeforeUnload, true);
    addEventListener("play", onPlay, true);
    globalThis.navigation?.addEventListener("navigate", onNavigate);
  }

  /** Ends what holds the screen, the pointer, the keys or the ear. Cheap: runs each frame. */
  function hush() {
    if (!silent) return;
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    if (document.pointerLockElement) document.exitPointerLock();
    if (document.pictureInPictureElement) document.exitPictureInPicture().catch(() => {});
    const speech = globalThis.speechSynthesis;
    if (!speech?.paused && (speech?.speaking || speech?.pending)) {
      speech.pause();
      hushed = true;
    }
  }

  listen();
  return {
    listen,
    hush,
    /** For how long, in milliseconds, no key was pressed. */
    untyped: () => performance.now() - typed,
    /** Gives input for `host` to `press`; the rest of the page is left alone.
        `opens` is told of what the page takes to the top layer. */
    shield(host, press, opens) {
      shield = { host, press, opens };
    },
    /** Takes sound, input and the screen from this document. */
    begin() {
      silent = true;
      for (const media of document.querySelectorAll("audio, video")) pause(media);
      globalThis.navigator.keyboard?.unlock?.();
      hush();
    },
    /** Gives everything back. */
    end() {
      shield = null;
      if (!silent) return;
      silent = false;
      for (const media of paused) media.play().catch(() => {});
      paused.clear();
      if (hushed) speechSynthesis.resume();
      hushed = false;
    },
    /** From now on no `beforeunload` of the page asks the person to stay. */
    leave() {
      leaving = true;
      listen();
    },
  };
})();
