import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { CodeLines, ModelShare } from "@/app/_components/vocabulary/code-lines";
import { countLines } from "@/app/_components/vocabulary/count-lines";

/** Counted in another way: by the file list of a shell command, a line being what is not only blanks. */
const listed = (folder: string) =>
  execFileSync("find", [folder, "-type", "f"], { encoding: "utf8" })
    .split("\n")
    .filter((file) => /\.(ts|tsx|mts|mjs|cjs|css|mdx)$/.test(file));
const linesOf = (files: readonly string[]) =>
  files.reduce((sum, file) => sum + (readFileSync(file, "utf8").match(/^.*\S.*$/gm)?.length ?? 0), 0);

it("gives the model the share that counting the files gives", () => {
  const all = linesOf(["app", "lessons", "simulations", "test"].flatMap(listed));
  const model = linesOf(listed("simulations/core/models"));
  const counted = countLines(process.cwd());
  expect(counted.reduce((sum, { lines }) => sum + lines, 0)).toBe(all);
  expect(counted.filter((group) => group.model).map(({ lines }) => lines)).toEqual([model]);
  expect(counted.find((group) => group.model)!.share).toBeCloseTo(model / all, 12);
  expect(renderToStaticMarkup(<ModelShare />)).toBe(`${((100 * model) / all).toFixed(1)} %`);
});

it("shows every group once, largest first, and puts no line into two of them", () => {
  const counted = countLines(process.cwd());
  const lines = counted.map((group) => group.lines);
  expect(lines).toEqual([...lines].sort((a, b) => b - a));
  expect(Math.min(...lines)).toBeGreaterThan(0);
  expect(counted.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  const text = renderToStaticMarkup(<CodeLines />);
  const [map, table] = text.split("<table");
  for (const { name } of counted) for (const part of [map!, table!]) expect(part.split(name)).toHaveLength(2);
  // Areas in per cent of the map: their shares are those of the table.
  const sides = [...map!.matchAll(/width:([\d.]+)%;height:([\d.]+)%/g)];
  expect(sides).toHaveLength(counted.length);
  counted.forEach(({ share }, i) => {
    expect((Number(sides[i]![1]) * Number(sides[i]![2])) / 10_000).toBeCloseTo(share, 3);
  });
});
