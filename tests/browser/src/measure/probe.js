// Only in the copy of the extension that is measured: notes when the page had
// settled, when the background answered and when the warning was painted.
// Shares the content scripts' world, so it stands in front of their messages.
{
  const api = globalThis.browser ?? globalThis.chrome;
  const marks = {};
  const note = (name) => {
    marks[name] ??= performance.now();
    document.documentElement.dataset.marks = JSON.stringify(marks);
  };
  const send = api.runtime.sendMessage.bind(api.runtime);
  const noted = async (message) => {
    if (message.type !== 'facts') return send(message);
    note('asked');
    const reply = await send(message);
    note('answered');
    return reply;
  };
  // Firefox's object is frozen where Chromium's is not: stand before both.
  const runtime = new Proxy(api.runtime, {
    get: (target, name) => (name === 'sendMessage' ? noted : Reflect.get(target, name)),
  });
  globalThis.browser = new Proxy(
    {},
    { get: (_, name) => (name === 'runtime' ? runtime : api[name]) },
  );
  document.addEventListener('DOMContentLoaded', () => note('settled'), { once: true });
  new MutationObserver(() => {
    if (!marks.answered || marks.shown) return;
    note('shown');
    requestAnimationFrame(() => setTimeout(() => note('painted')));
  }).observe(document, { childList: true, subtree: true });
}
