//# allFunctionsCalledOnLoad
// Addresses of a page, resolved and short: the rules of docs/collector.md.

/**
 * @param dom what `ringfenceDom()` returns
 * @param {Document} doc
 * @param limits what `ringfenceLimits()` returns
 * @param strings what `ringfenceStrings()` returns
 * @param {{url: string, baseUrl: string}} options as of `ringfenceCollect()`
 */
function ringfenceAddresses(dom, doc, limits, strings, options) {
  const { cut } = strings;
  const isShown = dom.defaultView(doc) !== null;
  const plainAddress = /^[!-~]+$/;
  const base = baseOf();
  return { resolve, resolveOf, resolvePicture };

  function resolve(address) {
    const trimmed = address.trim();
    try {
      return cut(new URL(trimmed, base).href, limits.URL);
    } catch {
      return cut(trimmed, limits.URL);
    }
  }

  /** The same for an element's own address: the browser knows its base already. */
  function resolveOf(element, address) {
    const known = isShown && plainAddress.test(address) && dom.addressOf(dom.name(element));
    try {
      return known ? cut(known(element), limits.URL) : resolve(address);
    } catch {
      return resolve(address); // an SVG link
    }
  }

  /** What relative addresses are resolved against. */
  function baseOf() {
    if (isShown) return dom.baseURI(doc);
    const own = [options.url, options.baseUrl].find((url) => URL.canParse("x", url));
    const wanted = dom.query(doc, "base[href]")[0];
    const set = wanted ? dom.attr(wanted, "href") : "";
    return URL.canParse(set, own) ? new URL(set, own).href : own;
  }

  /** The same for pictures: `data:` addresses are cut to their media type. */
  function resolvePicture(address) {
    const trimmed = address.slice(0, 2 * limits.URL).trim();
    const data = /^data:[^,;]*/i.exec(trimmed);
    if (data) return cut(data[0], limits.STRING);
    return trimmed === "" ? "" : resolve(trimmed);
  }
}
