// What the gate takes for a telephone number, without a browser.
import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const ringfenceNumbers = load("gate_text.js", "ringfenceNumbers");

const numbers = [
  "0800 555 0199",
  "Support0800 555 0199", // joined to the block before
  "+1 (888) 555-0171",
  "1.888.555.0171",
  "01.70.55.55.01",
  "18885550171",
  "612345678",
  "０８００５５５０１９９",
  "on 04.08.2025 ring 0113 496 0000",
];
const others = [
  "2021-01-23 10:15",
  "04.08.2025",
  "165.227.103.11",
  "at 165.227.103.11. Then",
  "version 4.0.30319",
  "case 310104020",
  "£1,234.00 of 2024",
  "id=9995550171",
];

for (const text of numbers) test(`${text} can be dialled`, () => assert(ringfenceNumbers(text)));
for (const text of others) test(`${text} cannot`, () => assert(!ringfenceNumbers(text)));
