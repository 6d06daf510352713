/** Values become Python literals, whatever they hold; cells become a file that Jupyter reads. */
import { describe, expect, it } from "vitest";
import { code, linkTo, prose, verbatim } from "@/simulations/ui/jupyter/cells";
import { notebookJson } from "@/simulations/ui/jupyter/file";
import {
  comment,
  joined,
  literal,
  numbersText,
  type PythonValue,
  python,
  remark,
} from "@/simulations/ui/jupyter/python";
import { findPython } from "../find-python.mjs";
import { notebookSchema } from "./notebook-schema";
import { runPython } from "./run-python";

const odd: readonly PythonValue[] = [
  'say "no"',
  "it's",
  '"""',
  "'''",
  "back\\slash\\",
  "\\",
  "two\nlines\r\nand\ttabs",
  "\u0000\u0007\u001b\u007f\u0085",
  "\u2028 and \u2029",
  "{braces} %s %(name)s \\N{BULLET} \\x41",
  '"); import os; os.system("true") #',
  "# no remark",
  "naïve 日本語 🦊",
  "\ud800 half a letter",
  "",
  0,
  -0.5,
  1e21,
  1e-9,
  123456789.25,
  true,
  false,
  null,
  [],
  {},
  { "a key": [1, "x\ny", null], 'another "key"': { deep: [true] } },
  Array.from({ length: 300 }, (_, i) => i / 8),
  Array.from({ length: 40 }, (_, i) => [`row ${i}`, i, -1 - i]),
];

describe("a value in Python source", () => {
  const interpreter = findPython();

  it.runIf(interpreter)("is read by Python as the value it was", () => {
    const source = python`
import json
print(json.dumps(${odd}))`;
    expect(JSON.parse(runPython(interpreter!, source.source))).toEqual(odd);
  });

  it("is one token, however it ends", () => {
    for (const text of odd.filter((each) => typeof each === "string"))
      expect(literal(text)).toMatch(/^"(\\.|[^"\\\n\r])*"$/);
    expect(literal([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(
      '[float("nan"), float("inf"), float("-inf")]',
    );
  });

  it("stands on lines that fit a screen", () => {
    for (const line of literal(odd.at(-2)!).split("\n")) expect(line.length).toBeLessThanOrEqual(101);
    expect(literal([1, 2, 3])).toBe("[1, 2, 3]");
  });

  it("keeps its place: backslashes of the template, pieces of source, remarks of one line", () => {
    const inner = python`x = "\n"`;
    expect(joined([inner, python`y = ${"\n"}`], 0).source).toBe('x = "\\n"\ny = "\\n"');
    expect(remark("one\nimport os\r\ntwo").source).toBe("# one import os two");
    const lines = comment(`one\nimport os ${"word ".repeat(40)}`).source.split("\n");
    expect(lines.length).toBeGreaterThan(1);
    for (const line of lines) expect(line).toMatch(/^# .{1,98}$/);
    expect(() => numbersText('1 2 """')).toThrow(/numbers only/);
  });
});

describe("a notebook’s file", () => {
  it("is valid, and its lines add up to the source", () => {
    const cells = [prose("a", "# Title\n\nText"), code("b_2", python`x = 1\n`), code("empty", python``)];
    const file = notebookSchema.parse(JSON.parse(notebookJson(cells)));
    expect(file.cells.map(({ source }) => source.join(""))).toEqual(["# Title\n\nText", "x = 1\\n", ""]);
    expect(file.cells[0]!.source).toEqual(["# Title\n", "\n", "Text"]);
  });

  it("takes no id twice, and none that Jupyter would not", () => {
    expect(() => notebookJson([prose("a", ""), prose("a", "")])).toThrow(/two cells/);
    expect(() => notebookJson([prose("a b", "")])).toThrow(/got a b/);
  });

  it("shows a reader’s text as it is, and lets no address end its link", () => {
    expect(verbatim("a ```` b", "js")).toBe("`````js\na ```` b\n`````");
    expect(linkTo("page", "https://x.org/#a=<b> c)")).toBe("[page](<https://x.org/#a=%3Cb%3E%20c)>)");
  });
});
