/**
 * The warning over the page: what `main.js` calls.
 *
 * Shown again with the same warning it stays as it stands; with another it
 * changes its words.
 */
const ringfenceOverlay = (() => {
  let shown = null;
  let guard = null;

  function hide() {
    guard?.end();
    guard = null;
    shown = null;
  }

  return {
    /**
     * @param {Warning} warning as in `src/message.rs`
     * @param {(message: {type: string}) => void} respond to the background
     */
    show(warning, respond) {
      const same = JSON.stringify(warning);
      if (shown === same) return;
      hide();
      shown = same;
      // A document that is not HTML (SVG, raw XML, none at all) cannot hold a dialog.
      if (!(document.documentElement instanceof HTMLHtmlElement)) {
        respond({ type: "tampered" });
        return;
      }
      let told = -Infinity;
      const tampered = () => {
        if (performance.now() - told < ringfenceTimes.backOff) return;
        told = performance.now();
        ringfenceQuiet.leave();
        respond({ type: "tampered" });
      };
      if (warning.level === "danger") ringfenceQuiet.begin();
      guard = ringfenceGuard(ringfenceView(warning, respond), tampered);
    },
    hide,
    /** For how long, in milliseconds, nothing could be drawn. */
    stalled: () => guard?.stalled() ?? 0,
    /** The tab is about to leave: the page may not hold it. */
    leaving: ringfenceQuiet.leave,
  };
})();
