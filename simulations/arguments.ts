/** What the words after the name of a simulation ask of it: settings by preset and knob, and the form of the answer. */
import { parseArgs } from "node:util";
import { type AnyValues, defaultsOf, type Knobs, type Presets, parseValues } from "./runtime/knobs";

const FORMATS = ["json", "csv", "table"] as const;
export type Format = (typeof FORMATS)[number];

/** Asked for something that there is not. */
export class UsageError extends Error {}

/**
 * @example readArguments("drift", ["--preset", "inflation", "--seed=7"], knobs, presets)
 * @throws UsageError naming the argument, what was given and what is allowed
 */
export function readArguments(
  simulation: string,
  words: readonly string[],
  knobs: Knobs,
  presets: Presets,
): { values: AnyValues; format: Format } {
  const former = Object.values(knobs).flatMap(({ formerly }) => formerly?.names ?? []);
  const options = Object.fromEntries(
    [...Object.keys(knobs), ...former, "format", "preset"].map((name) => [name, { type: "string" as const }]),
  );
  // Not strict, and token by token: messages name what is allowed, which the parser cannot know.
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== "option" || !token.rawName.startsWith("--"))
      throw new UsageError(`${words[token.index]}: every knob is given as --name value`);
    const { name, value } = token;
    if (!Object.hasOwn(options, name))
      throw new UsageError(`${name}: ${simulation} has no such knob, allowed: one of ${Object.keys(knobs).join(", ")}`);
    if (value === undefined) throw new UsageError(`${name}: a value is missing`);
    given.set(name, value);
  }

  const { format = "table", preset, ...knobValues } = Object.fromEntries(given);
  const notAllowed = (name: string, value: string, allowed: string) =>
    new UsageError(`${name}: ${value} is not allowed, allowed: ${allowed}`);
  if (!isFormat(format)) throw notAllowed("format", format, `one of ${FORMATS.join(", ")}`);
  if (preset !== undefined && !Object.hasOwn(presets, preset))
    throw notAllowed("preset", preset, `one of ${Object.keys(presets).join(", ")}`);
  const base = { ...defaultsOf(knobs), ...(preset === undefined ? {} : presets[preset]!.values) };
  const { values, issues } = parseValues(knobs, knobValues, base as never);
  for (const { knob, given, allowed } of issues) throw notAllowed(knob, given, allowed);
  return { values, format };
}

const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text);
