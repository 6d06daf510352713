import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { files, importsIn, importsOf, root } from "./imports";
import { forbiddenWord, roomOf, tableOfRooms, violation } from "./rules";

const read = (file: string) => readFileSync(join(root, file), "utf8");
const all = files.flatMap((file) => importsIn(file));

/** Where a program begins: what Next, Node and the browser load by name. */
const ENTRIES = [
  /^app\/(.+\/)?(page|layout|not-found|mdx-components)(\.\w+)?\.tsx$/,
  /^app\/(.+\/)?route\.ts$/,
  // Every kind of chart, for the development server and for a test of all kinds.
  /^simulations\/gallery\.ts$/,
  /\.d\.ts$/,
  /^app\/_mdx\/(cells|units|formulas|code-theme)\.mjs$/,
  /^app\/_tools\/(start|dev|build|serve)\.mjs$/,
  /^simulations\/(worker|command-line|sandbox\/worker)\.ts$/,
  /^simulations\/core\/models\/kernels\/compile\.mjs$/,
  // simulations/gallery.ts loads them by the name of their kind.
  /^simulations\/ui\/chart\/kinds\/[^/]+\/sample\.ts$/,
  // postcss.config.mjs gives it to every style sheet.
  /^simulations\/ui\/design\/breakpoints\.css$/,
];

describe("the rooms of the house", () => {
  it("import only what the table allows", () => {
    expect(files.length).toBeGreaterThan(200);
    expect(all.length).toBeGreaterThan(1000);
    expect(all.flatMap((one) => violation(one) ?? [])).toEqual([]);
  });

  it("hold every file, and are in ARCHITECTURE as they are here", () => {
    expect(files.filter((file) => !roomOf(file))).toEqual([]);
    const cells = (text: string) =>
      text
        .split("\n")
        .filter((line) => line.startsWith("|") && !/^\|[\s|-]+$/.test(line))
        .map((line) => line.split("|").map((cell) => cell.trim()));
    const section = read("ARCHITECTURE.md")
      .split("\n## ")
      .find((text) => text.startsWith("Rooms"));
    expect(cells(section ?? "")).toEqual(cells(tableOfRooms()));
  });

  it("are spoken of by paths that exist", () => {
    const named = [...read("ARCHITECTURE.md").matchAll(/`([\w./-]+\.(?:tsx?|mjs|css))`/g)].map(([, path]) => path!);
    const found = (path: string) => ["", "simulations/"].some((room) => existsSync(join(root, room, path)));
    // Names without a folder are those of every simulation.
    expect(named.filter((path) => path.includes("/") && !found(path))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  it("hold no file that nothing uses; mathematics may be ahead of its lesson where a test proves it", () => {
    const proved = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.ts$/.test(file))
      .flatMap((file) => importsIn(`test/${file.split(sep).join("/")}`).map(({ target }) => target ?? ""))
      .filter((target) => target.startsWith("simulations/core/"));
    const reached = new Set([...files.filter((file) => ENTRIES.some((entry) => entry.test(file))), ...proved]);
    // A set gives what is added while it is read.
    for (const file of reached)
      for (const { target } of importsIn(file)) if (target && files.includes(target)) reached.add(target);
    expect(
      files.filter((file) => !reached.has(file)),
      "not imported from any page, worker or command (a simulation's door: by no lesson)",
    ).toEqual([]);
  });

  it("import no package that is there for tests alone", () => {
    const { dependencies } = JSON.parse(read("package.json"));
    const packageOf = (specifier: string) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/");
    const found = all
      .filter(
        ({ target, typeOnly, specifier, file }) =>
          !target && !typeOnly && !/^(node:|\/)/.test(specifier) && !file.endsWith("compile.mjs"),
      )
      .filter(({ specifier }) => !(packageOf(specifier) in dependencies))
      .map(({ file, specifier }) => `${file}: ${specifier}`);
    expect(found).toEqual([]);
  });

  it("keep clocks, global randomness and the DOM out of the mathematics", () => {
    const found = files.flatMap((file) => {
      const code = read(file)
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .replace(/\/\/.*$/gm, "");
      return forbiddenWord(file, code) ?? [];
    });
    expect(found).toEqual([]);
  });
});

describe("the table", () => {
  it.each([
    ["simulations/core/statistics/psi.ts", 'import { useState } from "react";'],
    ["simulations/core/statistics/psi.ts", 'import tf from "@tensorflow/tfjs-core";'],
    ["simulations/core/statistics/psi.ts", 'export { z } from "../../runtime/link";'],
    ["simulations/drift/view.tsx", 'import { run } from "./engine";'],
    ["simulations/drift/view.tsx", 'let x: import("./engine").Engine;'],
    ["simulations/drift/engine.ts", 'import { x } from "../retraining/knobs";'],
    ["simulations/drift/engine.ts", 'import { y } from "../runtime/link";'],
    ["simulations/runtime/store.ts", 'import { z } from "../core/random";'],
    ["simulations/ui/ink/roles.ts", 'import type { Chart } from "../chart/model";'],
    ["simulations/ui/chart/axes.ts", 'import { x } from "../shell/bench";'],
    ["simulations/course/shape-glyph.tsx", 'import { x } from "../drift/knobs";'],
    ["lessons/drift/lesson.mdx", 'import { z } from "@/simulations/drift/view";'],
    ["app/page.tsx", 'const x = await import("../simulations/drift/engine");'],
    ["nowhere/page.tsx", 'import { x } from "react";'],
  ])("forbids what %s may not import: %s", (file, text) => {
    const [one] = importsOf(file, text);
    expect(violation(one!)).toContain(file);
  });

  it.each([
    ["simulations/drift/engine.ts", 'import type { Engine } from "../runtime/simulation";'],
    ["simulations/drift/engine.ts", 'import { drawn } from "./engine-setting";'],
    ["simulations/ui/chart/axes.ts", 'import { roles } from "../ink/roles";'],
    ["lessons/drift/lesson.mdx", 'import { Drift } from "@/simulations/drift";'],
  ])("lets %s say %s", (file, text) => {
    const [one] = importsOf(file, text);
    expect(violation(one!)).toBeUndefined();
  });
});
