/** The table of rooms at work: which import it forbids, which word, and how a page shows it. */
import type { Import } from "./imports";
import { forbiddenWords, type Room, rooms } from "./rooms";

const isOutside = (pattern: string) => /^(app|lessons)\//.test(pattern);
const escaped = (text: string) => text.replace(/[.+^${}|[\]\\]/g, "\\$&");

/** A pattern as an expression; `name`: the simulation that <name> stands for, any where it is undefined. */
function expression(pattern: string, name?: string): RegExp {
  const path = isOutside(pattern) ? pattern : `simulations/${pattern}`;
  const source = escaped(path)
    .replaceAll("*", "[^/]*")
    .replaceAll("<name>", name ?? "[^/]+");
  return new RegExp(`^${source}${path.endsWith("/") ? "" : "$"}`);
}

const ownName = (file: string) => /^simulations\/([^/]+)\//.exec(file)?.[1];

export const roomOf = (file: string): Room | undefined =>
  rooms.find(({ files }) => files.some((pattern) => expression(pattern).test(file)));

const packageFits = (pattern: string, specifier: string) =>
  new RegExp(`^${escaped(pattern).replaceAll("*", ".*")}(/|$)`).test(specifier);

/** A sentence for an import that the table does not allow. */
export function violation({ file, specifier, target, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  if (!room) return `${file} stands in no room`;
  if (target === undefined) {
    const allowed = (room.packages ?? []).some((pattern) => packageFits(pattern, specifier));
    return allowed ? undefined : `${file} may not import the package ${specifier}`;
  }
  const fits = (pattern: string) => expression(pattern, ownName(file)).test(target);
  const allowed = [...room.imports, ...((typeOnly && room.types) || [])];
  if (allowed.some(fits) && !room.never?.some(fits)) return undefined;
  return `${file} may not import ${typeOnly ? "even types of " : ""}${target}`;
}

/** The file and the word in it that must not stand there. */
export function forbiddenWord(file: string, code: string): string | undefined {
  const rule = forbiddenWords.find(({ room }) => expression(room).test(file));
  const word = rule?.words.exec(code)?.[0];
  return word === undefined ? undefined : `${file}: ${word}`;
}

const inCode = (patterns: readonly string[] = []) =>
  patterns.map((pattern) => `\`${pattern || "simulations/"}\``).join(", ");
const rowOf = ({ files, holds, imports, inWords, types, packages, never }: Room): string => {
  const others = inWords ?? inCode(imports.filter((pattern) => !files.includes(pattern) && pattern !== "<name>/"));
  const mayImport = [others, types && `types of ${inCode(types)}`, never && `never ${inCode(never)}`].filter(Boolean);
  return `| ${inCode(files)} | ${holds} | ${mayImport.join("; ")} | ${packages?.includes("*") ? "any" : inCode(packages)} |`;
};

/** The table as ARCHITECTURE.md shows it. */
export const tableOfRooms = (): string =>
  ["| room | holds | may import | packages |", "| --- | --- | --- | --- |", ...rooms.map(rowOf)].join("\n");
