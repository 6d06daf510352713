/**
 * The alarm bench: every replica is a service with a recogniser of its own, two weeks from which rules learn what is usual, and six
 * weeks with events at hidden times. All rules and thresholds see the same hours.
 */
import { createMemory, type Memory } from "../core/memory";
import { createRandom } from "../core/random";
import { noInterpreter } from "../runtime/own-code";
import type { Engine, EngineTools, ReplicaRange } from "../runtime/simulation";
import { delayOf, judge } from "./engine-judge";
import { levelAlarms } from "./engine-levels";
import { ownAlarms } from "./engine-own-alarm";
import { emptyPruning, pruneInto } from "./engine-prune";
import { describedClips, type Requested, requestedClips, servicesOf, type Watched } from "./engine-service";
import { type ShownReplica, shownReplica } from "./engine-shown";
import { firstMetric, furthestOf, thresholdAlarm } from "./engine-threshold";
import { deviationOf } from "./engine-usual";
import {
  type MonitoringFrame,
  nothing,
  type Raced,
  type RecordedAnswers,
  racedBy,
  type SeenEvent,
  scoreNames,
} from "./frames";
import type { MonitoringValues } from "./knobs";
import { hours, learningHours, metricSets, thresholds, watchedDays } from "./plan";

/** Services are remembered, so that a threshold, a window or a rule that moves costs no new hours. */
interface Remembered {
  readonly services: Memory<readonly Watched[]>;
  readonly requested: Memory<Requested>;
  /** Alarms of the reader's code, by replica. */
  readonly own: Memory<Uint8Array>;
}

/** Of a range of replicas; a breath in between. */
function* remembering({ services, requested }: Remembered, values: MonitoringValues, replicas: ReplicaRange) {
  const { seed, fault } = values;
  const key = [seed, fault, replicas.from, replicas.to].join();
  const clips = requested.get(String(seed)) ?? requestedClips(seed);
  requested.set(String(seed), clips);
  const known = services.get(key);
  if (known) return { clips, services: known };
  yield undefined;
  const made = yield* servicesOf(values, clips, replicas);
  services.set(key, made);
  return { clips, services: made };
}

function recordedAnswers(clips: Requested, services: readonly Watched[]): RecordedAnswers {
  const described = describedClips(clips);
  const answers = new Uint8Array(described.moves.length * services.length);
  services.forEach((watched, r) => {
    answers.set(watched.answers, r * described.moves.length);
  });
  return { ...described, answers };
}

/** @param own alarms of the reader's code, by replica of the range */
function* judging(
  { clips, services }: { readonly clips: Requested; readonly services: readonly Watched[] },
  values: MonitoringValues,
  replicas: ReplicaRange,
  own?: readonly Uint8Array[],
): Generator<MonitoringFrame | undefined> {
  const { seed, window, threshold, rule } = values;
  const fatigue = values.fatigue === "on";
  const names = metricSets[values.metrics];
  const count = replicas.to - replicas.from;
  const raced = racedBy(values);
  const scores = new Float32Array(raced.length * scoreNames.length * count);
  const frontier = new Float32Array(thresholds.length * scoreNames.length * count);
  const pruning = emptyPruning(count);
  const seen: SeenEvent[] = [];
  let shown: ShownReplica | undefined;
  for (const [r, watched] of services.entries()) {
    const replica = replicas.from + r;
    const { events } = watched;
    const deviation = deviationOf(watched.usual, window);
    const furthest = furthestOf(deviation, names);
    const judged = (alarm: Uint8Array) =>
      judge(alarm, events, { window, fatigue, random: createRandom(seed, "monitoring", "reading", replica) });
    const write = (into: Float32Array, row: number, alarm: Uint8Array) =>
      judged(alarm).forEach((score, s) => {
        into[(row * scoreNames.length + s) * count + r] = Number.isNaN(score) ? nothing : score;
      });
    const levels = levelAlarms(watched.levels, window);
    const alarmOf = (one: Raced | MonitoringValues["rule"]): Uint8Array => {
      if (one === "own") return alarmOf(rule);
      if (one === "threshold") return thresholdAlarm(furthest, threshold);
      if (one === "always" || one === "never") return everyHour(one === "always");
      if (one === "yours") return own![r]!;
      return one === "psi" || one === "ks" ? levels[one] : watched.alarms[one];
    };
    raced.forEach((one, row) => {
      write(scores, row, alarmOf(one));
    });
    thresholds.forEach((each, t) => {
      write(frontier, t, thresholdAlarm(furthest, each));
    });
    yield;
    pruneInto(pruning, [r, count], deviation, events, { threshold, window });
    const alarm = alarmOf(rule);
    for (const event of events) {
      const delay = delayOf(alarm, event);
      const metric = rule === "threshold" ? firstMetric(deviation, names, threshold, event) : undefined;
      const { name, from, to, size } = event;
      const codeDelay = own ? delayOf(own[r]!, event) : Number.NaN;
      seen.push({
        replica,
        name,
        from,
        to,
        size,
        ...(!Number.isNaN(delay) && { delay }),
        ...(metric && { metric }),
        ...(!Number.isNaN(codeDelay) && { codeDelay }),
      });
    }
    if (replica === 0) shown = shownReplica(watched, deviation, { alarm, own: own?.[r] }, window);
    yield;
  }
  for (let day = 1; day <= watchedDays; day++) {
    const last = day === watchedDays;
    yield {
      moment: day,
      replicas,
      ...(shown && { shown: shown.dayAt(day) }),
      ...(last && {
        judged: {
          raced,
          scores,
          frontier,
          events: seen,
          pruning,
          recorded: recordedAnswers(clips, services),
          ...shown?.sent,
        },
      }),
    };
  }
}

const everyHour = (on: boolean) => new Uint8Array(hours).fill(Number(on), learningHours);

/** An engine of its own, with a memory of its own. */
export function createEngine({ interpret }: EngineTools = { interpret: noInterpreter }) {
  const remembered = memoryOf();
  return {
    async *run(values, replicas) {
      yield undefined;
      const known = yield* remembering(remembered, values, replicas);
      const own =
        values.alarm === ""
          ? undefined
          : yield* ownAlarms({ interpret, remembered: remembered.own }, values, known.services, replicas);
      yield* judging(known, values, replicas, own);
    },
  } satisfies Engine<MonitoringValues, MonitoringFrame>;
}

const memoryOf = (): Remembered => ({
  services: createMemory(16),
  requested: createMemory(4),
  own: createMemory(128),
});
