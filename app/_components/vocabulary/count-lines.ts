/** How many lines this repository has, by what they are for. Counted while the site is built, so that a lesson can show it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The first group whose folder a file is in is its group. */
const groups = [
  { name: "Models that learn", folder: "simulations/core/models", model: true },
  { name: "Data: the simulated worlds", folder: "simulations/core/worlds" },
  { name: "Serving and releases", folder: "simulations/core/serving" },
  { name: "Statistics, metrics and detectors", folder: "simulations/core" },
  { name: "Running, settings, links and storage", folder: "simulations/runtime" },
  { name: "Charts, controls and sound", folder: "simulations/ui" },
  { name: "Experiments", folder: "simulations" },
  { name: "Lessons", folder: "lessons" },
  { name: "Pages and build tools", folder: "app" },
  { name: "Tests", folder: "test" },
] as const;

export interface LineGroup {
  readonly name: string;
  readonly lines: number;
  readonly share: number;
  /** Code that is the model: it learns or predicts. */
  readonly model: boolean;
}

const isSource = (file: string) => /\.(tsx?|mts|mjs|cjs|css|mdx)$/.test(file);

/** @returns the groups, largest first. A line counts when it is not empty. */
export function countLines(root: string): LineGroup[] {
  const counts = new Map<string, number>(groups.map(({ name }) => [name, 0]));
  for (const top of new Set(groups.map(({ folder }) => folder.split("/")[0]!))) {
    for (const file of readdirSync(join(/* turbopackIgnore: true */ root, top), {
      recursive: true,
      encoding: "utf8",
    })) {
      if (!isSource(file)) continue;
      const path = `${top}/${file.replaceAll("\\", "/")}`;
      const group = groups.find(({ folder }) => path.startsWith(`${folder}/`))!;
      const lines = readFileSync(join(/* turbopackIgnore: true */ root, path), "utf8").split("\n");
      counts.set(group.name, counts.get(group.name)! + lines.filter((line) => line.trim() !== "").length);
    }
  }
  const all = [...counts.values()].reduce((sum, lines) => sum + lines, 0);
  return groups
    .map((group) => ({
      name: group.name,
      lines: counts.get(group.name)!,
      share: counts.get(group.name)! / all,
      model: "model" in group,
    }))
    .sort((a, b) => b.lines - a.lines);
}
