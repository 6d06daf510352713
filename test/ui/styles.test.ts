/** Styles come with their component: what a page loads on its own brings the style sheets of the classes it draws. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importsIn } from "../boundaries/imports";

const read = (file: string) => readFileSync(file, "utf8");
const files = readdirSync("simulations", { recursive: true, encoding: "utf8" }).map((file) =>
  join("simulations", file),
);
const sheets = files.filter((file) => file.endsWith(".css") && !file.endsWith("print.css"));
const classesOfSheet = (file: string) =>
  new Set(
    read(file)
      .match(/\.dl-[a-z0-9-]+/g)
      ?.map((name) => name.slice(1)),
  );
const styled = new Set(sheets.flatMap((file) => [...classesOfSheet(file)]));

/** Every file that `file` brings along; what it loads later is another root. */
function broughtBy(file: string, seen = new Set<string>(), later = new Set<string>()): [Set<string>, Set<string>] {
  if (seen.has(file)) return [seen, later];
  seen.add(file);
  if (file.endsWith(".css")) return [seen, later];
  for (const { target, typeOnly, lazy } of importsIn(file)) {
    if (!target || typeOnly) continue;
    if (lazy) later.add(target);
    else broughtBy(target, seen, later);
  }
  return [seen, later];
}

const doors = files.filter((file) => file.endsWith("index.tsx"));
const roots = [...new Set(doors.flatMap((door) => [door, ...broughtBy(door)[1]]))];

describe("styles", () => {
  it.each(roots)("of every class that %s draws come with it", (root) => {
    const brought = [...broughtBy(root)[0]];
    const known = new Set(brought.filter((file) => file.endsWith(".css")).flatMap((file) => [...classesOfSheet(file)]));
    const drawn = brought
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) => [...read(file).matchAll(/className="([^"]+)"/g)].flatMap((match) => match[1]!.split(/\s+/)));
    expect(drawn.filter((name) => styled.has(name) && !known.has(name))).toEqual([]);
  });
});
