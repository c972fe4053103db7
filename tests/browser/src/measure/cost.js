// Only in the copy of the extension that is measured: what gate and collector
// cost where they run, in a content script's world, beside one read of the
// page's text. Nodes are dearer there than in the page's own world.
document.addEventListener(
  'measure',
  async () => {
    const finds = ringfenceShadowRoots(() => {});
    const how = { url: location.href, baseUrl: '', frame: 'top' };
    const measured = {
      text: () => document.body.textContent,
      gate: () => ringfenceGate(document),
      collect: () => ringfenceCollect(document, { ...how, shadowRootOf: finds.finder() }),
    };
    const times = { text: [], gate: [], collect: [] };
    // In turn, several at once: a page's clock is coarse and a machine noisy.
    for (let round = 0; round < 60; round++) {
      for (const name in measured) {
        const start = performance.now();
        for (let i = 0; i < 5; i++) measured[name]();
        times[name].push((performance.now() - start) / 5);
      }
      await new Promise((next) => setTimeout(next));
    }
    // The first runs are not yet compiled.
    const sorted = (list) => list.slice(20).sort((a, b) => a - b);
    const cost = Object.entries(times).map(([name, list]) => [name, sorted(list)[20]]);
    cost.push(['best', sorted(times.gate)[0] + sorted(times.collect)[0]]);
    document.documentElement.dataset.cost = JSON.stringify(Object.fromEntries(cost));
  },
  { once: true },
);
