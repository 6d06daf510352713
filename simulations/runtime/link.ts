/**
 * An experiment's whole state as the readable part of a link after #:
 *
 *   #race&world=houses&strength=2&seed=7&at=14&pin=strength:3,window:6&guess=window
 *
 * The hash is used, not the query: tfjs decodes every query parameter while it loads and dies of a malformed one. Links are
 * untrusted: everything is checked against the knobs, limited in size and never evaluated.
 */
import { type AnyValues, differences, type KnobIssue, type Knobs, parseValues, type Values } from "./knobs";
import { decodePart as decode, MAX_LINK_LENGTH } from "./linked-experiment";

export interface LinkState {
  /** Which experiment of the lesson. */
  readonly experiment: string;
  readonly values: AnyValues;
  readonly moment?: number;
  readonly pins: readonly AnyValues[];
  readonly guess?: string;
}

export interface ReadLink extends LinkState {
  readonly issues: readonly KnobIssue[];
}

const MAX_PINS = 3;

const plain = (value: string | number): string => encodeURIComponent(String(value));

export function writeLink(knobs: Knobs, state: LinkState): string {
  const parts = [plain(state.experiment)];
  for (const name of Object.keys(knobs)) parts.push(`${name}=${plain(state.values[name]!)}`);
  if (state.moment !== undefined) parts.push(`at=${state.moment}`);
  for (const pin of state.pins) {
    const changed = differences(knobs, pin, state.values).map((name) => `${name}:${plain(pin[name]!)}`);
    parts.push(`pin=${changed.join(",")}`);
  }
  if (state.guess !== undefined) parts.push(`guess=${plain(state.guess)}`);
  return `#${parts.join("&")}`;
}

/** Reads a hash. Whatever is not allowed takes `fallback` and is named in `issues`; never throws. */
export function readLink(knobs: Knobs, hash: string, fallback: AnyValues): ReadLink {
  const issues: KnobIssue[] = [];
  const note = (knob: string, given: string, allowed: string) =>
    issues.push({ knob, label: knob, given: given.slice(0, 40), allowed, used: "nothing" });
  if (hash.length > MAX_LINK_LENGTH) note("link", `${hash.length} characters`, `at most ${MAX_LINK_LENGTH} characters`);
  const [experiment = "", ...parts] = hash.slice(0, MAX_LINK_LENGTH).replace(/^#/, "").split("&");
  const given: Record<string, string> = Object.create(null);
  const pinTexts: string[] = [];
  let moment: number | undefined;
  let guess: string | undefined;
  for (const part of parts) {
    if (part === "") continue;
    const cut = part.indexOf("=");
    const name = decode(cut < 0 ? part : part.slice(0, cut));
    const text = cut < 0 ? "" : part.slice(cut + 1);
    if (name === "at") {
      const value = Number(decode(text));
      if (text !== "" && Number.isFinite(value) && Math.abs(value) < 1e6) moment = value;
      else note("at", decode(text), "a moment, as a number");
    } else if (name === "pin") pinTexts.push(text);
    else if (name === "guess") {
      const value = decode(text);
      if (/^[\w-]{1,40}$/.test(value)) guess = value;
      else note("guess", value, "one of the question's options");
    } else given[name] = decode(text);
  }
  const { values, issues: knobIssues } = parseValues(knobs, given, fallback as Values<Knobs>);
  issues.unshift(...knobIssues);
  if (pinTexts.length > MAX_PINS) note("pin", `${pinTexts.length} pins`, `at most ${MAX_PINS} pins`);
  const pins: AnyValues[] = [];
  for (const text of pinTexts.slice(0, MAX_PINS)) {
    const changed: Record<string, string> = Object.create(null);
    for (const pair of text.split(",")) {
      const cut = pair.indexOf(":");
      if (cut > 0) changed[decode(pair.slice(0, cut))] = decode(pair.slice(cut + 1));
      else if (pair !== "") note("pin", decode(pair), "knob:value");
    }
    const read = parseValues(knobs, changed, values);
    issues.push(...read.issues);
    // Nothing usable was left of it: that is no pin.
    if (text !== "" && differences(knobs, read.values, values).length === 0) continue;
    pins.push(read.values);
  }
  return { experiment: decode(experiment), values, moment, pins, guess, issues };
}
