/** Runs of lesson 8's two simulations for tests: each of its settings is computed once in a test process, its models too. */
import { run as runAutomation } from "@/simulations/automation/engine";
import { type AutomationValues, knobs as automationKnobs } from "@/simulations/automation/knobs";
import { type AutomationSummary, summarize as summarizeAutomation } from "@/simulations/automation/summary";
import { run as runRelease } from "@/simulations/deployment-patterns/engine";
import type { ReleaseFrame } from "@/simulations/deployment-patterns/frames";
import { lastMinute } from "@/simulations/deployment-patterns/frames";
import { knobs, type ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { endsOf, type ReleaseSummary, type ReplicaEnd, summarize } from "@/simulations/deployment-patterns/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";

function once<V, R>(compute: (values: V) => R): (values: V) => R {
  const known = new Map<string, R>();
  return (values) => {
    const name = JSON.stringify(values);
    if (!known.has(name)) known.set(name, compute(values));
    return known.get(name)!;
  };
}

export const releaseValues = (given: Partial<ReleaseValues>) => ({ ...defaultsOf(knobs), ...given }) as ReleaseValues;

/** The last frames only: what claims are about, and all that is kept. */
export const lastFrames = once((given: Partial<ReleaseValues>): ReleaseFrame[] => {
  const values = releaseValues(given);
  const last = lastMinute(values);
  return chunksOf(values.replicas).flatMap((range) =>
    [...runRelease(values, range)].filter(({ moment }) => moment === last),
  );
});

export const release = (given: Partial<ReleaseValues>): ReleaseSummary => summarize(ends(given));

/** Replica by replica, so that two settings can be compared in pairs: they see the same models and phones. */
export const ends = (given: Partial<ReleaseValues>): ReplicaEnd[] => endsOf(lastFrames(given));

export const automationValues = (given: Partial<AutomationValues>) =>
  ({ ...defaultsOf(automationKnobs), ...given }) as AutomationValues;

export const automationFrames = once((given: Partial<AutomationValues>) => {
  const values = automationValues(given);
  return chunksOf(values.replicas).flatMap((range) => [...runAutomation(values, range)]);
});

export const automate = (given: Partial<AutomationValues>): AutomationSummary =>
  summarizeAutomation(automationFrames(given), automationValues(given));

export const mean = (numbers: readonly number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

/** Share of pairs in which the first is larger; pairs that are equal count half. */
export function shareLarger(a: readonly number[], b: readonly number[]): number {
  return mean(a.map((value, i) => (value === b[i]! ? 0.5 : Number(value > b[i]!))));
}
