// What a person sees of a warning, read from the element that a click would
// hit. Runs outside the page's own world. `hit.getRootNode()` reaches the
// closed shadow root because `hit` is already inside it.
function look(hit) {
  const root = hit?.getRootNode();
  if (root?.mode !== 'closed') return null;
  const surface = hit.closest('dialog, [role=dialog], [role=alertdialog]');
  if (!surface) return null;
  const named = (element) =>
    (element.getAttribute('aria-label') ??
      (element.getAttribute('aria-labelledby') ?? '')
        .split(/\s+/)
        .map((id) => root.getElementById(id)?.innerText ?? '')
        .join(' ')).trim();
  const box = surface.getBoundingClientRect();
  const view = surface.ownerDocument.defaultView;
  const controls = [...surface.querySelectorAll('button, a[href], input, select, summary')].map(
    (control) => {
      const { x, y, width, height } = control.getBoundingClientRect();
      const [cx, cy] = [x + width / 2, y + height / 2];
      const top = width && height ? root.elementFromPoint(cx, cy) : null;
      return {
        text: named(control) || control.innerText.trim(),
        x: cx,
        y: cy,
        enabled: !control.disabled,
        focused: root.activeElement === control,
        reachable: control.contains(top),
      };
    },
  );
  return {
    role: surface.getAttribute('role') ?? 'dialog',
    name: named(surface),
    text: surface.innerText,
    x: box.x,
    y: box.y,
    width: box.width,
    height: box.height,
    background: view.getComputedStyle(surface).backgroundColor,
    controls,
  };
}
