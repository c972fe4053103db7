//# allFunctionsCalledOnLoad
// The pictures of a page: where they come from and what they are called.

/**
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param strings what `ringfenceStrings()` returns
 * @param page what `ringfencePage()` returns
 * @param addresses what `ringfenceAddresses()` returns
 */
function ringfencePictures(dom, limits, strings, page, addresses) {
  const { attr, name } = dom;
  const { short } = strings;
  const found = [];
  for (const element of page.fitting(isPicture, "img", "input", "svg")) {
    const tag = name(element);
    const alt = pictureName(element);
    if (found.length === limits.IMAGES) {
      page.truncated = true;
      break;
    }
    found.push({
      src: tag === "svg" ? "" : addresses.resolvePicture(source(element)),
      alt,
      w: strings.number(attr(element, "width")),
      h: strings.number(attr(element, "height")),
    });
  }
  return found;

  function pictureName(element) {
    const given = short(attr(element, "alt")) || short(attr(element, "aria-label"));
    if (given || name(element) !== "svg") return given;
    const inner = dom.byTag(element, "title")[0];
    return inner ? short(dom.textContent(inner)) : "";
  }

  function isPicture(element) {
    const tag = name(element);
    if (tag === "input") return attr(element, "type").toLowerCase() === "image";
    return tag === "img" || pictureName(element) !== "";
  }

  /** Where a picture comes from; late loaders keep it in `data-src`. */
  function source(element) {
    const set = () =>
      attr(element, "srcset")
        .slice(0, limits.URL)
        .trim()
        .split(/[\t\n\f\r ]/)[0];
    return attr(element, "src") || attr(element, "data-src") || set();
  }
}
