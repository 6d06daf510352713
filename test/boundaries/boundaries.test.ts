import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { forbiddenWords, importsOf, violation } from "./boundaries";

const root = resolve(import.meta.dirname, "..");
const files = ["app", "lessons", "simulations"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|mdx)$/.test(file))
    .map((file) => `${folder}/${file}`),
);

function targetOf(file: string, specifier: string): string | undefined {
  const base = specifier.startsWith("@/")
    ? join(root, specifier.slice(2))
    : specifier.startsWith(".")
      ? resolve(root, dirname(file), specifier)
      : undefined;
  if (base === undefined) return undefined;
  const found = ["", ".ts", ".tsx", ".mdx", "/index.ts", "/index.tsx"]
    .map((end) => base + end)
    .find((path) => existsSync(path) && /\.\w+$/.test(path));
  return relative(root, found ?? base);
}

describe("the rooms of the house", () => {
  it("import only what the table allows", () => {
    expect(files.length).toBeGreaterThan(20);
    const found = files.flatMap((file) =>
      importsOf(file, readFileSync(join(root, file), "utf8")).flatMap(
        (one) => violation(one, targetOf(file, one.specifier)) ?? [],
      ),
    );
    expect(found).toEqual([]);
  });

  it("keep clocks, global randomness and the DOM out of the mathematics", () => {
    const found = files.flatMap((file) =>
      forbiddenWords
        .filter(({ room }) => room.test(file))
        .flatMap(({ words }) => {
          const code = readFileSync(join(root, file), "utf8")
            .replace(/\/\*[\s\S]*?\*\//g, "")
            .replace(/\/\/.*$/gm, "");
          const word = words.exec(code);
          return word ? [`${file}: ${word[0]}`] : [];
        }),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ["simulations/core/statistics/psi.ts", 'import { useState } from "react";', undefined],
    ["simulations/drift/view.tsx", 'import { run } from "./engine";', "simulations/drift/engine.ts"],
    ["simulations/drift/engine.ts", 'import { x } from "../retraining/knobs";', "simulations/retraining/knobs.ts"],
    ["simulations/drift/engine.ts", 'import { y } from "../runtime/link";', "simulations/runtime/link.ts"],
    ["simulations/runtime/store.ts", 'import { z } from "../core/random";', "simulations/core/random.ts"],
    ["lessons/drift/lesson.mdx", 'import { z } from "@/simulations/drift/view";', "simulations/drift/view.tsx"],
    ["app/page.tsx", 'const x = await import("../simulations/drift/engine");', "simulations/drift/engine.ts"],
  ])("notice a forbidden import in %s", (file, text, target) => {
    const [one] = importsOf(file, text);
    expect(violation(one!, target)).toContain(file);
  });

  it("let an engine take types from the runtime", () => {
    const [one] = importsOf("simulations/drift/engine.ts", 'import type { Engine } from "../runtime/simulation";');
    expect(violation(one!, "simulations/runtime/simulation.ts")).toBeUndefined();
  });
});
