/** Every experiment shows the lines of its source that matter, as they are there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { markedLines } from "@/app/code/marked-lines";
import { readExcerpts } from "@/app/code/read-excerpts";
import { findSimulation, simulations } from "@/simulations/find";
import { files, root } from "../boundaries/imports";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const names = [...simulations.keys()];
const declared = await Promise.all(names.map(async (name) => (await findSimulation(name).excerpts()).excerpts));
const all = await Promise.all(
  declared.map(async (excerpts, i) => ({ name: names[i]!, excerpts: await readExcerpts(root, excerpts) })),
);

describe.each(all)("$name", ({ excerpts }) => {
  it("shows eight to forty lines of its source, in two to six pieces with a caption each", () => {
    expect(excerpts.length).toBeGreaterThanOrEqual(2);
    expect(excerpts.length).toBeLessThanOrEqual(6);
    for (const { caption } of excerpts) expect(caption).toMatch(/^[A-Z].{15,180}\.$/);
    expect(new Set(excerpts.map(({ caption }) => caption)).size).toBe(excerpts.length);
    const lines = excerpts.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines));
    expect(lines.length).toBeGreaterThanOrEqual(8);
    expect(lines.length).toBeLessThanOrEqual(40);
  });

  it("shows them word for word, with the number of the line they begin at", () => {
    for (const { file, parts } of excerpts) {
      const source = read(file).split("\n");
      for (const { from, lines } of parts) {
        const shown = lines.map((tokens) => tokens.map(([text]) => text).join(""));
        const there = source.slice(from - 1, from - 1 + shown.length);
        expect(shown.map((line) => line.trim())).toEqual(there.map((line) => line.trim()));
        // Nothing but the indentation that all of them have is gone.
        const gone = shown.flatMap((line, i) => (line === "" ? [] : [there[i]!.length - line.length]));
        expect(new Set(gone).size).toBe(1);
        expect(shown.join("\n")).not.toContain("#region");
      }
    }
  });

  it("highlights what is a keyword", () => {
    const tokens = excerpts.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.flat()));
    const keywords = tokens.flatMap(([text, kind]) => (kind === "keyword" ? [text.trim()] : []));
    expect(keywords).toContain("const");
  });
});

it("marks no lines that nobody shows", () => {
  const shown = new Set(declared.flat().map(({ file, region }) => `simulations/${file} ${region}`));
  const marked = files
    .filter((file) => file.startsWith("simulations/") && /\.tsx?$/.test(file) && !file.endsWith("excerpts.ts"))
    .flatMap((file) => markedLines(read(file), file).map(({ name }) => `${file} ${name}`));
  expect(marked.length).toBeGreaterThan(50);
  expect([...new Set(marked)].filter((mark) => !shown.has(mark))).toEqual([]);
});

describe("a mark", () => {
  it("gives the lines between its beginning and its end, without the indentation of all", () => {
    const source = "a\n  // #region excerpt: one\n  if (b)\n\n    c\n  // #endregion\nd";
    expect(markedLines(source, "x.ts")).toEqual([{ name: "one", from: 3, text: "if (b)\n\n  c" }]);
  });

  it.each([
    ["is not closed", "// #region excerpt: one\na", "one is not closed"],
    ["closes nothing", "a\n// #endregion", "has no beginning"],
    ["stands within another", "// #region excerpt: one\n// #region excerpt: two\na\n// #endregion", "within one"],
    ["holds nothing", "// #region excerpt: one\n\n// #endregion", "holds no line"],
    ["is written otherwise", "// #region one\na\n// #endregion", "a mark is written"],
  ])("that %s is an error that names the file", (_, source, message) => {
    expect(() => markedLines(source, "x.ts")).toThrow(message);
    expect(() => markedLines(source, "x.ts")).toThrow("x.ts");
  });

  it("that is asked for and missing is an error that names it", async () => {
    const excerpt = { caption: "None.", file: "find.ts", region: "nothing" };
    await expect(readExcerpts(root, [excerpt])).rejects.toThrow("simulations/find.ts marks no lines as nothing");
  });
});
