/**
 * The retraining calendar. From the table of ages follow the cost of any policy on the same draws, and the schedule that would
 * have been cheapest.
 */
import { createMemory, type Memory } from "../core/memory";
import { bestSchedule } from "../core/statistics/best-schedule";
import { framesOnly } from "../core/steps";
import { actsOf } from "../runtime/acts";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type AgeTable, ageTable, costByAge } from "./engine-ages";
import type { PaceFrame } from "./frames";
import type { PaceValues } from "./knobs";
import { judged, longestInterval, months, policyNames } from "./plan";

/** Which model is in use in each month: the month before which it was made. */
type Policy = Int32Array;

function policyOf(retrains: Iterable<number>): Policy {
  const made = new Int32Array(months);
  for (const month of retrains) if (month > 0 && month < months) made.fill(month, month);
  return made;
}

const every = (interval: number): number[] =>
  Array.from({ length: Math.ceil(months / interval) - 1 }, (_, i) => (i + 1) * interval);

/**
 * Retrains when a month's error, known `labelDelay` months later, lies above the error that the model in use had when it was new. Only
 * months in which that model was in use count.
 */
function triggered({ error, whenNew }: AgeTable, { labelDelay, alarm }: PaceValues): number[] {
  // #region excerpt: trigger
  const limit = 1 + alarm * Math.sqrt(2 / judged);
  const retrains: number[] = [];
  let made = 0;
  for (let month = 1; month < months; month++) {
    const known = month - 1 - labelDelay;
    if (known < made || error[made * months + known]! <= limit * whenNew[made]!) continue;
    made = month;
    retrains.push(month);
  }
  // #endregion
  return retrains;
}

/** An engine's tables, kept: prices and policies move while the draws stay. */
type Tables = Memory<AgeTable>;

function tableOf(tables: Tables, values: PaceValues, replica: number): AgeTable {
  const name = [values.seed, values.drift, values.pace, values.labelDelay, replica].join();
  const table = tables.get(name) ?? ageTable(values, replica);
  tables.set(name, table);
  return table;
}

function* simulate(kept: Tables, values: PaceValues, replicas: ReplicaRange): Generator<PaceFrame | undefined> {
  const count = replicas.to - replicas.from;
  const policies: Policy[][] = [];
  const tables: AgeTable[] = [];
  const byInterval = new Float32Array(longestInterval * count);
  const byAge = new Float32Array(longestInterval * count);
  for (let r = 0; r < count; r++) {
    const table = tableOf(kept, values, replicas.from + r);
    const costOf = (made: number, used: number) => table.cost[made * months + used]!;
    const sum = (policy: Policy) => policy.reduce((all, made, used) => all + costOf(made, used), 0);
    tables.push(table);
    policies.push([
      policyOf([]),
      policyOf(every(values.interval)),
      policyOf(triggered(table, values)),
      policyOf(actsOf(values.retrains).map(({ time }) => time)),
      policyOf(bestSchedule(months, costOf, values.retrainCost).retrains),
    ]);
    for (let k = 1; k <= longestInterval; k++) byInterval[(k - 1) * count + r] = sum(policyOf(every(k)));
    costByAge(table).forEach((cost, age) => {
      byAge[age * count + r] = cost;
    });
    yield;
  }
  for (let month = 0; month < months; month++) {
    const staleness = new Float32Array(policyNames.length * count);
    const error = new Float32Array(policyNames.length * count);
    const retrained = new Uint8Array(policyNames.length * count);
    for (let r = 0; r < count; r++)
      policyNames.forEach((_, p) => {
        const made = policies[r]![p]![month]!;
        staleness[p * count + r] = tables[r]!.cost[made * months + month]!;
        error[p * count + r] = tables[r]!.error[made * months + month]!;
        retrained[p * count + r] = Number(month > 0 && made === month);
      });
    yield {
      moment: month,
      replicas,
      staleness,
      error,
      retrained,
      ...(month === 0 && { byInterval, byAge }),
      ...(month === 0 && replicas.from === 0 && { matrix: Float32Array.from(tables[0]!.cost) }),
    };
  }
}

export function createEngine(): Engine<PaceValues, PaceFrame> {
  const kept: Tables = createMemory(128);
  return { run: (values, replicas) => simulate(kept, values, replicas) };
}

/** The frames of a run, without its breaths. */
export const run = (values: PaceValues, replicas: ReplicaRange): Generator<PaceFrame> =>
  framesOnly(simulate(createMemory(128), values, replicas));
