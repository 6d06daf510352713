import { describe, expect, it } from "vitest";
import { checklistMarkdown, groups, type Marks, readMarks, scoreOf } from "@/simulations/missing-parts/checklist";

const empty = readMarks(undefined);
const withMark = (group: number, test: number, level: "manual" | "automatic"): Marks =>
  empty.map((row, g) => row.map((old, t) => (g === group && t === test ? level : old)));

describe("the checklist", () => {
  it("has 28 different tests in four groups of seven", () => {
    expect(groups.map(({ tests }) => tests.length)).toEqual([7, 7, 7, 7]);
    expect(new Set(groups.flatMap(({ tests }) => tests as readonly string[])).size).toBe(28);
  });

  it("scores as its weakest group", () => {
    expect(scoreOf(empty)).toBe(0);
    expect(scoreOf(withMark(0, 0, "automatic"))).toBe(0);
    expect(scoreOf(empty.map(([, ...rest], g) => [g === 2 ? "manual" : "automatic", ...rest]))).toBe(0.5);
  });

  it("reads what the device kept only where it is a level of a test", () => {
    expect(readMarks({ marks: [["automatic", "often", 3], "x"] })[0]!.slice(0, 3)).toEqual([
      "automatic",
      "none",
      "none",
    ]);
    for (const odd of [null, 5, "x", {}, { marks: {} }]) expect(readMarks(odd)).toEqual(empty);
  });

  it("is a Markdown list with a box for each test, ticked where the test runs by itself", () => {
    const text = checklistMarkdown(withMark(1, 2, "automatic"));
    expect(text.match(/^- \[[ x]\] /gm)).toHaveLength(28);
    expect(text.match(/^- \[x\] (.*)$/gm)).toEqual([`- [x] ${groups[1].tests[2]}`]);
    expect(text).toContain("## Model development: 1 of 7");
    expect(checklistMarkdown(withMark(0, 0, "manual"))).toContain(`- [ ] ${groups[0].tests[0]} (by hand)`);
  });
});
