/**
 * An experiment's whole state as the readable part of a link after #:
 *
 *   #race&world=houses&strength=2&seed=7&at=14&pin=strength:3,window:6&guess=window&for=strength:1&on=cpu
 * A value with : or , in it has them as %3A and %2C, so that both lists can be cut.
 *
 * `for`: what was different when the guess was made. `on`: what the figures were computed with, where it is not WebAssembly
 * with SIMD. The hash is used, not the query: tfjs decodes every query parameter while it loads and dies of a malformed one.
 * Links are untrusted: everything is checked against the knobs, limited in size and never evaluated.
 */
import { type AnyValues, differences, type KnobIssue, type Knobs, parseValues, type Values } from "./knobs";
import { decodePart as decode, linkParts, MAX_LINK_LENGTH } from "./linked-experiment";
import { type Arithmetic, arithmetics } from "./protocol";

export interface LinkState {
  /** Which experiment of the lesson. */
  readonly experiment: string;
  readonly values: AnyValues;
  readonly moment?: number;
  readonly pins: readonly AnyValues[];
  readonly guess?: string;
  /** The settings the guess was made for, where they are others than `values`. */
  readonly guessFor?: AnyValues;
  /** Absent: "simd", as nearly everywhere. */
  readonly arithmetic?: Arithmetic;
}

export interface ReadLink extends LinkState {
  readonly issues: readonly KnobIssue[];
}

export const MAX_PINS = 3;

const plain = (value: string | number): string => encodeURIComponent(String(value));

/** Settings as what differs from others: "strength:3,window:6". */
const changesText = (knobs: Knobs, values: AnyValues, from: AnyValues): string =>
  differences(knobs, values, from)
    .map((name) => `${name}:${plain(values[name]!)}`)
    .join(",");

export function writeLink(knobs: Knobs, state: LinkState): string {
  const { values, moment, guess, guessFor, arithmetic } = state;
  const parts = [plain(state.experiment)];
  for (const name of Object.keys(knobs)) parts.push(`${name}=${plain(values[name]!)}`);
  if (moment !== undefined) parts.push(`at=${moment}`);
  for (const pin of state.pins) parts.push(`pin=${changesText(knobs, pin, values)}`);
  if (guess !== undefined) parts.push(`guess=${plain(guess)}`);
  const guessedFor = guess !== undefined && guessFor ? changesText(knobs, guessFor, values) : "";
  if (guessedFor !== "") parts.push(`for=${guessedFor}`);
  if (arithmetic !== undefined && arithmetic !== "simd") parts.push(`on=${arithmetic}`);
  return `#${parts.join("&")}`;
}

/** Reads a hash. Whatever is not allowed takes `fallback` and is named in `issues`; never throws. */
export function readLink(knobs: Knobs, hash: string, fallback: AnyValues): ReadLink {
  const issues: KnobIssue[] = [];
  const note = (label: string, given: string, allowed: string) =>
    issues.push({ knob: label, label, given: given.slice(0, 40), allowed, used: "nothing" });
  if (hash.length > MAX_LINK_LENGTH)
    issues.push({
      ...{ knob: "link", label: "link", given: `${hash.length} characters` },
      ...{ allowed: `at most ${MAX_LINK_LENGTH} characters`, used: "nothing" },
      text: `This link has ${hash.length} characters. Only the settings in its first ${MAX_LINK_LENGTH} characters are used.`,
    });
  const { experiment, settings, mended } = linkParts(hash);
  const given: Record<string, string> = Object.create(null);
  const pinTexts: string[] = [];
  const names = new Set<string>();
  const twice = new Set<string>();
  let moment: number | undefined;
  let guess: string | undefined;
  let guessText: string | undefined;
  let arithmetic: Arithmetic | undefined;
  for (const part of settings) {
    const cut = part.indexOf("=");
    const name = decode(cut < 0 ? part : part.slice(0, cut));
    const text = cut < 0 ? "" : part.slice(cut + 1);
    if (names.has(name) && name !== "pin") twice.add(name);
    names.add(name);
    if (name === "at") {
      const value = Number(decode(text));
      if (text !== "" && Number.isFinite(value) && Math.abs(value) < 1e6) moment = value;
      else note("Moment shown", decode(text), "a number");
    } else if (name === "pin") pinTexts.push(text);
    else if (name === "guess") {
      const value = decode(text);
      if (/^[\w-]{1,40}$/.test(value)) guess = value;
      else note("guess", value, "one of the question's options");
    } else if (name === "for") guessText = text;
    else if (name === "on") {
      arithmetic = arithmetics.find((one) => one === decode(text));
      if (!arithmetic) note("Arithmetic", decode(text), `one of ${arithmetics.join(", ")}`);
    } else given[name] = decode(text);
  }
  const { values, issues: knobIssues } = parseValues(knobs, given, fallback as Values<Knobs>);
  issues.unshift(...knobIssues);
  for (const name of twice) {
    const label = Object.hasOwn(knobs, name) ? knobs[name]!.label : name.slice(0, 40);
    const text = `This link gives “${label}” more than once. The last one counts.`;
    issues.push({ knob: name.slice(0, 40), label, given: "twice", allowed: "one value", used: "the last one", text });
  }
  if (mended) issues.unshift({ ...mendedIssue, given: mended });

  const changesOf = (name: string, text: string): AnyValues => {
    const changed: Record<string, string> = Object.create(null);
    for (const pair of text.split(",")) {
      const cut = pair.indexOf(":");
      if (cut > 0) changed[decode(pair.slice(0, cut))] = decode(pair.slice(cut + 1));
      else if (pair !== "") note(name, decode(pair), "knob:value");
    }
    // Links of an earlier release say here what of a knob's former names is another, and above what is the same.
    const former = Object.values(knobs).flatMap(({ formerly }) => formerly?.names ?? []);
    if (former.some((old) => old in changed))
      for (const old of former) if (old in given && !(old in changed)) changed[old] = given[old]!;
    const read = parseValues(knobs, changed, values);
    issues.push(...read.issues);
    return read.values;
  };
  if (pinTexts.length > MAX_PINS) note("pin", `${pinTexts.length} pins`, `at most ${MAX_PINS} pins`);
  const pins = pinTexts.slice(0, MAX_PINS).flatMap((text) => {
    const pin = changesOf("pin", text);
    // Nothing usable was left of it: that is no pin.
    return text !== "" && differences(knobs, pin, values).length === 0 ? [] : [pin];
  });
  const guessFor = guess !== undefined && guessText !== undefined ? changesOf("for", guessText) : undefined;
  return {
    experiment,
    values,
    moment,
    pins,
    guess,
    ...(guessFor && differences(knobs, guessFor, values).length > 0 ? { guessFor } : {}),
    ...(arithmetic ? { arithmetic } : {}),
    issues,
  };
}

const mendedIssue: Omit<KnobIssue, "given"> = {
  knob: "link",
  label: "link",
  allowed: "",
  used: "",
  text: "This link was changed on its way here: its & signs had become %26. It was repaired and works as it was meant to.",
};
