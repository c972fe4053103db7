// Only in the copy of the extension that is measured: notes when the page had
// loaded, when it had settled (the last task before the report was a look's),
// when the background answered and when the warning was painted.
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
    if (message.type !== 'facts' || marks.shown) return send(message);
    marks.settled = begun;
    const reply = await send(message);
    // Of several reports the last before the warning counts.
    delete marks.answered;
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
  let begun = 0;
  const later = scheduler.postTask.bind(scheduler);
  scheduler.postTask = (work, options) =>
    later(() => {
      begun = performance.now();
      return work();
    }, options);
  document.addEventListener('DOMContentLoaded', () => note('loaded'), { once: true });
  const isHost = ({ target, addedNodes }) =>
    target === document.documentElement && addedNodes.length > 0;
  new MutationObserver((records) => {
    if (!marks.answered || marks.shown || !records.some(isHost)) return;
    note('shown');
    requestAnimationFrame(() => setTimeout(() => note('painted')));
  }).observe(document, { childList: true, subtree: true });
}
