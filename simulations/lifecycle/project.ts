/**
 * The learner's project: what they signed off in each stage, what each output was made from, and every arrow back.
 *
 * An output is made from the settings of its own stage and of all stages before it: their hash is its fingerprint. When one of
 * these settings changes, the output that was signed off no longer fits. Setting it back makes it fit again, and an arrow back
 * is counted only when the earlier stage is signed off once more.
 */
import { type AnyValues, readKnob } from "../runtime/knobs";
import { knobs, type LifecycleValues } from "./knobs";

export const stages = ["scoping", "data", "modelling", "deployment"] as const;
export type Stage = (typeof stages)[number];

/** Who decides about a knob. Another seed is other data. */
const knobsOf = {
  scoping: ["targetAccuracy", "targetLatency", "targetThroughput"],
  data: ["clips", "consistent", "seed"],
  modelling: ["hidden"],
  deployment: ["newCondition", "response"],
} as const satisfies Readonly<Record<Stage, readonly (keyof LifecycleValues)[]>>;

/** What was signed off in a stage. */
export interface Output {
  /** The settings that it was made from: of its stage and of those before. */
  readonly made: AnyValues;
  /** What was counted then, in the order in which its card tells it. */
  readonly figures: readonly number[];
}

export interface Arrow {
  readonly from: Stage;
  readonly to: Stage;
}

export interface Project {
  readonly outputs: Readonly<Partial<Record<Stage, Output>>>;
  /** The stage signed off last. */
  readonly last?: Stage;
  /** How often each arrow back was walked: "data>scoping" → 2. */
  readonly arrows: Readonly<Record<string, number>>;
}

export const nothingSigned: Project = { outputs: {}, arrows: {} };

const placeOf = (stage: Stage): number => stages.indexOf(stage);
const upTo = (stage: Stage): readonly Stage[] => stages.slice(0, placeOf(stage) + 1);
const nameOf = ({ from, to }: Arrow): string => `${from}>${to}`;

/** Every arrow back that there can be, the short ones first. */
export const arrowsBack: readonly Arrow[] = [1, 2, 3].flatMap((length) =>
  stages.slice(length).map((from, i) => ({ from, to: stages[i]! })),
);

const madeFrom = (stage: Stage, values: AnyValues): AnyValues =>
  Object.fromEntries(upTo(stage).flatMap((each) => knobsOf[each].map((name) => [name, values[name]!])));

const differs = (a: AnyValues, b: AnyValues, stage: Stage): boolean =>
  knobsOf[stage].some((name) => a[name] !== b[name]);

/** Six hexadecimal digits that change with any setting the output is made from (FNV-1a). */
export function fingerprint(stage: Stage, values: AnyValues): string {
  let hash = 0x811c9dc5;
  for (const letter of JSON.stringify(Object.values(madeFrom(stage, values))))
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 8).toString(16).padStart(6, "0");
}

/** The earliest stage whose settings are no longer those that a signed output was made from. */
const changedSince = (stage: Stage, { made }: Output, values: AnyValues): Stage | undefined =>
  upTo(stage).find((each) => differs(made, values, each));

export type StageState =
  /** Nothing is signed off, and an earlier stage is at work. */
  | { readonly is: "waiting" }
  | { readonly is: "at-work"; readonly before?: Output }
  | { readonly is: "signed"; readonly output: Output }
  /** Signed off, but made from what an earlier stage has changed since. */
  | { readonly is: "older"; readonly output: Output; readonly changed: Stage };

export interface Standing {
  readonly states: Readonly<Record<Stage, StageState>>;
  /** undefined: everything is signed off, the system runs. */
  readonly atWork: Stage | undefined;
  /** The way back that is open: begun by a change, walked once the earlier stage is signed off again. */
  readonly open: Arrow | undefined;
}

export function standingOf({ outputs, last }: Project, values: AnyValues): Standing {
  const fits = (stage: Stage) => outputs[stage] && changedSince(stage, outputs[stage], values) === undefined;
  const atWork = stages.find((stage) => !fits(stage));
  const stateOf = (stage: Stage): StageState => {
    const output = outputs[stage];
    if (stage === atWork) return { is: "at-work", ...(output && { before: output }) };
    if (!output) return { is: "waiting" };
    const changed = changedSince(stage, output, values);
    return changed ? { is: "older", output, changed } : { is: "signed", output };
  };
  return {
    states: Object.fromEntries(stages.map((stage) => [stage, stateOf(stage)])) as Standing["states"],
    atWork,
    open: last && atWork && placeOf(last) > placeOf(atWork) ? { from: last, to: atWork } : undefined,
  };
}

/** Where the response to a new condition goes back to. */
const responseArrow = ({ newCondition, response }: AnyValues): Arrow | undefined => {
  if (newCondition === "none" || response === "nothing") return undefined;
  return { from: "deployment", to: response === "data" ? "data" : "modelling" };
};

/** The stage at work is signed off as the settings are now. A release counts the way back that its response takes. */
export function signedOff(project: Project, values: AnyValues, figures: readonly number[]): Project {
  const { atWork, open } = standingOf(project, values);
  if (!atWork) return project;
  const walked = [open, atWork === "deployment" ? responseArrow(values) : undefined];
  const arrows = { ...project.arrows };
  for (const arrow of walked) if (arrow) arrows[nameOf(arrow)] = (arrows[nameOf(arrow)] ?? 0) + 1;
  return {
    outputs: { ...project.outputs, [atWork]: { made: madeFrom(atWork, values), figures } },
    last: atWork,
    arrows,
  };
}

export const timesWalked = ({ arrows }: Project, arrow: Arrow): number => arrows[nameOf(arrow)] ?? 0;
export const arrowsWalked = (project: Project): number =>
  arrowsBack.reduce((sum, arrow) => sum + timesWalked(project, arrow), 0);

/** As the device keeps it. */
export const projectText = (project: Project): string => JSON.stringify(project);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const mostFigures = 12;
const mostArrows = 999;

function readOutput(stage: Stage, given: unknown): Output | undefined {
  if (!isRecord(given) || !isRecord(given.made) || !Array.isArray(given.figures)) return undefined;
  const made: Record<string, number | string> = {};
  for (const name of upTo(stage).flatMap((each) => [...knobsOf[each]])) {
    const value = readKnob(knobs[name], given.made[name]);
    if (value === undefined) return undefined;
    made[name] = value;
  }
  const figures = given.figures
    .slice(0, mostFigures)
    .map((figure) => (typeof figure === "number" ? figure : Number.NaN));
  return { made, figures };
}

/** What was kept, as far as it can be used. */
export function readProject(text: string | undefined): Project {
  let given: unknown;
  try {
    given = JSON.parse(text ?? "null");
  } catch {
    return nothingSigned;
  }
  if (!isRecord(given)) return nothingSigned;
  const kept = isRecord(given.outputs) ? given.outputs : {};
  const outputs: Partial<Record<Stage, Output>> = {};
  for (const stage of stages) {
    const output = readOutput(stage, kept[stage]);
    if (output) outputs[stage] = output;
  }
  const counts = isRecord(given.arrows) ? given.arrows : {};
  const arrows: Record<string, number> = {};
  for (const arrow of arrowsBack) {
    const count = counts[nameOf(arrow)];
    if (typeof count === "number" && Number.isInteger(count) && count > 0 && count <= mostArrows)
      arrows[nameOf(arrow)] = count;
  }
  const last = stages.find((stage) => stage === given.last);
  return { outputs, ...(last && { last }), arrows };
}
