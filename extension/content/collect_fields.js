//# allFunctionsCalledOnLoad
// Forms, fields and buttons, and the text that says what each is for: the
// rules of docs/collector.md, as src/page/html/{forms,fields}.rs have them.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param strings what `ringfenceStrings()` returns
 * @param say what `ringfenceWords()` returns
 */
function ringfenceFields(dom, limits, strings, say) {
  const { attr, attribute, name, nodeType, parentNode, query } = dom;
  const { cut, fold, number, short } = strings;
  const { isBlock, isSkipped, words } = say;
  const inputTypes = new Set(
    (
      "button checkbox color date datetime-local email file hidden image month number password " +
      "radio range reset search submit tel text time url week"
    ).split(" "),
  );
  const buttonTypes = new Set(["submit", "button", "reset", "image"]);
  const typedRoles = new Set(["combobox", "searchbox", "spinbutton", "textbox"]);
  const fieldAttributes = ["autocomplete", "inputmode", "maxlength", "placeholder"];
  const editable = new Set(["", "true", "plaintext-only"]);

  function inputType(input) {
    const said = attr(input, "type").toLowerCase();
    return inputTypes.has(said) ? said : "text";
  }

  function isEditable(element) {
    const value = attribute(element, "contenteditable");
    return value !== null && editable.has(value.toLowerCase());
  }

  /** What sort of field an element is, or nothing. */
  function fieldKind(element) {
    const tag = name(element);
    if (tag === "input") {
      const type = inputType(element);
      return type === "hidden" || buttonTypes.has(type) ? undefined : type;
    }
    if (tag === "select" || tag === "textarea") return tag;
    if (tag === "html" || tag === "body") return undefined;
    if (isEditable(element)) {
      for (let up = parentNode(element); up && nodeType(up) === 1; up = parentNode(up)) {
        if (isEditable(up)) return undefined;
      }
      return "contenteditable";
    }
    const typed = typedRoles.has(attr(element, "role").trim().toLowerCase());
    const custom =
      tag.includes("-") && fieldAttributes.some((field) => attribute(element, field) !== null);
    const isField = (typed || custom) && query(element, "input,select,textarea").length === 0;
    return isField ? "textbox" : undefined;
  }

  function describe(element, type, labels) {
    const own = (key) => short(attr(element, key));
    return {
      type,
      name: own("name"),
      id: own("id"),
      autocomplete: own("autocomplete"),
      label: label(element, type, labels),
      placeholder: own("placeholder") || own("title"),
      maxlength: number(attr(element, "maxlength")),
      inputmode: own("inputmode"),
    };
  }

  /** The first of the ways to label a field that gives any words. */
  function label(element, type, labels) {
    const own = (node) => words(node, limits.LABEL);
    const given = (key) => cut(short(attr(element, key)), limits.LABEL);
    const id = attr(element, "id");
    const named = id && labels.get(id);
    if (named && own(named)) return own(named);
    const around = parentNode(element);
    const wrapping = around && nodeType(around) === 1 && dom.closest(around, "label");
    const next = dom.nextElement(element);
    return (
      (wrapping && own(wrapping)) ||
      labelledBy(element) ||
      given("aria-label") ||
      given("label") ||
      // A label for nothing in particular, right after: floating labels.
      (next && name(next) === "label" && attribute(next, "for") === null && own(next)) ||
      (type === "checkbox" || type === "radio" ? "" : textBefore(element))
    );
  }

  /** The words of the elements that `aria-labelledby` names. */
  function labelledBy(element) {
    const ids = attr(element, "aria-labelledby")
      .split(/[\t\n\f\r ]+/)
      .filter(Boolean)
      .slice(0, 4);
    if (ids.length === 0) return "";
    let root = element;
    while (parentNode(root)) root = parentNode(root);
    if (nodeType(root) === 1) return "";
    const said = ids.map((id) => {
      const [found] = query(root, `[id="${CSS.escape(id)}"]`);
      return found ? words(found, limits.LABEL) : "";
    });
    return cut(fold(said.join(" ")), limits.LABEL);
  }

  function isControl(node) {
    if (nodeType(node) !== 1) return false;
    const tag = name(node);
    if (tag === "input") return inputType(node) !== "hidden";
    return tag === "select" || tag === "textarea" || tag === "button";
  }

  /**
   * The last words before the field: the nearest run of text, back to the
   * start of its block, the field before or the form's start.
   */
  function textBefore(field) {
    const pieces = [];
    let here = field;
    for (let steps = 0; steps < limits.LABEL_NODES; steps++) {
      const beside = dom.previousSibling(here);
      here = beside ? lastIn(beside, pieces.length === 0) : parentNode(here);
      if (!here) break;
      const isElement = nodeType(here) === 1;
      const leaves = !beside && isElement && ["form", "body", "table"].includes(name(here));
      const ends = pieces.length > 0 && isBlock(here);
      if (leaves || ends || isControl(here)) break;
      if (nodeType(here) === 3 && fold(dom.data(here)) !== "") pieces.push(dom.data(here));
    }
    return Array.from(fold(pieces.reverse().join("")))
      .slice(-limits.LABEL)
      .join("");
  }

  /**
   * The last node in `node`, or itself. Never goes into what is left out of
   * the text, and into a block only where that is wanted.
   */
  function lastIn(node, intoBlocks) {
    for (;;) {
      const last = dom.lastChild(node);
      const closed = !last || isSkipped(node) || isControl(node);
      if (closed || (!intoBlocks && isBlock(node))) return node;
      node = last;
    }
  }

  /** The form that a field or button belongs to. */
  function owner(element) {
    const formOf = dom.formOf(name(element));
    if (formOf) return formOf(element);
    const around = parentNode(element);
    return around && nodeType(around) === 1 ? dom.closest(around, "form") : null;
  }

  function describeForm(form, resolve) {
    const action = attr(form, "action").trim();
    const method = attr(form, "method").toLowerCase();
    return {
      action: action === "" ? "" : resolve(action),
      method: method === "post" || method === "dialog" ? method : "get",
      fields: [],
      buttons: [],
    };
  }

  /** Every field with what sort it is: the usual ones first. */
  function found(page, custom) {
    const kinds = new Map();
    const usual = page.tagged("input", "select", "textarea");
    const lists = [usual, page.having("contenteditable"), page.having("role"), custom];
    for (const list of lists) {
      for (const element of list) {
        if (kinds.size > limits.FIELDS) return kinds;
        const type = kinds.has(element) ? undefined : fieldKind(element);
        if (type) kinds.set(element, type);
      }
    }
    return kinds;
  }

  /**
   * Fills `forms`, `fields` and `buttons` of the facts.
   *
   * @param page what `ringfencePage()` returns
   * @param {Iterable<Element>} custom elements with a dash in their name
   * @param {(address: string) => string} resolve
   */
  function collect(page, custom, resolve, facts) {
    const forms = page.first(page.tagged("form"), limits.FORMS);
    facts.forms = forms.map((form) => describeForm(form, resolve));
    const formOf = new Map(forms.map((form, at) => [form, facts.forms[at]]));
    const labels = new Map();
    for (const element of page.tagged("label")) {
      const id = attribute(element, "for");
      if (id && !labels.has(id)) labels.set(id, element);
    }
    for (const [element, type] of page.first([...found(page, custom)], limits.FIELDS)) {
      const list = formOf.get(owner(element))?.fields ?? facts.fields;
      list.push(describe(element, type, labels));
    }
    const presses = (element) => name(element) === "button" || buttonTypes.has(inputType(element));
    for (const element of page.fitting(presses, "button", "input")) {
      addButton(page, formOf.get(owner(element))?.buttons ?? facts.buttons, element);
    }
    for (const element of page.having("role")) {
      const isButton = attr(element, "role").toLowerCase() === "button";
      if (isButton && !dom.formOf(name(element))) addButton(page, facts.buttons, element);
    }
  }

  function addButton(page, list, element) {
    if (list.length === limits.BUTTONS) {
      page.truncated = true;
      return;
    }
    const said = words(element, limits.STRING);
    if (said) list.push(said);
  }

  return { collect };
}
