/**
 * One replica of a release: phone after phone through the router, minute after minute.
 *
 * The router sends phones by a hash of their number. An audited phone is judged by its version and by an inspector, whose
 * verdict counts; a verdict after the deadline lets the phone pass as unscratched. Both versions are given the same phones, so
 * that what a phone owes to the release is known: a phone is harmed when green answered wrongly and blue would not have.
 */
import { createRandom, type Random } from "../core/random";
import type { Measure } from "../core/serving/analysis-run";
import {
  advanceRollout,
  nextEventAt,
  promote,
  type RolloutState,
  rollBack,
  startRollout,
} from "../core/serving/rollout";
import type { RolloutPlan } from "../core/serving/rollout-plan";
import { bucketsBy, routesToNew } from "../core/serving/router";
import { quantile } from "../core/statistics/quantile";
import { actsOf } from "../runtime/acts";
import { evidenceAgainst } from "./engine-evidence";
import type { JudgedPool } from "./engine-models";
import { deadlineMs, lastMinute, phaseNames, type ReleaseEvent, rowNames, type ShownPhones } from "./frames";
import type { ReleaseAct, ReleaseValues } from "./knobs";
import { latencyMetric, metricRows } from "./plan";

const minutesBefore = 60;
const shownAtMost = 40;
/** The analysis of time reads green's latest answers. */
const latestAnswers = 200;
const rows = rowNames.length;

/** One minute of one replica; names as in the frame. */
export interface Minute {
  readonly counts: Readonly<Record<CountName, number>>;
  readonly tallies: Readonly<Record<TallyName, Float32Array>>;
  readonly events: readonly ReleaseEvent[];
  readonly shown?: ShownPhones;
}

export const countNames = [
  ...([
    "weight",
    "mirror",
    "human",
    "blue",
    "green",
    "shadowed",
    "blueP95Ms",
    "greenP95Ms",
    "harmed",
    "saved",
  ] as const),
  ...(["missed", "extraVerdicts", "releasePhones", "detectedAt", "rolledBackAt", "promotedAt", "fullSince"] as const),
] as const;
type CountName = (typeof countNames)[number] | "phase";
export const tallyNames = [
  ...(["blueAudited", "blueWrong", "greenAudited", "greenWrong", "beforeAudited", "beforeWrong", "lookP"] as const),
] as const;
type TallyName = (typeof tallyNames)[number];

/** Misjudged and audited phones, in all and by line. */
interface Audits {
  readonly wrong: Float32Array;
  readonly audited: Float32Array;
}
const noAudits = (): Audits => ({ wrong: new Float32Array(rows), audited: new Float32Array(rows) });

function record({ wrong, audited }: Audits, line: number, misjudged: boolean): void {
  audited[0]! += 1;
  audited[line + 1]! += 1;
  if (!misjudged) return;
  wrong[0]! += 1;
  wrong[line + 1]! += 1;
}

/** A version's verdict on a phone; `pace` is how much longer than usual this one takes. */
function answer(wrong: number, scratched: number, ms: number, pace: number): { misjudged: boolean; ms: number } {
  const took = ms * pace;
  return { misjudged: took > deadlineMs ? scratched === 1 : wrong === 1, ms: took };
}

/** Most answers take about the usual time, a few much longer; the mean is 1. */
const drawPace = (random: Random): number => 0.7 + random.exponential(1 / 0.3);

export function* release(
  values: ReleaseValues,
  plan: RolloutPlan,
  pool: JudgedPool,
  replica: number,
): Generator<Minute> {
  const { seed, phonesPerMinute, auditShare, rule } = values;
  const random = createRandom(seed, "release stream", replica);
  const bucketOf = bucketsBy(`release ${seed} ${replica}`);
  const before = auditsBefore(values, pool, replica);
  const [blue, green] = [noAudits(), noAudits()];
  const lookP = new Float32Array(rows).fill(-1);
  const latest = new Float64Array(latestAnswers);
  let answers = 0;

  const measure: Measure = ({ name }) => {
    // Before green's first answer none was late.
    if (name === latencyMetric)
      return answers === 0 ? 0 : quantile(latest.subarray(0, Math.min(answers, latestAnswers)), 0.95);
    const row = metricRows.get(name)!;
    const p = evidenceAgainst({
      rule,
      green: [green.wrong[row]!, green.audited[row]!],
      blue: [blue.wrong[row]! + before.wrong[row]!, blue.audited[row]! + before.audited[row]!],
    });
    lookP[row] = p;
    return p;
  };

  const counts: Record<CountName, number> = {
    ...{ weight: 0, mirror: 0, phase: 0, human: 0, blue: 0, green: 0, shadowed: 0, blueP95Ms: -1, greenP95Ms: -1 },
    ...{ harmed: 0, saved: 0, missed: 0, extraVerdicts: 0, releasePhones: 0 },
    ...{ detectedAt: -1, rolledBackAt: -1, promotedAt: -1, fullSince: -1 },
  };
  let state = startRollout(plan);
  let noted = 0;
  const decisions = actsOf<ReleaseAct>(values.decisions);
  for (let minute = 0; minute <= lastMinute(values); minute++) {
    state = advanceRollout(plan, state, 60 * minute, measure);
    for (const { time, act } of decisions)
      if (time === minute) state = act === "promote" ? promote(plan, state, { full: true }) : rollBack(plan, state);
    let due = nextEventAt(plan, state);
    const times = { blue: [] as number[], green: [] as number[] };
    const shown: number[][] = [];
    const showEvery = Math.ceil(phonesPerMinute / shownAtMost);
    for (let i = 0; i < phonesPerMinute; i++) {
      const second = (60 * (i + 0.5)) / phonesPerMinute;
      // Most phones meet the release as the one before left it.
      if (60 * minute + second >= due) {
        state = advanceRollout(plan, state, 60 * minute + second, measure);
        due = nextEventAt(plan, state);
      }
      const number = minute * phonesPerMinute + i;
      // #region excerpt: router
      const phone = random.integer(pool.count);
      const audited = random.chance(auditShare / 100);
      const pace = drawPace(random);
      const [line, scratched] = [pool.line[phone]!, pool.scratched[phone]!];
      const ofBlue = answer(pool.blueWrong[phone]!, scratched, pool.blueMs, pace);
      const ofGreen = answer(pool.greenWrong[phone]!, scratched, pool.greenMs, pace);
      const toGreen = routesToNew(bucketOf(number), state.weight);
      // #endregion
      const copied = !toGreen && state.mirror > 0;
      if (!toGreen) times.blue.push(ofBlue.ms);
      if (toGreen || copied) {
        times.green.push(ofGreen.ms);
        latest[answers++ % latestAnswers] = ofGreen.ms;
      }
      if (audited) {
        counts.human += 1;
        if (!toGreen) record(blue, line, ofBlue.misjudged);
        if (toGreen || copied) record(green, line, ofGreen.misjudged);
      } else if (toGreen) {
        counts.green += 1;
        // #region excerpt: harm
        counts.harmed += Number(ofGreen.misjudged && !ofBlue.misjudged);
        counts.saved += Number(!ofGreen.misjudged && ofBlue.misjudged);
        // #endregion
      } else {
        counts.blue += 1;
        counts.missed += Number(ofBlue.misjudged && !ofGreen.misjudged);
      }
      counts.shadowed += Number(copied);
      if (isUnderWay(state)) {
        counts.releasePhones += 1;
        counts.extraVerdicts += Number(copied);
      }
      if (replica === 0 && i % showEvery === 0) {
        const misjudged = audited && (toGreen ? ofGreen : ofBlue).misjudged;
        shown.push([second, line, scratched, Number(toGreen), Number(audited), Number(misjudged)]);
      }
    }
    const events = eventsOf(state, noted, replica);
    noted = state.events.length;
    noteTimes(counts, state, minute);
    counts.blueP95Ms = times.blue.length > 0 ? quantile(times.blue, 0.95) : -1;
    counts.greenP95Ms = times.green.length > 0 ? quantile(times.green, 0.95) : -1;
    yield {
      counts: { ...counts },
      tallies: {
        blueAudited: blue.audited.slice(),
        blueWrong: blue.wrong.slice(),
        greenAudited: green.audited.slice(),
        greenWrong: green.wrong.slice(),
        beforeAudited: before.audited,
        beforeWrong: before.wrong,
        lookP: lookP.slice(),
      },
      events,
      ...(replica === 0 && { shown: showPhones(shown) }),
    };
  }
}

const isUnderWay = ({ phase }: RolloutState): boolean => phase === "Progressing" || phase === "Paused";

/** What inspectors found of blue in the hour before the release. */
function auditsBefore({ seed, phonesPerMinute, auditShare }: ReleaseValues, pool: JudgedPool, replica: number): Audits {
  const random = createRandom(seed, "release hour before", replica);
  const audits = noAudits();
  for (let i = 0; i < Math.round((minutesBefore * phonesPerMinute * auditShare) / 100); i++) {
    const phone = random.integer(pool.count);
    const { misjudged } = answer(pool.blueWrong[phone]!, pool.scratched[phone]!, pool.blueMs, drawPace(random));
    record(audits, pool.line[phone]!, misjudged);
  }
  return audits;
}

/** When things happened, from the rollout's own record. */
function noteTimes(counts: Record<CountName, number>, state: RolloutState, minute: number): void {
  const last = (kind: string) => {
    const event = state.events.findLast((one) => one.kind === kind);
    return event ? event.at / 60 : -1;
  };
  counts.weight = state.weight;
  counts.mirror = state.mirror;
  counts.phase = phaseNames.indexOf(state.phase);
  const failed = state.events.find(({ kind }) => kind === "rollBack");
  counts.detectedAt = failed ? failed.at / 60 : -1;
  counts.rolledBackAt = state.phase === "Degraded" ? last("rolledBack") : -1;
  counts.promotedAt = state.phase === "Healthy" ? last("promoted") : -1;
  if (state.weight < 100) counts.fullSince = -1;
  else if (counts.fullSince < 0) {
    // The change to 100 % happened within this minute or at its start.
    const change = state.events.findLast((one) => one.kind === "promoted" || one.kind === "setWeight");
    counts.fullSince = change ? change.at / 60 : minute;
  }
}

function eventsOf(state: RolloutState, from: number, replica: number): ReleaseEvent[] {
  const events: ReleaseEvent[] = [];
  const fresh = state.events.slice(from);
  const checks = new Set(fresh.filter(({ kind }) => kind === "measurement").map(({ at }) => at));
  for (const at of checks) {
    const failed = fresh.flatMap((event) =>
      event.kind === "measurement" && event.at === at && event.phase !== "Successful" ? [event.metric] : [],
    );
    const kind = failed.length > 0 ? "check failed" : "check passed";
    events.push({ replica, at: at / 60, kind, reason: failed.join(", ") });
  }
  for (const event of fresh) {
    const common = { replica, at: event.at / 60 };
    if (event.kind === "rollBack") events.push({ ...common, kind: "rolling back", reason: event.reason });
    if (event.kind === "rolledBack") events.push({ ...common, kind: "rolled back", reason: "" });
    if (event.kind === "promoted") events.push({ ...common, kind: "promoted", reason: "" });
  }
  return events;
}

function showPhones(phones: readonly (readonly number[])[]): ShownPhones {
  const column = (k: number) => phones.map((phone) => phone[k]!);
  return {
    second: Float32Array.from(column(0)),
    line: Uint8Array.from(column(1)),
    scratched: Uint8Array.from(column(2)),
    version: Uint8Array.from(column(3)),
    audited: Uint8Array.from(column(4)),
    misjudged: Uint8Array.from(column(5)),
  };
}
