/** What a reader's code may do, and how everything else ends: with words for who wrote it, and nothing left behind. */
import { describe, expect, it } from "vitest";
import { CodeFault, type CodeJob } from "@/simulations/runtime/own-code";
import { interpretInNode } from "@/simulations/sandbox/node";

const ages = Float64Array.from({ length: 40 }, (_, age) => age);
const job = (source: string, more: Partial<CodeJob> = {}): CodeJob => ({
  source,
  name: "weight",
  parameters: ["age", "month"],
  returns: "weight",
  calls: { kind: "rows", columns: [ages, new Float64Array(40).fill(7)] },
  seed: 1,
  ...more,
});

/** For code that some other limit stops, on a machine however slow. */
const still = () => 0;
const clock = () => performance.now();

async function faultOf(source: string, now = still): Promise<CodeFault> {
  const fault = await interpretInNode(job(source), now).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault, source).toBeInstanceOf(CodeFault);
  return fault as CodeFault;
}

describe("code that works", () => {
  it("is called once a row with all columns", async () => {
    const { values } = await interpretInNode(job("const weight = (age, month) => age + month / 100;"));
    expect([...values]).toEqual([...ages].map((age) => age + 0.07));
  });

  it("draws the same numbers for the same seed, and others for another", async () => {
    const drawn = async (seed: number) => [
      ...(await interpretInNode(job("function weight() { return Math.random(); }", { seed }))).values,
    ];
    const [first, again, other] = [await drawn(5), await drawn(5), await drawn(6)];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(new Set(first).size).toBe(40);
    for (const value of first) expect(value >= 0 && value < 1).toBe(true);
  });

  it("prints, at most 50 lines of at most 300 signs, whatever it prints", async () => {
    const source =
      "const a = { b: [1, 2] }; console.log('hi', a, undefined, null, 3n, Symbol('s'), () => 1); a.a = a; console.log(a); console.error('x'.repeat(999));";
    const own = "function weight(age) { console.log(age); return 1; }";
    const { printed } = await interpretInNode(job(`${source} ${own}`));
    expect(printed[0]).toBe('hi {"b":[1,2]} undefined null 3 Symbol(s) a function');
    expect(printed[1]).toBe("an object that cannot be shown");
    expect(printed[2]).toHaveLength(300);
    expect(printed).toHaveLength(43);
    const twice = await interpretInNode(job(`${own.replace("1;", "console.log(age), 1;")}`));
    expect(twice.printed).toHaveLength(51);
    expect(twice.printed.at(-1)).toBe("… and 30 more");
  });

  it("gives decisions as 0 and 1", async () => {
    const { values } = await interpretInNode(
      job("function weight(age) { return age % 2 ? age > 9 : 0; }", { returns: "decision" }),
    );
    expect([...values]).toEqual([...ages].map((age) => Number(age % 2 === 1 && age > 9)));
  });

  it("sees the last values of each name and nothing later", async () => {
    const column = Float64Array.from({ length: 10 }, (_, i) => i);
    const calls = {
      kind: "windows",
      names: ["load", "size"],
      columns: [column, column.map((v) => 10 * v)],
      length: 3,
      from: 4,
    } as const;
    const source =
      "function weight(w) { return Object.keys(w).length * 1e6 + w.load.length * 1e5 + w.load[0] * 1e3 + w.load.at(-1) * 10 + w.size[1] / 10; }";
    const { values } = await interpretInNode(job(source, { parameters: ["window"], calls }));
    expect([...values]).toEqual([4, 5, 6, 7, 8, 9].map((i) => 2e6 + 3e5 + (i - 2) * 1e3 + i * 10 + (i - 1)));
  });

  it("has no page, no network and no clock", async () => {
    const names = [
      "document",
      "window",
      "self",
      "fetch",
      "Date",
      "performance",
      "setTimeout",
      "process",
      "require",
      "postMessage",
      "WebAssembly",
      "XMLHttpRequest",
      "importScripts",
      "localStorage",
    ];
    const { printed } = await interpretInNode(
      job(`console.log(${names.map((name) => `typeof ${name}`).join(", ")}); function weight() { return 1; }`),
    );
    expect(printed[0]).toBe(names.map(() => "undefined").join(" "));
    const { printed: escaped } = await interpretInNode(
      job(
        "const F = (() => {}).constructor; console.log(F('return typeof process + typeof globalThis.print')()); function weight() { return 1; }",
      ),
    );
    expect(escaped).toEqual(["undefinedundefined"]);
  });

  it("leaves nothing for the next run, whatever it does to what all share", async () => {
    const spoil =
      "Array.prototype[0] = 3; Object.prototype.then = 1; Number.isFinite = () => true; JSON.stringify = null; String = null; Math.imul = null; Float64Array = null; globalThis.left = 1;";
    const { values } = await interpretInNode(job(`${spoil} function weight(age) { return age; }`));
    expect([...values]).toEqual([...ages]);
    expect((await faultOf(`${spoil} function weight() { return NaN; }`)).message).toContain("gave NaN");
    const { printed } = await interpretInNode(
      job("console.log(typeof left, [].length, {}.then); function weight() { return 1; }"),
    );
    expect(printed).toEqual(["undefined 0 undefined"]);
  });
});

describe("code that does not work is told with its line", () => {
  it.each([
    ["function weight(age) {\n  return age +;\n}", 2, /^Line 2, column 15: unexpected token/],
    ["function weight(age) {\n\n  return foo;\n}", 3, /^Line 3: ReferenceError: foo is not defined\.$/],
    ["let a;\nfunction weight(age) { return a.b; }", 2, /^Line 2: TypeError: cannot read property 'b' of undefined/],
    ["function weight(age) {\n throw new Error('no more') }", 2, /^Line 2: your code threw “no more”\.$/],
    [
      "// \nfunction weight(age) { return 0 / 0; }",
      2,
      /^weight\(0, 7\) gave NaN\. It must give a number, 0 or more\.$/,
    ],
    ["function weight(age) { return 3 - age; }", 1, /^weight\(4, 7\) gave -1\. It must give a number, 0 or more\.$/],
    ["function weight(age) { return 'abc'; }", 1, /gave the text "abc"/],
    ["function weight(age) { }", 1, /gave nothing \(undefined\)\. .* Is a return missing\?$/],
    ["function weight(age) { return { valueOf() { throw 1; } }; }", 1, /gave an object\./],
    ["async function weight(age) { return 1; }", 1, /gave a promise\./],
    ["function weight(age) { return 1n; }", 1, /gave the BigInt 1n\./],
    [
      "function weight(a, b, c) { return 1; }",
      1,
      /^Your function weight asks for 3 values\. It is called with 2: age, month\.$/,
    ],
    [
      "function f(n) {\n return f(n + 1) + 1; }\nfunction weight() { return f(0); }",
      2,
      /^Line 2: a function calls itself too often/,
    ],
    [
      "Object.defineProperty(globalThis, 'weight', { get() {\n throw new Error('got') } })",
      2,
      /^Line 2: your code threw “got”\.$/,
    ],
    [
      "function weight() {\n const a = []; for (;;) a.push(new Array(1000).fill(1)); }",
      2,
      /^Line 2: your code needs more than 64 MB/,
    ],
    [
      "Promise.resolve().then(() => {\n const a = []; for (;;) a.push(new Array(1000).fill(1)); });\nfunction weight() { return 1; }",
      2,
      /^Line 2: your code needs more than 64 MB/,
    ],
    ["Promise.reject(new Error('lost'));\nfunction weight() { return 1; }", 1, /^Line 1: your code threw “lost”\.$/],
  ])("%j", async (source, line, words) => {
    const fault = await faultOf(source);
    expect(fault.message).toMatch(words);
    expect(fault.line).toBe(line);
  });

  it.each([
    ["", /^There is no code\. It needs a function weight\(age, month\)\.$/],
    ["function wait() { return 1; }", /^Your code has no function weight\./],
    ["function weight() { throw { get message() { throw 1; } }; }", /^Your code threw an error without a message\.$/],
    ["function weight() { throw null; }", /^Your code threw an error without a message\.$/],
    ["import('x').then(() => 1); function weight() { return 1; }", /could not load module 'x'/],
    [`"${"x".repeat(2 ** 20)}"`, /^Your code has 1,048,578 characters\. At most 2,000 are allowed/],
    [`// ${"日".repeat(400)}`, /many signs that a link must write in a longer way/],
    ["// \ud800", /many signs that a link must write in a longer way/],
  ])("also where there is no line: %.40j", async (source, words) => {
    expect((await faultOf(source)).message).toMatch(words);
  });

  it("stops a loop that never ends, and one that grows in a regular expression", async () => {
    const loop = await faultOf("function weight() { for (;;); }", clock);
    expect(loop.message).toBe(
      "Your code did not finish within 2 seconds, so it was stopped. Look for a loop that never ends, or a regular expression that tries too many ways.",
    );
    const pattern = await faultOf("function weight() { return Number(/(a+)+$/.test('a'.repeat(40) + '!')); }", clock);
    expect(pattern.message).toBe(loop.message);
  });

  it("says of code that is only slow how many calls it answered", async () => {
    const { message } = await faultOf("let n = 0; function weight() { n += 1; for (; n === 3; ); return 1; }", clock);
    expect(message).toMatch(/By then your function had answered 2 of \d+ calls\. Make it faster/);
  });

  it("keeps what was printed before the fault", async () => {
    expect(
      (await faultOf("function weight(age) { console.log('at', age); return age < 2 ? 1 : NaN; }")).printed,
    ).toEqual(["at 0", "at 1", "at 2"]);
  });
});
