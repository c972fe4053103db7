//# allFunctionsCalledOnLoad
// Strings of a page, made comparable and short: as src/page/html/strings.rs has them.

/** @param limits what `ringfenceLimits()` returns */
function ringfenceStrings(limits) {
  // A single space between two words is left alone: most white space is one.
  const spaces =
    /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]{2,}|[\t-\r\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;

  function collapse(text) {
    return text.replace(spaces, " ");
  }

  /** Runs of white space become one space; none at either end. */
  function fold(text) {
    return bare(collapse(text).toWellFormed());
  }

  /** Without the one space that may stand at either end of it. */
  function bare(folded) {
    return folded.slice(folded[0] === " " ? 1 : 0, folded.endsWith(" ") ? -1 : undefined);
  }

  /** The first `limit` characters (code points). */
  function cut(text, limit) {
    if (text.length <= limit) return text;
    return Array.from(text.slice(0, 2 * limit))
      .slice(0, limit)
      .join("");
  }

  /** A string of the page: its white space folded, within the limit. */
  function short(text) {
    return cut(fold(text.slice(0, limits.URL)), limits.STRING);
  }

  /** A whole number as an attribute gives it, 0 for anything else. */
  function number(value) {
    const digits = Number(/^[\t-\r ]*(\d+)/.exec(value)?.[1] ?? 0);
    return digits <= 0xffffffff ? digits : 0;
  }

  return { bare, collapse, cut, fold, number, short };
}
