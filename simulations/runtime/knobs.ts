/**
 * Knobs are declared once, as data. From a declaration come the TypeScript type of the values, the control, validation,
 * the link, the command-line flags, the reference tables and the generators of the fuzz tests. Nothing else lists a knob.
 */
import { z } from "zod";
import { type Act, actsOf, actsText } from "./acts";
import type { ActsKnob, AnyValues, Grid, Knob, Knobs, Presets, Value, Values } from "./knob-kinds";
import { codeTooLong, mostCode } from "./own-code";

export type * from "./knob-kinds";

// zod would try `new Function` for speed, which the Content-Security-Policy forbids and reports.
z.config({ jitless: true });

/** What was asked for and could not be used, in words that name the knob, the value and what is allowed. */
export interface KnobIssue {
  readonly knob: string;
  readonly label: string;
  readonly given: string;
  readonly allowed: string;
  /** The value used instead, as read. */
  readonly used: string;
  /** The whole note, where it is not about one value. */
  readonly text?: string;
}

/** Names that a link uses for itself: no knob may have them. */
const reservedNames = ["at", "pin", "guess", "for", "on"] as const;
const isName = (text: string): boolean => /^[\w-]{1,40}$/.test(text);

/** Keeps literal types, so that `Values<typeof knobs>` knows every option. @throws RangeError on a declaration that contradicts itself. */
export function defineKnobs<const K extends Knobs>(knobs: K): K {
  const reserved: readonly string[] = reservedNames;
  for (const [name, knob] of Object.entries<Knob>(knobs)) {
    if (reserved.includes(name) || !isName(name)) throw new RangeError(`knob ${name}: links cannot have this name`);
    const taken = knob.formerly?.names.find((former) => Object.hasOwn(knobs, former) || reserved.includes(former));
    if (taken !== undefined) throw new RangeError(`knob ${name}: ${taken} is still in use`);
    const odd = knob.kind === "acts" && Object.keys(knob.acts).find((act) => !isName(act));
    if (odd) throw new RangeError(`knob ${name}: an act cannot be called ${odd}`);
    if (readKnob(knob, knob.default) === undefined)
      throw new RangeError(`knob ${name}: its default ${knob.default} is not ${allowedText(knob)}`);
  }
  return knobs;
}

/** Keeps the presets' names. @throws RangeError when a preset names an unknown knob or a value that is not allowed. */
export function definePresets<const P extends Presets>(knobs: Knobs, presets: P): P {
  for (const [name, preset] of Object.entries(presets)) {
    for (const [knobName, value] of Object.entries(preset.values)) {
      const knob = knobs[knobName];
      if (!knob) throw new RangeError(`preset ${name}: there is no knob ${knobName}`);
      if (readKnob(knob, value) === undefined)
        throw new RangeError(`preset ${name}: ${knobName} is ${value}, allowed: ${allowedText(knob)}`);
    }
  }
  return presets;
}

export function defaultsOf<K extends Knobs>(knobs: K): Values<K> {
  return Object.fromEntries(Object.entries(knobs).map(([name, knob]) => [name, knob.default])) as Values<K>;
}

/** What a knob takes, in words: "0 to 4 in steps of 0.1" or "one of none, sudden, gradual". */
export function allowedText(knob: Knob): string {
  if (knob.kind === "choice") return `one of ${Object.keys(knob.options).join(", ")}`;
  if (knob.kind === "number") return gridText(knob, knob.unit);
  if (knob.kind === "code") {
    const { name, parameters } = knob.function;
    return `nothing, or JavaScript of at most ${mostCode.characters} characters with a function ${name}(${parameters.join(", ")})`;
  }
  const [first] = Object.keys(knob.acts);
  const { time, atMost, together } = knob;
  const apart = together ? "" : `, one in a ${time.unit}`;
  return `nothing, or up to ${atMost} of ${Object.keys(knob.acts).join(", ")}${apart}, each as ${time.unit}:act with a ${time.unit} from ${gridText(time)}, e.g. ${time.min}:${first}`;
}

function gridText({ min, max, step }: Grid, unit?: string): string {
  return `${min} to ${max}${unit ? ` ${unit}` : ""} in ${step === 1 ? "whole numbers" : `steps of ${step}`}`;
}

/** "month" of "months"; "ms" and "% of phones" stay. */
const singular = (unit: string): string =>
  unit === "people" ? "person" : unit.startsWith("%") ? unit : unit.replace(/(?<=[a-z]{3})s$/, "");

/** A value as a person reads it. */
export function valueText(knob: Knob, value: Value): string {
  if (knob.kind === "choice") return knob.options[String(value)] ?? String(value);
  if (knob.kind === "number") return `${value}${knob.unit ? ` ${value === 1 ? singular(knob.unit) : knob.unit}` : ""}`;
  if (knob.kind === "code") return value === "" ? "none" : `${linesText(String(value))} of code`;
  const done = actsOf(String(value)).map(({ time, act }) => `${knob.acts[act]} at ${knob.time.unit} ${time}`);
  return done.map((text, i) => (i === 0 ? text : text[0]!.toLowerCase() + text.slice(1))).join(", ") || "none";
}

function linesText(source: string): string {
  const lines = source.trim().split("\n").length;
  return `${lines} ${lines === 1 ? "line" : "lines"}`;
}

/** The value on the grid. Rounds decimals away that binary fractions leave behind. */
export function snap({ min, max, step }: Grid, value: number): number {
  const steps = Math.round((value - min) / step);
  const decimals = Math.max(decimalsOf(step), decimalsOf(min));
  return Math.min(max, Math.max(min, Number((min + steps * step).toFixed(decimals))));
}

function decimalsOf(value: number): number {
  const text = String(value);
  const exponent = /e-(\d+)$/.exec(text);
  if (exponent) return Number(exponent[1]);
  return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
}

const numberText = z
  .string()
  .max(24)
  .regex(/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i)
  .transform(Number);

const numberOn = (grid: Grid) =>
  z
    .union([z.number(), numberText])
    .refine((value) => Number.isFinite(value) && value >= grid.min && value <= grid.max)
    .transform((value) => snap(grid, value));

/** Acts in any order, given in canonical order; undefined when one of them, or one too many, is not allowed. */
function orderedActs({ acts, time, atMost, together }: ActsKnob, text: string): string | undefined {
  const found: Act[] = [];
  for (const part of text === "" ? [] : text.split(",", atMost + 1)) {
    const cut = part.indexOf(":");
    const at = numberOn(time).safeParse(part.slice(0, Math.max(0, cut)));
    const act = part.slice(cut + 1);
    if (!at.success || !Object.hasOwn(acts, act)) return undefined;
    if (found.some((other) => other.time === at.data && (!together || other.act === act))) return undefined;
    found.push({ time: at.data, act });
  }
  if (found.length > atMost) return undefined;
  return actsText(found.sort((a, b) => a.time - b.time));
}

/** An act is shorter than this as text. */
const ACT_LENGTH = 64;

const actsOn = (knob: ActsKnob) =>
  z
    .string()
    .max(ACT_LENGTH * knob.atMost)
    .transform((text) => orderedActs(knob, text))
    .refine((text) => text !== undefined);

/** Text that may be read as code one day; lines end in one way. Spaces alone are no code. */
const code = z
  .string()
  .transform((text) => (text.trim() === "" ? "" : text.replace(/\r\n?/g, "\n")))
  .refine((text) => codeTooLong(text) === undefined);

/** zod schema of one knob: takes a value or its text, gives the value on the knob's steps. */
function schemaOf(knob: Knob) {
  if (knob.kind === "choice") return z.enum(Object.keys(knob.options) as [string, ...string[]]);
  if (knob.kind === "code") return code;
  return knob.kind === "acts" ? actsOn(knob) : numberOn(knob);
}

/** One value, or undefined when it is not allowed. */
export function parseKnob(knob: Knob, value: unknown): Value | undefined {
  const result = schemaOf(knob).safeParse(value);
  return result.success ? (result.data as Value) : undefined;
}

/** Values that the page itself sets, on their steps. @throws RangeError naming the knob and the value that it does not allow */
export function checkedValues(knobs: Knobs, given: AnyValues): AnyValues {
  const values: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) {
    const knob = knobs[name];
    const parsed = knob && parseKnob(knob, value);
    if (parsed === undefined) throw new RangeError(`${name} cannot be ${value}`);
    values[name] = parsed;
  }
  return values;
}

/** The same for what comes from elsewhere (a link, a command line): a number between two steps is not allowed. */
export function readKnob(knob: Knob, value: unknown): Value | undefined {
  const read = parseKnob(knob, value);
  if (knob.kind === "choice" || knob.kind === "code" || read === undefined) return read;
  if (knob.kind === "number") return isOn(knob, Number(value)) ? read : undefined;
  return actsOf(String(value)).every(({ time }) => isOn(knob.time, time)) ? read : undefined;
}

/** Whether a number is one of the steps, but for rounding. */
export function isOn(grid: Grid, value: number): boolean {
  const nearest = snap(grid, value);
  return Math.abs(value - nearest) <= 1e-9 * Math.max(1, Math.abs(nearest));
}

/** Whether the knob has an effect, given the others. */
export function isActive(knob: Knob, values: AnyValues): boolean {
  return Object.entries(knob.onlyWhen ?? {}).every(([name, allowed]) => allowed.includes(values[name] as Value));
}

/** What is given under names of an earlier release, under the name of now, which goes before if it is given too. */
export function renamed<V>(knobs: Knobs, given: Readonly<Record<string, V>>): Readonly<Record<string, V | string>> {
  const now: Record<string, V | string> = Object.assign(Object.create(null), given);
  for (const [name, { formerly }] of Object.entries(knobs)) {
    const found = formerly?.names.filter((former) => Object.hasOwn(given, former)) ?? [];
    if (!formerly || found.length === 0) continue;
    const said = Object.fromEntries(found.map((former) => [former, String(given[former])]));
    if (!Object.hasOwn(given, name)) now[name] = formerly.read(said);
    for (const former of found) delete now[former];
  }
  return now;
}

/**
 * Values from untrusted input (a link, a command line, saved state). What is missing takes `fallback`; what is unknown or
 * not allowed is left out and named in `issues`.
 */
export function parseValues<K extends Knobs>(
  knobs: K,
  given: Readonly<Record<string, unknown>>,
  fallback: Values<K> = defaultsOf(knobs),
): { values: Values<K>; issues: KnobIssue[] } {
  const values: Record<string, Value> = { ...(fallback as AnyValues) };
  const issues: KnobIssue[] = [];
  for (const [name, raw] of Object.entries(renamed(knobs, given))) {
    const knob = Object.hasOwn(knobs, name) ? knobs[name] : undefined;
    const shown = String(raw).slice(0, 40);
    if (!knob) {
      issues.push({
        knob: name.slice(0, 40),
        label: name.slice(0, 40),
        given: shown,
        allowed: "not a knob",
        used: "nothing",
      });
      continue;
    }
    const value = readKnob(knob, raw);
    if (value !== undefined) values[name] = value;
    else
      issues.push({
        knob: name,
        label: knob.label,
        given: shown,
        allowed: allowedText(knob),
        used: valueText(knob, values[name]!),
      });
  }
  return { values: values as Values<K>, issues };
}

/** The knobs whose value is a reader's code. */
export const codeKnobs = (knobs: Knobs): string[] => Object.keys(knobs).filter((name) => knobs[name]?.kind === "code");

/** The names of the knobs in which two settings differ. */
export function differences(knobs: Knobs, a: AnyValues, b: AnyValues): string[] {
  return Object.keys(knobs).filter((name) => a[name] !== b[name]);
}
