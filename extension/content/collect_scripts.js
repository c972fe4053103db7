//# allFunctionsCalledOnLoad
// What inline scripts and style sheets are seen to use, by name only: the
// rules of docs/collector.md, as src/page/html/scripts.rs has them.

function ringfenceScripts(limits) {
  const installer =
    /\.(?:exe|msi|msix|msixbundle|appx|appxbundle|appinstaller|application|dmg|pkg|apk|scr|bat|cmd|ps1|vbs|hta|jar|iso|img|zip|rar|7z|deb|rpm|appimage)(?:$|[?&#])/i;
  const program =
    /^(?:[a-z][a-z0-9+.-]{1,40}:\/\/|(?:tel|callto|sms|facetime|skype|anydesk|teamviewer[a-z0-9]*|rustdesk|ms-quick-assist|quickassist|ms-appinstaller|search-ms|ms-msdt):)/i;
  const web = /^(?:https?|wss?|ftp|file|data|blob|about|javascript|mailto):/i;
  const quoted = /["'`]([^"'`\s<>]{1,2048})["'`]/g;
  const refresh = /^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"'\s]+)/i;
  const scriptType = /^$|javascript|ecmascript|jscript|livescript|^module$/i;
  const hidesPointer = /cursor\s*[:=]\s*["']?none\b|requestPointerLock/i;
  const navigation = /location(?:\.href)?\s*=|location\.(?:assign|replace)|\bopen\s*\(/i;

  /** Whether a link leads to an installer, a program or a telephone. */
  function isSuspicious(href) {
    return installer.test(href) || (program.test(href) && !web.test(href));
  }

  function scan(script, style) {
    const links = [];
    for (const [, address] of script.matchAll(quoted)) {
      const plain = address.replaceAll("\\/", "/");
      if (isSuspicious(plain)) links.push(plain);
      if (links.length === limits.SCRIPT_LINKS) break;
    }
    const installs = links.some((link) => installer.test(link));
    const clicks = /\.click\s*\(/.test(script);
    const api = {
      fullscreen: /requestFullscreen/i.test(script),
      keyboard_lock: /keyboard\s*\.\s*lock\b/i.test(script),
      beforeunload: /beforeunload/i.test(script),
      dialogs: script.match(/\b(?:alert|confirm|prompt)\s*\(/g)?.length ?? 0,
      display_media: /getDisplayMedia/i.test(script),
      blocks_keys: /contextmenu|keyCode|onkeydown/i.test(script),
      hides_pointer: hidesPointer.test(script) || hidesPointer.test(style),
      traps_history: /history\s*\.\s*pushState/i.test(script),
      sound: /speechSynthesis|\.play\s*\(|AudioContext/i.test(script),
      starts_download:
        (clicks && (installs || /\bdownload\b/.test(script))) ||
        (installs && navigation.test(script)),
    };
    return { links, api };
  }

  return {
    isSuspicious,
    scan,
    /** Whether a `<script type>` is a script at all and not data. */
    isScript: (type) => scriptType.test(type.trim()),
    /** Where `<meta http-equiv=refresh>` goes, or nothing. */
    refreshTarget: (content) => refresh.exec(content)?.[1],
    /** Attributes whose value is script, `onclick` aside. */
    handlers: (
      "onbeforeunload onblur oncontextmenu onerror onfocus onkeydown onkeypress onkeyup onload " +
      "onmousedown onmousemove onmouseover onpageshow onsubmit ontouchstart"
    ).split(" "),
  };
}

/**
 * What the document's inline scripts and styles use.
 *
 * @param dom what `ringfenceDom()` returns
 * @param limits what `ringfenceLimits()` returns
 * @param scripts what `ringfenceScripts()` returns
 * @param page what `ringfencePage()` returns
 * @param {[Element, string|null][]} anchors links with what they lead to
 */
function ringfenceUsed(dom, limits, scripts, page, anchors) {
  const { attr, attribute } = dom;
  const { having, tagged } = page;
  return scripts.scan(joined(scriptPieces()), joined(stylePieces()));

  /** Inline scripts, then handlers in attributes and `javascript:` links. */
  function* scriptPieces() {
    for (const element of tagged("script")) {
      const isInline = attribute(element, "src") === null;
      if (isInline && scripts.isScript(attr(element, "type"))) yield dom.textContent(element);
    }
    for (const element of having("onclick")) yield attr(element, "onclick");
    const tags = ["html", "body", "form", "iframe", "img"];
    for (const element of tags.flatMap((tag) => tagged(tag).slice(0, limits.LINKS))) {
      const names = dom.attributeNames(element);
      for (const handler of scripts.handlers) {
        if (names.includes(handler)) yield attr(element, handler);
      }
    }
    for (const [, href] of anchors) {
      if (href?.startsWith("javascript:")) yield href.slice("javascript:".length);
    }
  }

  function* stylePieces() {
    for (const element of tagged("style")) yield dom.textContent(element);
    for (const element of [...tagged("html"), ...tagged("body")]) yield attr(element, "style");
  }

  function joined(pieces) {
    let text = "";
    for (const piece of pieces) {
      if (piece === "") continue;
      text += `${piece.slice(0, limits.SCRIPT_TEXT - text.length)}\n`;
      if (text.length > limits.SCRIPT_TEXT) break;
    }
    return text;
  }
}
