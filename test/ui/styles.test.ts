/** Styles come with their component: what a page loads on its own brings the style sheets of the classes it draws. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { widths } from "@/simulations/ui/design/type-scale";
import { importsIn } from "../boundaries/imports";

const read = (file: string) => readFileSync(file, "utf8");
const files = readdirSync("simulations", { recursive: true, encoding: "utf8" }).map((file) =>
  join("simulations", file),
);
const sheets = files.filter((file) => file.endsWith(".css"));
/** What a sheet says of paper is about classes that others have styled. */
const onScreen = (sheet: string) => sheet.replace(/^@media print \{\n[\s\S]*?^\}/gm, "");
const classesOfSheet = (file: string) =>
  new Set(
    onScreen(read(file))
      .match(/\.dl-[a-z0-9-]+/g)
      ?.map((name) => name.slice(1)),
  );
/** Every page has these: app/layout.tsx brings them. */
const design = [
  ...read(join("simulations", "ui", "design", "design.css")).matchAll(/@import "(\.\/[a-z]+\.css)"/g),
].map(([, sheet]) => join("simulations", "ui", "design", sheet!));
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
    const known = new Set(
      [...design, ...brought.filter((file) => file.endsWith(".css"))].flatMap((file) => [...classesOfSheet(file)]),
    );
    const drawn = brought
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) => [...read(file).matchAll(/className="([^"]+)"/g)].flatMap((match) => match[1]!.split(/\s+/)));
    expect(drawn.filter((name) => styled.has(name) && !known.has(name))).toEqual([]);
  });
});

const everyFile = ["app", "lessons", "simulations"].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: "utf8" }).map((file) => join(room, file)),
);
const everySheet = everyFile.filter((file) => file.endsWith(".css"));

describe("classes", () => {
  it("of every sheet are drawn by some component, lesson or build tool", () => {
    const drawn = everyFile
      .filter((file) => /\.(tsx?|mdx|mjs)$/.test(file))
      .map(read)
      .join("\n");
    const styledBy = everySheet.map((file): [string, string[]] => [
      file,
      read(file)
        .replace(/\/\*[\s\S]*?\*\//g, "")
        .match(/(?<=\.)[a-z][\w-]*(?=[^;{}]*\{)/g) ?? [],
    ]);
    expect(new Set(styledBy.flatMap(([, names]) => names)).size).toBeGreaterThan(200);
    const unused = styledBy.flatMap(([file, names]) =>
      // What the editor's library draws has names of its own.
      names
        .filter((name) => !/^(cm|tok)-/.test(name) && !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(drawn))
        .map((name) => `${file}: ${name}`),
    );
    expect(unused).toEqual([]);
  });

  it("are styled beside their component or in the design room", () => {
    expect(design.length).toBeGreaterThan(3);
    const folders = new Set(everyFile.filter((file) => file.endsWith(".tsx")).map((file) => dirname(file)));
    const room = join("simulations", "ui", "design");
    expect(everySheet.filter((file) => dirname(file) !== room && !folders.has(dirname(file)))).toEqual([]);
  });
});

describe("breakpoints", () => {
  const BREAKPOINTS = join("simulations", "ui", "design", "breakpoints.css");
  it("have the widths of the type scale, and nothing between a width and what is below it", () => {
    const named = [...read(BREAKPOINTS).matchAll(/@custom-media --([a-z-]+) \(width (>=|<) ([\d.]+)em\)/g)].map(
      ([, name, side, em]) => [name, side, Number(em) * 16],
    );
    const from = Object.entries(widths).map(([name, px]) => [name, ">=", px]);
    const below = Object.entries(widths).map(([name, px]) => [`below-${name}`, "<", px]);
    expect(named).toEqual(expect.arrayContaining(from));
    expect([...from, ...below]).toEqual(expect.arrayContaining(named));
    expect(named).toHaveLength(read(BREAKPOINTS).match(/\(width/g)!.length);
  });

  it("stand in no other sheet as numbers, and every name is one of them", () => {
    const known = read(BREAKPOINTS).match(/(?<=@custom-media )--[a-z-]+/g)!;
    const queries = everySheet
      .filter((file) => file !== BREAKPOINTS)
      .flatMap((file) => [...read(file).matchAll(/@(?:media|container)\s([^{]*)/g)].map(([, query]) => [file, query!]));
    expect(queries.length).toBeGreaterThan(50);
    expect(queries.filter(([, query]) => /\d/.test(query!))).toEqual([]);
    const used = new Set(queries.flatMap(([, query]) => query!.match(/--[a-z-]+/g) ?? []));
    expect([...used].filter((name) => !known.includes(name))).toEqual([]);
    expect(known.filter((name) => !used.has(name))).toEqual([]);
  });
});
