/** What a function of windows is called with: the last elements of each column, and nothing of those to come. */
import { expect, it } from "vitest";
import type { Calls } from "@/simulations/runtime/own-code";
import { interpretInNode } from "@/simulations/sandbox/node";

const names = ["load", "memory"];
const column = (start: number) => Float64Array.from({ length: 10 }, (_, i) => start + i);
const calls: Calls = { kind: "windows", names, columns: [column(0), column(100)], length: 3, from: 4 };

const printedBy = async (source: string, returns: "weight" | "decision" = "weight") =>
  interpretInNode({ name: "f", parameters: ["window"], returns, source, seed: 1, calls });

it("hands over the last elements of each column, the newest last, one call an element", async () => {
  const { values } = await printedBy(
    "function f({ load, memory }) { return Array.isArray(load) && load.length === 3 ? 1000 * load[0] + load[2] + memory[2] : 0; }",
  );
  expect([...values]).toEqual([4, 5, 6, 7, 8, 9].map((i) => 1000 * (i - 2) + i + 100 + i));
});

it("names the call that gave what is not allowed", async () => {
  await expect(printedBy("let n = 0; function f() { n += 1; return n === 3 ? NaN : 0; }")).rejects.toThrow(
    "f(…), call 3, gave NaN.",
  );
});

it("keeps what the code remembers from call to call, and none of what it does to a window", async () => {
  const { values } = await printedBy(
    "let count = 0; function f({ load }) { load.push(1e6); load[0] = -1; count += 1; return Math.max(...load.slice(1, 3)) + 100 * count; }",
  );
  expect([...values]).toEqual([4, 5, 6, 7, 8, 9].map((i, k) => i + 100 * (k + 1)));
});

it.each([
  [
    "an iterator of one's own",
    "const next = Array.prototype[Symbol.iterator]; Array.prototype[Symbol.iterator] = function () { note(this); return next.call(this); };",
  ],
  [
    "an iterator of typed arrays",
    "Object.getPrototypeOf(Float64Array).prototype[Symbol.iterator] = function () { note(this); return [][Symbol.iterator](); };",
  ],
  [
    "setters of elements",
    "for (let i = 0; i < 9; i++) Object.defineProperty(Array.prototype, i, { set(value) { note(value); note(this); }, get() { note(this); } });",
  ],
  [
    "another kind of array",
    "class Seen extends Array { constructor(...given) { super(...given); note(this); } } Object.defineProperty(Array, Symbol.species, { value: Seen }); Array.prototype.constructor = Seen;",
  ],
  [
    "other functions of arrays",
    "for (const key of ['slice', 'call', 'apply', 'bind']) for (const of of [Array.prototype, Function.prototype]) if (of[key]) of[key] = function (...given) { note(this); note(given); };",
  ],
  ["Float64Array", "globalThis.Float64Array = class { constructor(given) { note(given); } };"],
])("shows nothing of what is to come to code that takes over %s", async (_, takeOver) => {
  const { values, printed } = await printedBy(
    `
    let most = 0;
    const numbers = (value, depth) => {
      if (typeof value === "number") { if (value > most) most = value; return; }
      if (typeof value !== "object" || value === null || depth > 3) return;
      for (let i = 0; i < (value.length ?? 0); i++) numbers(value[i], depth + 1);
    };
    const note = (value) => numbers(value, 0);
    ${takeOver}
    function f({ load, memory }) {
      const now = load[2];
      for (let i = 0; i < 3; i++) { numbers(load[i], 0); numbers(memory[i], 0); }
      return most - 100 <= now ? 1 : 0;
    }
  `,
    "decision",
  );
  expect(printed).toEqual([]);
  expect([...values]).toEqual([1, 1, 1, 1, 1, 1]);
});
