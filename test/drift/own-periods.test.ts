import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { binsFor } from "@/simulations/core/statistics/bins";
import { numberDistance } from "@/simulations/core/statistics/column-distance";
import { ksTwoSample } from "@/simulations/core/statistics/ks";
import { psiFromProportions, psiQuantileBins } from "@/simulations/core/statistics/psi";
import { wasserstein } from "@/simulations/core/statistics/wasserstein";
import { examplePeriods } from "@/simulations/drift/ask-example-periods";
import { periods } from "@/simulations/drift/ask-periods";
import { columnChart } from "@/simulations/drift/own-chart";
import type { PeriodsChoice } from "@/simulations/drift/own-data";
import { comparedTable, comparedWords, manyTestsWords } from "@/simulations/drift/own-words";
import type { AskContext } from "@/simulations/runtime/asks";
import { tablesOf } from "@/simulations/ui/chart/table";

const context: AskContext = {
  signal: new AbortController().signal,
  breathe: async () => {},
  now: () => 0,
  handOver: () => {},
};
const ask = (text: string, choice: PeriodsChoice = {}) =>
  periods({ bytes: new TextEncoder().encode(text), choice }, context);

const random = createRandom(1, "own periods, test");
const before = Array.from({ length: 300 }, () => Number(random.normal().toFixed(3)));
const now = Array.from({ length: 200 }, () => Number((0.7 + 1.2 * random.normal()).toFixed(3)));
const colours = (list: readonly number[], limit: number) =>
  list.map((value) => (value > limit ? "red" : value > -1 ? "blue" : ""));
const [coloursBefore, coloursNow] = [colours(before, 0), colours(now, 1)];
const moved = [
  "month,level,colour,constant",
  ...before.map((value, i) => `2024-0${1 + (i % 3)},${value},${coloursBefore[i]},7`),
  ...now.map((value, i) => `2024-0${4 + (i % 2)},${value},${coloursNow[i]},7`),
].join("\n");

describe("a reader's own columns", () => {
  it("are as far apart as the golden functions say", async () => {
    const { compared } = await ask(moved, { period: 0, reference: [0, 2], current: [3, 4] });
    const level = compared!.columns.find(({ name }) => name === "level")!;
    expect(level.psi).toBe(psiQuantileBins(before, now, binsFor(now.length)).psi);
    expect(level.ks).toBe(ksTwoSample(before, now).statistic);
    expect(level.ksPValue).toBe(ksTwoSample(before, now).pValue);
    expect(level.wasserstein).toBe(wasserstein(before, now));
    const mean = before.reduce((a, b) => a + b) / before.length;
    const sd = Math.sqrt(before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / before.length);
    expect(level.wassersteinSd).toBeCloseTo(level.wasserstein! / sd, 10);
    expect(level.psiByChance).toBeCloseTo(9 * (1 / 300 + 1 / 200), 12);
  });

  it("of texts are compared by their shares, missing ones counted", async () => {
    const { compared } = await ask(moved, { period: 0, reference: [0, 2], current: [3, 4] });
    const colour = compared!.columns.find(({ name }) => name === "colour")!;
    const share = (list: readonly string[], of: string) => {
      const given = list.filter((value) => value !== "");
      return given.filter((value) => value === of).length / given.length;
    };
    const shares = (list: readonly string[]) => [share(list, "blue"), share(list, "red")];
    expect(colour.psi).toBeCloseTo(psiFromProportions(shares(coloursBefore), shares(coloursNow)), 12);
    expect(colour.ks).toBeUndefined();
    expect(colour.reference.missing).toBe(coloursBefore.filter((value) => value === "").length);
    expect(colour.reference.count + colour.reference.missing).toBe(300);
  });

  it("stand with the largest PSI first, and what never varies last", async () => {
    const { compared } = await ask(moved, { period: 0, reference: [0, 2], current: [3, 4] });
    expect(compared!.columns.map(({ name }) => name)).toEqual(["level", "colour", "constant"]);
    expect(compared!.columns[0]!.psi).toBeGreaterThan(compared!.columns[1]!.psi);
    expect(compared!.columns.at(-1)!).toMatchObject({
      psi: Number.NaN,
      ks: 0,
      wasserstein: 0,
      wassersteinSd: Number.NaN,
    });
  });

  it("are compared between the first half of the periods and the second where nothing is chosen", async () => {
    const { choice, periods: found } = await ask(moved);
    expect(found.labels).toEqual(["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"]);
    expect(choice).toEqual({ period: 0, reference: [0, 2], current: [3, 4] });
  });

  it.each([
    [
      "the same period stands in both",
      moved,
      { period: 0, reference: [0, 2], current: [2, 4] },
      /“2024-03” is part of the reference and of the current/,
    ],
    [
      "a range ends before it begins",
      moved,
      { period: 0, reference: [1, 0], current: [2, 4] },
      /begin at “2024-02” and end at “2024-01”/,
    ],
    [
      "there is one period only",
      "month,x\n2024-01,1\n2024-01,2",
      {},
      /^Column “month” holds one period only, “2024-01” from line 2 to line 3/,
    ],
    ["there is nothing else to compare", "month\n2024-01\n2024-02", {}, /Besides “month” no column can be compared/],
    [
      "a date is none",
      "month,x\n2024-01,1\n2024-1,2\n2024-03,2",
      {},
      /^Line 3, column “month”: “2024-1” is not a date/,
    ],
    ["no column has periods", "x\n1\n1", {}, /^Lines 2 to 3: no column tells periods apart/],
  ] as const)("are not compared when %s, and the reader can choose again", async (_, text, choice, problem) => {
    const answer = await ask(text, choice);
    expect(answer.problem).toMatch(problem);
    expect(answer.compared).toBeUndefined();
    expect(answer.columns.length).toBeGreaterThan(0);
  });

  it("say where a column of numbers holds a text, and why a column is left out", async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `${i < 1000 ? "a" : "b"},${i === 4 ? "n.n." : i % 7},id-${i},`);
    const answer = await ask(["part,x,key,empty", ...rows].join("\n"));
    expect(answer.notes.join()).toMatch(/Column “x” is read as text, because line 6 holds “n\.n\.”/);
    expect(answer.compared!.left.join()).toMatch(
      /“key”: 2,000 different texts\. At most 1,000.*“empty”: every value is missing/,
    );
  });

  it("warn of many tests with the number of alarms that chance alone brings", async () => {
    const noise = createRandom(2, "own periods, noise");
    const names = Array.from({ length: 20 }, (_, i) => `c${i}`);
    const rows = Array.from({ length: 400 }, (_, i) =>
      [i % 2, ...names.map(() => noise.normal().toFixed(4))].join(","),
    );
    const { compared } = await ask([["half", ...names].join(","), ...rows].join("\n"), { period: 0 });
    const words = manyTestsWords(compared!)!;
    expect(words).toMatch(/made for 20 columns.*about 1\.0 of them/);
    const alarms = compared!.columns.filter(({ ksPValue }) => ksPValue! < 0.05).length;
    expect(words).toContain(`Here it raises ${alarms};`);
  });

  it("never break charts, tables or words, whatever the values are", async () => {
    const cell = fc.oneof(
      fc.constantFrom("", "NaN", "0", "7", "1e99", "-1e99", "1e308", "1e-300", "a", "__proto__", "=1+1"),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 40 }), async (list) => {
        const answer = await ask(["part,x,y", ...list.map(([x, y], i) => `${i % 2},${x},${y}`)].join("\n"), {
          period: 0,
        });
        if (!answer.compared) {
          expect(answer.problem).toMatch(/no column can be compared/);
          return;
        }
        const said = [
          comparedWords(answer),
          manyTestsWords(answer.compared),
          JSON.stringify(comparedTable(answer.compared)),
        ];
        expect(said.join(" ")).not.toMatch(/NaN|undefined|Infinity/);
        for (const column of answer.compared.columns) {
          const chart = columnChart(column);
          expect(JSON.stringify(tablesOf(chart))).not.toMatch(/null|NaN/);
          const total = column.shape.current.reduce((a, b) => a + b, 0);
          expect(total).toBeCloseTo(1, 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have an example in which the seasons move temperatures much further than the year does", async () => {
    const text = await examplePeriods(undefined, context);
    const found = async (current: readonly [number, number]) => {
      const { compared, notes, rows } = await ask(text, { period: 0, reference: [0, 2], current });
      expect({ notes, rows }).toEqual({ notes: [], rows: 1460 });
      return compared!.columns.filter(({ name }) => name.includes("temperature")).map((one) => one.wassersteinSd!);
    };
    const [summer, year] = [await found([6, 8]), await found([12, 14])];
    expect(summer).toHaveLength(2);
    for (const [i, distance] of summer.entries()) expect(distance).toBeGreaterThan(5 * year[i]!);
  });
});

it("numbers of two samples are apart by the example of the file's head", () => {
  expect(numberDistance([1, 2, 3, 4], [2, 3, 4, 5]).wasserstein).toBe(1);
});
