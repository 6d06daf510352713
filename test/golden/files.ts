/** Golden files (schema golden/1): their layout and how their special values are read. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export interface GoldenCase {
  id: string;
  fn: string;
  input: JsonObject;
  params: JsonObject;
  expect: JsonObject;
  tol: JsonObject;
  stream?: string;
  slice?: [number, number];
}

export interface GoldenFile {
  name: string;
  tolerance: JsonObject;
  streams: Record<string, { bits?: string; ints?: number[]; divisor?: number }>;
  cases: GoldenCase[];
}

/** GOLDEN_DIR when it is set, else the folder of this file. */
export function goldenFolder(): string {
  return process.env.GOLDEN_DIR || fileURLToPath(new URL(".", import.meta.url));
}

export function loadGoldenFiles(folder: string): GoldenFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  return names.map((name) => {
    const file = JSON.parse(readFileSync(`${folder}/${name}`, "utf8"));
    if (file.schema !== "golden/1") throw new Error(`${name}: schema must be golden/1, got ${file.schema}`);
    if (!Array.isArray(file.cases) || file.cases.length === 0) throw new Error(`${name} holds no cases`);
    return {
      name,
      tolerance: file.tolerance ?? {},
      streams: file.streams ?? {},
      cases: file.cases.map((one: Partial<GoldenCase>) => ({ input: {}, params: {}, tol: {}, ...one })),
    };
  });
}

const SPECIAL: Record<string, number> = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY, "-Infinity": -Infinity };

export function num(value: Json | undefined): number {
  if (typeof value === "number") return value;
  const special = typeof value === "string" ? SPECIAL[value] : undefined;
  if (special === undefined) throw new Error(`expected a number in the golden file, got ${JSON.stringify(value)}`);
  return special;
}

export function nums(value: Json | undefined): number[] {
  if (!Array.isArray(value)) throw new Error(`expected a list in the golden file, got ${JSON.stringify(value)}`);
  return value.map(num);
}

/** A string of digits, one value per character. */
export function digits(value: Json | undefined): number[] {
  if (typeof value !== "string") throw new Error(`expected digits in the golden file, got ${JSON.stringify(value)}`);
  return [...value].map(Number);
}

/** The stream of a case. Values of "ints" are divided, not multiplied by the reciprocal. */
export function streamOf(file: GoldenFile, { stream, slice }: GoldenCase): number[] {
  const source = file.streams[stream ?? ""];
  if (!source) throw new Error(`${file.name} has no stream ${stream}`);
  const values = source.bits ? digits(source.bits) : source.ints!.map((value) => value / (source.divisor ?? 1));
  return slice ? values.slice(slice[0], slice[1]) : values;
}

/** Params of a case in camel case. @throws Error for a param that the adapter does not know, so that none is ignored. */
export function paramsOf(one: GoldenCase, ...known: string[]): Record<string, Json> {
  const unknown = Object.keys(one.params).filter((key) => !known.includes(key));
  if (unknown.length > 0) throw new Error(`params not known to the runner: ${unknown.join(", ")}`);
  const camel = (key: string) => key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(one.params).map(([key, value]) => [camel(key), value]));
}
