// Reading the DOM of a page that does not want to be read: every accessor is
// taken from the prototypes once, because `<form><input name=firstChild>` makes
// that input the form's `firstChild` (DOM clobbering).

/** @returns accessors that take the node as their first argument */
function ringfenceDom() {
  const uncurry = (method) => Function.prototype.call.bind(method);
  const getter = (type, name) =>
    uncurry(Object.getOwnPropertyDescriptor(type.prototype, name).get);

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
    templateContent: getter(HTMLTemplateElement, "content"),
    defaultView: getter(Document, "defaultView"),
    referrer: getter(Document, "referrer"),
    createTreeWalker: uncurry(Document.prototype.createTreeWalker),
    formOf: {
      button: getter(HTMLButtonElement, "form"),
      input: getter(HTMLInputElement, "form"),
      select: getter(HTMLSelectElement, "form"),
      textarea: getter(HTMLTextAreaElement, "form"),
    },
    /** Where an element leads to or comes from, as the browser resolves it. */
    address: {
      a: getter(HTMLAnchorElement, "href"),
      area: getter(HTMLAreaElement, "href"),
      img: getter(HTMLImageElement, "src"),
      link: getter(HTMLLinkElement, "href"),
      script: getter(HTMLScriptElement, "src"),
    },
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
