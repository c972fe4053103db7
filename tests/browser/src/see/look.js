// What a person sees of a warning, read from the element that a click would
// hit. Runs outside the page's own world. `hit.getRootNode()` reaches the
// closed shadow root because `hit` is already inside it.
function look(hit) {
  const root = hit?.getRootNode();
  if (root?.mode !== 'closed') return null;
  const surface = hit.closest('dialog');
  if (!surface) return null;
  const view = surface.ownerDocument.defaultView;
  // Marks that keep a quoted name from turning the text around it are unseen.
  const read = (element) => (element?.innerText ?? '').replace(/[\u2066-\u2069]/g, '').trim();
  const name = (element) =>
    element.getAttribute('aria-label') ??
    (element.getAttribute('aria-labelledby') ?? '')
      .split(/\s+/)
      .map((id) => read(root.getElementById(id)))
      .join(' ');
  const paint = (element) => view.getComputedStyle(element).backgroundColor;
  let panel = surface.querySelector('h1, h2') ?? surface;
  while (panel !== surface && !paint(panel).startsWith('rgb(')) panel = panel.parentElement;
  const isWhole = (element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= view.innerHeight && right <= view.innerWidth;
  };
  const box = panel.getBoundingClientRect();
  const controls = [...surface.querySelectorAll('button, a[href], input, select, summary')].map(
    (control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const [cx, cy] = [x + width / 2, y + height / 2];
      const top = width && height ? root.elementFromPoint(cx, cy) : null;
      return {
        text: name(control) || read(control),
        x: cx,
        y: cy,
        focused: root.activeElement === control,
        reachable: control.contains(top),
      };
    },
  );
  return {
    role: surface.getAttribute('role') ?? 'dialog',
    name: name(surface),
    text: read(surface),
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    headline_shows: isWhole(surface.querySelector('h1')),
    background: paint(panel),
    controls,
  };
}
