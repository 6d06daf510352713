/**
 * Knobs are declared once, as data. From a declaration come the TypeScript type of the values, the control, validation,
 * the link, the command-line flags, the reference tables and the generators of the fuzz tests. Nothing else lists a knob.
 */
import { z } from "zod";

// zod would try `new Function` for speed, which the Content-Security-Policy forbids and reports.
z.config({ jitless: true });

interface KnobBase {
  readonly label: string;
  /** One or two sentences for the (?) beside the knob: what it is, what moving it does. */
  readonly help: string;
  /** Primary knobs are in sight, the rest stand under "More". At most three a simulation. */
  readonly primary?: true;
  /** The knob has an effect only when these other knobs have one of these values; elsewhere it is shown as unavailable. */
  readonly onlyWhen?: Readonly<Record<string, readonly (string | number)[]>>;
  /** Not shown as a control (set by a decision or a map, or by its own control such as the seed). */
  readonly hidden?: true;
}

export interface NumberKnob extends KnobBase {
  readonly kind: "number";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Unit as read after the number, e.g. "months". */
  readonly unit?: string;
  /** "log": the slider moves in equal ratios. The value is still rounded to `step`. */
  readonly scale?: "linear" | "log";
}

export interface ChoiceKnob extends KnobBase {
  readonly kind: "choice";
  readonly default: string;
  /** value → label, in the order shown. */
  readonly options: Readonly<Record<string, string>>;
}

export type Knob = NumberKnob | ChoiceKnob;
export type Knobs = Readonly<Record<string, Knob>>;
export type Value = number | string;

export type Values<K extends Knobs = Knobs> = {
  readonly [Name in keyof K]: K[Name] extends ChoiceKnob ? keyof K[Name]["options"] & string : number;
};

/** Any simulation's values, where the simulation is not known. */
export type AnyValues = Readonly<Record<string, Value>>;

export interface Preset {
  readonly label: string;
  /** What this preset is for, one sentence. */
  readonly help: string;
  readonly values: AnyValues;
}
export type Presets = Readonly<Record<string, Preset>>;

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

/** Keeps literal types, so that `Values<typeof knobs>` knows every option. @throws RangeError on a declaration that contradicts itself. */
export function defineKnobs<const K extends Knobs>(knobs: K): K {
  for (const [name, knob] of Object.entries(knobs)) {
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
  const unit = knob.unit ? ` ${knob.unit}` : "";
  const steps = knob.step === 1 ? " in whole numbers" : ` in steps of ${knob.step}`;
  return `${knob.min} to ${knob.max}${unit}${steps}`;
}

/** A value as a person reads it. */
export function valueText(knob: Knob, value: Value): string {
  if (knob.kind === "choice") return knob.options[String(value)] ?? String(value);
  return `${value}${knob.unit ? ` ${knob.unit}` : ""}`;
}

/** The value on the knob's grid of steps. Rounds decimals away that binary fractions leave behind. */
export function snap(knob: NumberKnob, value: number): number {
  const steps = Math.round((value - knob.min) / knob.step);
  const decimals = Math.max(decimalsOf(knob.step), decimalsOf(knob.min));
  return Math.min(knob.max, Math.max(knob.min, Number((knob.min + steps * knob.step).toFixed(decimals))));
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

/** zod schema of one knob: takes a value or its text, gives the value on the knob's steps. */
export function schemaOf(knob: Knob) {
  if (knob.kind === "choice") return z.enum(Object.keys(knob.options) as [string, ...string[]]);
  return z
    .union([z.number(), numberText])
    .refine((value) => Number.isFinite(value) && value >= knob.min && value <= knob.max)
    .transform((value) => snap(knob, value));
}

/** One value, or undefined when it is not allowed. */
export function parseKnob(knob: Knob, value: unknown): Value | undefined {
  const result = schemaOf(knob).safeParse(value);
  return result.success ? (result.data as Value) : undefined;
}

/** The same for what comes from elsewhere (a link, a command line): a number between two steps is not allowed. */
export function readKnob(knob: Knob, value: unknown): Value | undefined {
  const read = parseKnob(knob, value);
  if (knob.kind === "choice" || read === undefined) return read;
  return Math.abs(Number(value) - Number(read)) <= 1e-9 * Math.max(1, Math.abs(Number(read))) ? read : undefined;
}

/** Whether the knob has an effect, given the others. */
export function isActive(knob: Knob, values: AnyValues): boolean {
  return Object.entries(knob.onlyWhen ?? {}).every(([name, allowed]) => allowed.includes(values[name] as Value));
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
  for (const [name, raw] of Object.entries(given)) {
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

/** The names of the knobs in which two settings differ. */
export function differences(knobs: Knobs, a: AnyValues, b: AnyValues): string[] {
  return Object.keys(knobs).filter((name) => a[name] !== b[name]);
}
