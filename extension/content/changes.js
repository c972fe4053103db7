// What has changed since the last look, and whether it is worth another one.
//
// Each record of a change that is only touched costs as much as the parser took
// for its element. So of what is being parsed, or is added faster than it is
// worth telling apart, nothing is kept: then the whole document is gated.

/**
 * @param {object} told
 * @param {() => void} told.onChange
 * @param {() => void} told.onHold a script is about to run that may open dialogs
 *   without end
 */
function ringfenceChanges({ onChange, onHold }) {
  const MOST_PARTS = 64; // added parts kept apart
  const MOST_RECORDS = 500; // of one batch of changes
  const INSERTED = 4; // the last records tell of a script that is to run, and of its text
  const MAY_HOLD = /\b(?:alert|confirm|prompt|eval|atob)\s*\(|fromCharCode/;
  const MORE = 80; // characters that make a short page another one
  const KINDS = { childList: true, subtree: true, characterData: true };

  const dom = ringfenceDom();
  let parts = [];
  let isWhole = true;
  let lastUrl = location.href;
  let lastLength = 0; // of the whole text, when all of it was gated

  const observer = new MutationObserver((records) => {
    const isLoading = document.readyState === "loading";
    if (isLoading || records.length > MOST_RECORDS) isWhole = true;
    if (!isWhole) records.forEach(keepAdded);
    if (isLoading && records.slice(-INSERTED).some(mayHold)) onHold();
    if (parts.length > 0 || isWhole) onChange();
  });

  /** The parser lets observers in between inserting an inline script and running it. */
  function mayHold({ addedNodes }) {
    const [node] = addedNodes;
    return node instanceof HTMLScriptElement && MAY_HOLD.test(node.textContent);
  }

  function keepAdded({ type, target, addedNodes }) {
    if (type === "characterData") keep(target);
    else addedNodes.forEach(keep);
  }

  function keep(node) {
    if (parts.length < MOST_PARTS) parts.push(node);
    else isWhole = true;
  }

  /** Whether what was added since this was last asked may be a part of a scam. */
  function areWorthALook() {
    const added = parts;
    parts = [];
    if (isWhole || location.href !== lastUrl) return gateWhole();
    const here = added.filter((node) => node.isConnected);
    if (here.some(gatePart)) return true;
    return here.length > 0 && Math.abs(textLength() - lastLength) >= MORE && gateWhole();
  }

  function gateWhole() {
    isWhole = false;
    lastUrl = location.href;
    lastLength = textLength();
    return ringfenceGate(document);
  }

  function textLength() {
    const root = document.documentElement;
    return root ? dom.textContent(root).length : 0;
  }

  function gatePart(node) {
    const part = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    // With what it joins: a text may come in pieces that say nothing alone.
    return part !== null && ringfencePartGate(part, ringfenceAround(document, part));
  }

  return {
    areWorthALook,
    /** Tells of what happens in a document or shadow root. */
    observe: (root) => observer.observe(root, KINDS),
    /** Makes the next question one about the whole document. */
    forget: () => (isWhole = true),
    stop: () => observer.disconnect(),
  };
}
