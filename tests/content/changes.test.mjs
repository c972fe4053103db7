// What is kept of a page's changes.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

class Script {
  constructor(textContent) {
    this.textContent = textContent;
  }
}

function page(readyState) {
  let tell;
  const told = { changes: 0, holds: 0, whole: 0, parts: [] };
  const root = { textContent: "" };
  const start = load("changes.js", "ringfenceChanges", {
    document: { readyState, documentElement: root },
    location: { href: "https://page.example/" },
    Node: { ELEMENT_NODE: 1 },
    HTMLScriptElement: Script,
    MutationObserver: class {
      constructor(hear) {
        tell = hear;
      }
    },
    ringfenceDom: () => ({ textContent: (node) => node.textContent }),
    ringfenceAround: () => {},
    ringfenceGate: () => (told.whole += 1) && false,
    ringfencePartGate: (part) => told.parts.push(part) && part.isOdd,
  });
  const changes = start({
    onChange: () => (told.changes += 1),
    onHold: () => (told.holds += 1),
  });
  const record = (node) => ({ type: "childList", addedNodes: [node] });
  const add = (...nodes) => tell(nodes.map(record));
  return { told, root, changes, add, tell };
}

const part = (isOdd = false) => ({ nodeType: 1, isConnected: true, isOdd });

test("while the parser works only the whole is asked about, once for each change", () => {
  const { told, changes, add } = page("loading");
  add(part(), part(true));
  assert.equal(changes.areWorthALook(), false);
  assert.equal(changes.areWorthALook(), false);
  add(part(true));
  assert.equal(changes.areWorthALook(), false);
  assert.deepEqual([told.whole, told.parts.length], [2, 0]);
});

test("a script that may hold the page is told of before it runs, and no other", () => {
  const { told, add } = page("loading");
  add(part(), new Script("for (;;) alert('call us')"));
  add(part(), new Script("shop.start()"));
  assert.equal(told.holds, 1);
  const later = page("complete");
  later.add(new Script("alert('Saved')"));
  assert.equal(later.told.holds, 0);
});

test("later the added parts alone are asked about, and none twice", () => {
  const { told, changes, add } = page("complete");
  changes.areWorthALook();
  add(part(), part(true));
  assert.equal(changes.areWorthALook(), true);
  assert.equal(changes.areWorthALook(), false);
  assert.deepEqual([told.whole, told.parts.length], [1, 2]);
});

test("a page that has another text by now is asked about as a whole", () => {
  const { told, root, changes, add } = page("complete");
  changes.areWorthALook();
  root.textContent = "12:01:59";
  add(part());
  changes.areWorthALook();
  assert.equal(told.whole, 1);
  root.textContent = "Your computer is at risk. ".repeat(9);
  add(part());
  changes.areWorthALook();
  assert.equal(told.whole, 2);
});

test("what is added faster than it can be told apart is not touched", () => {
  const { told, changes, tell } = page("complete");
  changes.areWorthALook();
  const record = {
    get type() {
      throw new Error("touched");
    },
  };
  tell(Array.from({ length: 501 }, () => record));
  changes.areWorthALook();
  assert.deepEqual([told.whole, told.parts.length], [2, 0]);
});
