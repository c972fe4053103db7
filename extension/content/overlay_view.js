/**
 * The warning as DOM: what a frightened person reads, and the way out.
 *
 * Text comes from `_locales` or from the warning and is only ever set as text,
 * never as HTML. The buttons here do nothing by themselves: `ringfenceOverlay`
 * decides whether a press is a person's, then runs what `view.actions` holds.
 */

/** Visible seconds that a person waits before a danger can be passed. */
const ringfencePause = 30;

/**
 * Makes the contents of the dialog.
 *
 * @param {Warning} warning as in `src/message.rs`
 * @param {(message: {type: string}) => void} respond to the background
 */
function ringfenceView(warning, respond) {
  const i18n = (globalThis.browser ?? globalThis.chrome).i18n;
  const html = "http://www.w3.org/1999/xhtml";
  const danger = warning.level === "danger";
  const actions = new Map();
  let waited = null;

  /** The message, its arguments kept from turning the text around them. */
  const say = (id, ...args) =>
    i18n.getMessage(
      id,
      args.map((arg) => `\u2068${arg}\u2069`),
    );
  const sayText = ({ id, args }) => say(id, ...args);

  /** An element; the page's document may be XML, hence the namespace.
      @returns {any} of the type that its name says */
  function make(name, className, ...children) {
    const element = document.createElementNS(html, name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }

  function button(id, className, act) {
    const element = make("button", className, say(id));
    element.type = "button";
    actions.set(element, act);
    return element;
  }

  const leave = () =>
    button(danger ? "button_leave" : "button_go_back", "primary", () => respond({ type: "leave" }));
  const recover = (id) => button(id, "", () => respond({ type: "recover" }));
  const go = (id, className, step) => button(id, className, () => show(step));

  function reasons(texts) {
    const list = make("ul", "reasons", ...texts.map((text) => make("li", "", sayText(text))));
    list.id = "reasons";
    return list;
  }

  function heading(text) {
    const element = make("h1", "", text);
    element.id = "headline";
    element.tabIndex = -1;
    return element;
  }

  /** The page's own words; `dir=auto` because they may be of any language. */
  function seen() {
    if (warning.evidence.length === 0) return [];
    const quotes = warning.evidence.map((words) => {
      const quote = make("blockquote", "", `“${words}”`);
      quote.dir = "auto";
      return quote;
    });
    return [make("section", "seen", make("h2", "", say("warning_seen")), ...quotes)];
  }

  function trusted() {
    if (!warning.trusted) return [];
    const { name, number } = warning.trusted;
    return [make("p", "trusted", say("warning_trusted", name, number))];
  }

  const steps = {
    danger: () => [
      heading(sayText(warning.headline)),
      ...trusted(),
      make("div", "actions", leave(), recover("button_recover")),
      reasons(warning.reasons),
      ...seen(),
      go("button_pass", "quiet", "ask"),
    ],
    ask: () => [
      heading(say("ask_phone")),
      make("div", "actions answers", recover("button_yes"), go("button_no", "", "wait")),
      make("div", "actions", leave()),
    ],
    wait: () => {
      const left = make("p", "seconds");
      const spoken = make("p", "spoken");
      left.ariaHidden = "true";
      spoken.ariaLive = "polite";
      waited = { left, spoken, seconds: 0, shown: null };
      return [
        heading(say("wait_headline")),
        ...trusted(),
        make("div", "actions", leave(), recover("button_recover")),
        reasons(warning.reasons),
        left,
        spoken,
      ];
    },
    caution: () => [
      heading(sayText(warning.headline)),
      ...trusted(),
      reasons(warning.reasons),
      ...seen(),
      make(
        "div",
        "actions",
        leave(),
        go("button_told", "", "told"),
        ...(warning.kind === "remote-tool-vendor"
          ? [button("button_work", "", () => respond({ type: "used-for-work" }))]
          : []),
        button("button_go_on", "", () => respond({ type: "pass" })),
      ),
    ],
    told: () => [
      heading(say("headline_phone")),
      ...trusted(),
      make("div", "actions", leave(), recover("button_recover")),
      reasons([
        { id: "why_told", args: [] },
        { id: "why_told_access", args: [] },
        { id: "why_ignore", args: [] },
      ]),
      go("button_back", "quiet", "caution"),
    ],
  };

  /** The mark: a fence of posts, seen from above, around what is kept safe. */
  function mark() {
    const svg = "http://www.w3.org/2000/svg";
    const circles = [
      ["6.2", "fence"],
      ["2.6", "kept"],
    ].map(([radius, className]) => {
      const circle = document.createElementNS(svg, "circle");
      circle.setAttribute("r", radius);
      circle.setAttribute("class", className);
      return circle;
    });
    const picture = document.createElementNS(svg, "svg");
    picture.setAttribute("viewBox", "-8 -8 16 16");
    picture.setAttribute("aria-hidden", "true");
    picture.append(...circles);
    return picture;
  }

  const sheet = make("div", "sheet");
  sheet.setAttribute("popover", "manual");
  const dialog = make("dialog", `ringfence ${danger ? "danger" : "caution"}`, sheet);
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("closedby", "none");
  dialog.setAttribute("aria-labelledby", "headline");
  dialog.setAttribute("aria-describedby", "reasons");
  dialog.lang = say("page_language");
  dialog.dir = say("page_direction");

  function show(step) {
    actions.clear();
    waited = null;
    sheet.replaceChildren(
      make("p", "from", mark(), say("warning_from")),
      ...steps[step](),
      make("p", "host", say("warning_host", warning.host)),
    );
    sheet.scrollTop = 0;
    // A new headline is read out before it is answered.
    sheet.querySelector("#headline").focus({ preventScroll: true });
  }

  /** Counts the pause down; `seconds` is the visible time since the last call. */
  function tick(seconds) {
    if (!waited) return;
    waited.seconds += seconds;
    const left = Math.max(0, Math.ceil(ringfencePause - waited.seconds));
    if (left === waited.shown) return;
    waited.shown = left;
    const words = left > 0 ? say("wait_seconds", left) : say("wait_over");
    waited.left.textContent = words;
    if (left % 10 === 0) waited.spoken.textContent = words;
    if (left > 0) return;
    waited.left.after(button("button_go_on_anyway", "quiet", () => respond({ type: "pass" })));
    waited = null;
  }

  const view = {
    dialog,
    sheet,
    actions,
    tick,
    /** Puts the focus on the safe button, or on nothing that a key would press. */
    focus(isTyping) {
      sheet.querySelector(isTyping ? "#headline" : ".primary").focus({ preventScroll: true });
    },
  };
  show(danger ? "danger" : "caution");
  return view;
}
