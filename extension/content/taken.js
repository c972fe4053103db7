/**
 * In a frame whose page was taken away: says whose it was, and that the rest of
 * the page is as it was. The frame is empty, so that nothing of that page is left
 * to fight this; the page around it may cover it, and hides its own hole.
 *
 * @param {(message: {type: string}) => Promise<{host?: string} | undefined>} report
 */
async function ringfenceTaken(report) {
  const reply = await report({ type: "empty" });
  if (!reply?.host) return;
  const { i18n } = globalThis.browser ?? globalThis.chrome;
  const make = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };
  const host = document.createElement("div");
  const shadow = host.attachShadow({ mode: "closed" });
  const style = new CSSStyleSheet();
  style.replaceSync(`
    section { color-scheme: light dark; background: #fbf8f1; color: #1d1b17; padding: 1em;
      font: 1.125em/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
    h1 { font-size: 1.25em; margin: 0; color: #93231a; }
    p { margin: 0.5em 0; }
    button { font: inherit; padding: 0.5em 1em; }
    @media (prefers-color-scheme: dark) {
      section { background: #191a1e; color: #f4f1ea; }
      h1 { color: #ffb3a7; }
    }`);
  shadow.adoptedStyleSheets = [style];
  const open = make("button", i18n.getMessage("frame_open"));
  // It only opens a tab, over which the whole warning stands.
  open.addEventListener("click", ({ isTrusted }) => isTrusted && report({ type: "open-taken" }));
  const section = make("section", "");
  section.dir = i18n.getMessage("@@bidi_dir");
  section.lang = i18n.getUILanguage();
  section.append(
    make("h1", i18n.getMessage("frame_taken")),
    make("p", i18n.getMessage("frame_from", `\u2068${reply.host}\u2069`)),
    make("p", i18n.getMessage("frame_rest")),
    open,
  );
  shadow.append(section);
  document.documentElement.style.background = "none";
  (document.body ?? document.documentElement).append(host);
}
