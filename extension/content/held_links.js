/**
 * Links to a remote tool's installer, which are only asked about when clicked.
 *
 * @param {(href: string) => Promise<boolean>} mayFollow
 */
function ringfenceHeldLinks(mayFollow) {
  let watched = new Set(); // resolved addresses
  let held = "";

  addEventListener(
    "click",
    (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (!link || !watched.has(link.href)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held = link.href;
      mayFollow(held).then((may) => may && follow());
    },
    true,
  );

  /** Follows the link that was held back, if any. */
  function follow() {
    if (!held) return;
    const href = held;
    held = "";
    watched.delete(href);
    location.assign(href);
  }

  return { follow, watch: (hrefs) => (watched = new Set(hrefs)) };
}
