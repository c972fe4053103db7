// Reading the DOM of a page that does not want to be read: every accessor is
// taken from the prototypes once, because `<form><input name=firstChild>` makes
// that input the form's `firstChild` (DOM clobbering).

// The first word about a type costs a new document as much as many reads: what
// few pages need is made when it is asked for.

/** @returns accessors that take the node as their first argument, the same each time */
const ringfenceDom = (() => {
  let made;
  return () => (made ??= ringfenceAccessors());
})();

function ringfenceAccessors() {
  const uncurry = (method) => Function.prototype.call.bind(method);
  const getter = (type, name) =>
    uncurry(Object.getOwnPropertyDescriptor(type.prototype, name)?.get);

  function byName(makers) {
    const made = new Map();
    return (name) => {
      if (!made.has(name)) made.set(name, Object.hasOwn(makers, name) ? makers[name]() : undefined);
      return made.get(name);
    };
  }

  const attribute = uncurry(Element.prototype.getAttribute);
  const queryIn = {
    1: uncurry(Element.prototype.querySelectorAll),
    9: uncurry(Document.prototype.querySelectorAll),
    11: uncurry(DocumentFragment.prototype.querySelectorAll),
  };
  const byTagIn = {
    1: uncurry(Element.prototype.getElementsByTagName),
    9: uncurry(Document.prototype.getElementsByTagName),
  };
  const nodeType = getter(Node, "nodeType");

  return {
    nodeType,
    parentNode: getter(Node, "parentNode"),
    firstChild: getter(Node, "firstChild"),
    lastChild: getter(Node, "lastChild"),
    nextSibling: getter(Node, "nextSibling"),
    previousSibling: getter(Node, "previousSibling"),
    rootNode: uncurry(Node.prototype.getRootNode),
    /** Cheaper than `firstChild`, which makes an object of the child. */
    hasChildNodes: uncurry(Node.prototype.hasChildNodes),
    textContent: getter(Node, "textContent"),
    baseURI: getter(Node, "baseURI"),
    data: getter(CharacterData, "data"),
    /** Lower case for HTML. */
    name: getter(Element, "localName"),
    namespace: getter(Element, "namespaceURI"),
    firstElement: getter(Element, "firstElementChild"),
    nextElement: getter(Element, "nextElementSibling"),
    matches: uncurry(Element.prototype.matches),
    closest: uncurry(Element.prototype.closest),
    openShadowRoot: getter(Element, "shadowRoot"),
    templateContent: (template) => getter(HTMLTemplateElement, "content")(template),
    defaultView: getter(Document, "defaultView"),
    referrer: getter(Document, "referrer"),
    createTreeWalker: uncurry(Document.prototype.createTreeWalker),
    /** What tells the form of an element of this name; undefined if no form owns such. */
    formOf: byName({
      button: () => getter(HTMLButtonElement, "form"),
      input: () => getter(HTMLInputElement, "form"),
      select: () => getter(HTMLSelectElement, "form"),
      textarea: () => getter(HTMLTextAreaElement, "form"),
    }),
    /** What tells where an element of this name leads to or comes from, as the
        browser resolves it. */
    addressOf: byName({
      a: () => getter(HTMLAnchorElement, "href"),
      area: () => getter(HTMLAreaElement, "href"),
      img: () => getter(HTMLImageElement, "src"),
      link: () => getter(HTMLLinkElement, "href"),
      script: () => getter(HTMLScriptElement, "src"),
    }),
    /** An attribute's value, or null. */
    attribute,
    /** The same, empty when it is missing. */
    attr: (element, name) => attribute(element, name) ?? "",
    attributeNames: uncurry(Element.prototype.getAttributeNames),
    /** Every element under `root` that fits, in document order. */
    query: (root, selector) => queryIn[nodeType(root)](root, selector),
    /** The same by name alone: where it can be, a live list that the browser keeps. */
    byTag: (root, name) => (byTagIn[nodeType(root)] ?? queryIn[11])(root, name),
  };
}
