/**
 * Where the warning stands: a modal dialog in a closed shadow root on a plain
 * element under the root element, its words on a popover inside the dialog.
 *
 * Modal, so that the page behind is inert; a popover, because that alone can be
 * taken to the top of the top layer again without moving the focus or telling
 * a screen reader to begin anew.
 */

/** Styles of the root element that reach even the top layer: what they may not
    be, and what puts them right. Firefox lets a filter through, Chromium not. */
const ringfenceRootStyle = [
  { property: "display", bad: (value) => value === "none", good: "block" },
  { property: "content-visibility", bad: (value) => value === "hidden", good: "visible" },
  { property: "filter", bad: (value) => value !== "none", good: "none" },
  { property: "interactivity", bad: (value) => value === "inert", good: "auto" },
];

/**
 * @param {ReturnType<typeof ringfenceView>} view
 * @param {() => void} focus called when the dialog has taken the focus
 */
function ringfenceStand({ dialog, sheet }, focus) {
  const root = document.documentElement;
  const rootStyle = getComputedStyle(root);
  const rootWas = new Map();
  // A plain element of no fixed name: no selector and no id finds it.
  const names = ["div", "span", "section"];
  const name = names[Math.floor(Math.random() * names.length)];
  const host = document.createElementNS("http://www.w3.org/1999/xhtml", name);
  const shadow = host.attachShadow({ mode: "closed" });
  const style = new CSSStyleSheet();
  // Properties of names that nobody knows: the page could register ours with a
  // type of its own, which counts in shadow roots too.
  const own = `--${crypto.getRandomValues(new Uint32Array(2)).join("-")}-`;
  style.replaceSync(ringfenceStyle.replaceAll("--", own));
  shadow.adoptedStyleSheets = [style];
  shadow.append(dialog);
  const sight = ringfenceSight(host, sheet);

  const isShrunk = ({ width, height }) =>
    Math.abs(width - innerWidth) > 24 || Math.abs(height - innerHeight) > 24;

  /** Whether anything else would be hit at one of a few spots over all the view. */
  function isCovered() {
    const spots = [
      [0.5, 0.5],
      [0.1, 0.1],
      [0.9, 0.1],
      [0.1, 0.9],
      [0.9, 0.9],
    ];
    return spots.some(
      ([x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight) !== host,
    );
  }

  /** What keeps the warning from being seen and hit; `null` when nothing does. */
  function trouble() {
    if (document.documentElement !== root) return "uprooted";
    if (host.parentNode !== root) return "removed";
    if (!dialog.matches(":modal") || !sheet.matches(":popover-open")) return "closed";
    if (host.inert || root.inert) return "inert";
    if (ringfenceRootStyle.some(({ property, bad }) => bad(rootStyle[property]))) return "hidden";
    if (!sheet.checkVisibility({ visibilityProperty: true })) return "hidden";
    if (Math.abs((sheet.currentCSSZoom ?? 1) - 1) > 0.01) return "zoomed";
    if (isShrunk(dialog.getBoundingClientRect())) return "shrunk";
    // Its pictures lie over the top layer; Firefox does not count them in a hit test.
    if (document.activeViewTransition) return "covered";
    return sight.look() || isCovered() ? "covered" : null;
  }

  /** Goes to the top of the top layer, above covers that are not known of yet. */
  function retop() {
    if (sheet.matches(":popover-open")) sheet.hidePopover();
    sheet.showPopover();
    sight.topped();
  }

  /** Never called inside a MutationObserver: two that answer each other hang the tab. */
  function repair(what) {
    const parent = document.documentElement;
    if (!parent) return;
    document.activeViewTransition?.skipTransition();
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    keepRoot(() => (root.inert = true), "inert", root.inert);
    root.inert = false;
    host.inert = false;
    for (const { property, bad, good } of ringfenceRootStyle) {
      if (bad(rootStyle[property])) styleRoot(property, good);
    }
    // One scroll bar, ours. Not worth a fight should the page want its own back.
    for (const axis of ["overflow-x", "overflow-y"]) styleRoot(axis, "hidden");
    if (host.parentNode !== parent) parent.append(host);
    // Taken out and put back a dialog is open but not modal; under a later
    // modal dialog of the page it is modal but inert.
    if (!dialog.matches(":modal") || what === "covered") {
      dialog.close();
      dialog.showModal();
      retop();
      focus();
    } else {
      retop();
    }
    dialog.style.zoom = String(1 / (host.currentCSSZoom ?? 1));
  }

  function styleRoot(property, value) {
    /** @type {[string, string]} */
    const was = [root.style.getPropertyValue(property), root.style.getPropertyPriority(property)];
    keepRoot(() => root.style.setProperty(property, ...was), property, true);
    root.style.setProperty(property, value, "important");
  }

  /** Remembers once how to give the root back as it was. */
  function keepRoot(restore, what, changed) {
    if (changed && !rootWas.has(what)) rootWas.set(what, restore);
  }

  return {
    host,
    shadow,
    sight,
    trouble,
    repair,
    retop,
    end() {
      sight.end();
      dialog.close();
      host.remove();
      for (const restore of rootWas.values()) restore();
    },
  };
}
