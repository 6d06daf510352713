/**
 * A release in progress: a pure state machine that walks a plan in time and can be promoted or rolled back at any moment.
 *
 *   Progressing, Paused → Healthy (new version answers everything) or Degraded (old version answers everything)
 *   RollingBack: the old version is being brought back (only where the plan did not keep it running)
 *
 * `advanceRollout` moves the time; `promote` and `rollBack` act at the state's own time. Every function returns a new
 * state. An analysis that fails rolls back; an inconclusive one holds the release until somebody decides.
 * Source: Argo Rollouts (2026): promote skips the current step, promote --full all of them, abort returns to the old
 * version, retry starts again after an abort.
 *
 * @example
 *   const plan = { pattern: "canary", steps: [{ setWeight: 10 }, { pause: { duration: 60 } }], restoreSeconds: 0 };
 *   advanceRollout(plan, startRollout(plan), 60, () => null).phase // "Healthy"
 */
import { checkFinite } from "../check";
import type { MetricPhase } from "./analysis";
import {
  type AnalysisRun,
  type Measure,
  type Measurement,
  measureDue,
  nextMeasurementAt,
  startAnalysis,
} from "./analysis-run";
import { checkPlan, type RolloutPlan } from "./rollout-plan";

export type RolloutPhase = "Progressing" | "Paused" | "Healthy" | "RollingBack" | "Degraded";

export type RolloutEvent = { readonly at: number; readonly step: number } & (
  | { readonly kind: "setWeight"; readonly weight: number }
  | { readonly kind: "setMirrorRoute"; readonly percentage: number }
  | { readonly kind: "pause"; readonly duration: number | null }
  | { readonly kind: "analysis" | "skipped" | "retried" | "promoted" | "rolledBack" }
  | ({ readonly kind: "measurement"; readonly background: boolean } & Measurement)
  | { readonly kind: "analysisEnded"; readonly phase: MetricPhase; readonly background: boolean }
  | { readonly kind: "rollBack"; readonly reason: string }
);
type EventDetail<E = RolloutEvent> = E extends RolloutEvent ? Omit<E, "at" | "step"> : never;

export interface RolloutState {
  /** Seconds. */
  readonly at: number;
  readonly phase: RolloutPhase;
  /** Position in the plan's steps; their number once all are done. */
  readonly step: number;
  readonly stepSince: number;
  /** Percent of the traffic answered by the new version, and copied to it. */
  readonly weight: number;
  readonly mirror: number;
  /** An inconclusive analysis waits for a decision. */
  readonly held: boolean;
  readonly analysis: AnalysisRun | null;
  readonly background: AnalysisRun | null;
  /** When the old version will be back, while it is being brought back. */
  readonly restoredAt: number | null;
  readonly events: readonly RolloutEvent[];
}

/** The state at time `at` (seconds), with the steps that take no time already done. @throws RangeError for a bad plan. */
export function startRollout(plan: RolloutPlan, at = 0): RolloutState {
  checkPlan(plan);
  checkFinite("at", at);
  return enterStep(plan, { ...IDLE, at, stepSince: at, events: [] }, 0);
}

/** Moves the release to `until` (seconds). @throws RangeError when that is not finite or lies before the state's own time. */
export function advanceRollout(plan: RolloutPlan, state: RolloutState, until: number, measure: Measure): RolloutState {
  if (!(until >= state.at && until < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`until must be finite and not before the rollout's time ${state.at}, got ${until}`);
  }
  let current = state;
  for (let due = nextEventAt(plan, current); due <= until; due = nextEventAt(plan, current)) {
    current = passEvent(plan, { ...current, at: due }, measure);
  }
  return { ...current, at: until };
}

/** Skips the current step, or with `full` all of them; after a roll back it starts again. No effect once Healthy. */
export function promote(
  plan: RolloutPlan,
  state: RolloutState,
  options: { readonly full?: boolean } = {},
): RolloutState {
  if (state.phase === "Healthy") return state;
  if (options.full) return finish(plan, state);
  if (state.phase === "Degraded" || state.phase === "RollingBack") {
    return enterStep(plan, note({ ...state, ...IDLE, weight: state.weight }, { kind: "retried" }), 0);
  }
  return enterStep(plan, note({ ...state, held: false, background: null }, { kind: "skipped" }), state.step + 1);
}

/** Returns the traffic to the old version, also after a completed release. No effect while or once rolled back. */
export function rollBack(plan: RolloutPlan, state: RolloutState, reason = "by hand"): RolloutState {
  if (state.phase === "Degraded" || state.phase === "RollingBack") return state;
  const stopped = note({ ...state, ...IDLE, step: state.step, weight: state.weight }, { kind: "rollBack", reason });
  if (plan.restoreSeconds > 0 && state.weight === 100) {
    return { ...stopped, phase: "RollingBack", restoredAt: state.at + plan.restoreSeconds };
  }
  return restore(stopped);
}

const IDLE = {
  phase: "Progressing",
  step: 0,
  weight: 0,
  mirror: 0,
  held: false,
  analysis: null,
  background: null,
  restoredAt: null,
} as const satisfies Partial<RolloutState>;

function note(state: RolloutState, detail: EventDetail): RolloutState {
  return { ...state, events: [...state.events, { at: state.at, step: state.step, ...detail } as RolloutEvent] };
}

function restore(state: RolloutState): RolloutState {
  return note({ ...state, phase: "Degraded", weight: 0, restoredAt: null }, { kind: "rolledBack" });
}

function finish(plan: RolloutPlan, state: RolloutState): RolloutState {
  return note({ ...state, ...IDLE, phase: "Healthy", step: plan.steps.length, weight: 100 }, { kind: "promoted" });
}

/** Enters a step and does those that take no time, up to the first that does. */
function enterStep(plan: RolloutPlan, from: RolloutState, first: number): RolloutState {
  let state = from;
  for (let index = first; index < plan.steps.length; index++) {
    state = { ...state, phase: "Progressing", step: index, stepSince: state.at, analysis: null };
    const background = plan.backgroundAnalysis;
    if (background && !state.background && index >= (background.startingStep ?? 0)) {
      state = { ...state, background: startAnalysis(background, state.at) };
    }
    const step = plan.steps[index]!;
    if ("setWeight" in step) {
      state = note({ ...state, weight: step.setWeight }, { kind: "setWeight", weight: step.setWeight });
    } else if ("setMirrorRoute" in step) {
      const { percentage } = step.setMirrorRoute;
      state = note({ ...state, mirror: percentage }, { kind: "setMirrorRoute", percentage });
    } else if ("pause" in step) {
      return note({ ...state, phase: "Paused" }, { kind: "pause", duration: step.pause.duration ?? null });
    } else {
      return note({ ...state, analysis: startAnalysis(step.analysis, state.at) }, { kind: "analysis" });
    }
  }
  return finish(plan, state);
}

function pauseEndsAt(plan: RolloutPlan, state: RolloutState): number {
  const step = plan.steps[state.step];
  if (state.held || !step || !("pause" in step)) return Number.POSITIVE_INFINITY;
  return state.stepSince + (step.pause.duration ?? Number.POSITIVE_INFINITY);
}

/** When something happens next by itself, in seconds; infinite when only a decision can move it. Until then advancing changes nothing but the time. */
export function nextEventAt(plan: RolloutPlan, state: RolloutState): number {
  if (state.phase === "RollingBack") return state.restoredAt ?? state.at;
  if (state.held || !isActive(state)) return Number.POSITIVE_INFINITY;
  return Math.min(
    pauseEndsAt(plan, state),
    state.analysis ? nextMeasurementAt(state.analysis) : Number.POSITIVE_INFINITY,
    state.background ? nextMeasurementAt(state.background) : Number.POSITIVE_INFINITY,
  );
}

function isActive(state: RolloutState): boolean {
  return state.phase === "Progressing" || state.phase === "Paused";
}

/** Does what is due at the state's own time. Measurements come before the end of a pause at the same moment. */
function passEvent(plan: RolloutPlan, state: RolloutState, measure: Measure): RolloutState {
  if (state.phase === "RollingBack") return restore(state);
  let next = takeMeasurements(plan, state, "background", measure);
  if (isActive(next) && !next.held) next = takeMeasurements(plan, next, "analysis", measure);
  return isActive(next) && pauseEndsAt(plan, next) <= next.at ? enterStep(plan, next, next.step + 1) : next;
}

function takeMeasurements(
  plan: RolloutPlan,
  state: RolloutState,
  which: "analysis" | "background",
  measure: Measure,
): RolloutState {
  const run = state[which];
  if (!run || nextMeasurementAt(run) > state.at) return state;
  const background = which === "background";
  const { analysis, measurements } = measureDue(run, state.at, state, measure);
  let next: RolloutState = { ...state, [which]: analysis };
  for (const measurement of measurements) next = note(next, { kind: "measurement", background, ...measurement });
  if (analysis.phase === "Running") return next;
  next = note(next, { kind: "analysisEnded", phase: analysis.phase, background });
  if (analysis.phase === "Inconclusive") return { ...next, phase: "Paused", held: true };
  if (analysis.phase !== "Successful") return rollBack(plan, next, `analysis ${analysis.phase.toLowerCase()}`);
  return background ? next : enterStep(plan, next, next.step + 1);
}
