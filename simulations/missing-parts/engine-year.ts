/** One year of the service with some parts switched on: what goes wrong, which part notices, and how many answers are bad. */
import { psiFromProportions } from "../core/statistics/psi";
import {
  columnCount,
  columns,
  days,
  type Fault,
  moveADay,
  noise,
  requestsADay,
  spikeDays,
  spikeFactor,
  type Year,
} from "../core/worlds/parts";
import type { PartName } from "./knobs";

export type Parts = Readonly<Record<PartName, boolean>>;

/** Days from noticing a fault until it is repaired. */
const repairDays = 2;
const retrainEvery = 14;
/** A day's answers a server can give, in its usual requests. */
const capacity = 2;
/** An answer is bad when it is off by more than this many standard deviations of what no model can know. */
const badBeyond = 3;
/** Each simulated request stands for so many. */
export const standsFor = 100;
const psiLimit = 0.25;
const psiDays = 3;
const bins = 10;

/** A model: coefficients of the inputs as they are in training, and what training saw of each column. */
export interface Model {
  predict(inputs: Float32Array, at: number): number;
  readonly meanSquare: number;
}

export interface Course {
  readonly fault: Fault;
  readonly noticed: number;
  readonly caughtBy?: PartName;
  readonly until: number;
  badAnswers: number;
}

interface Living extends Course {
  noticed: number;
  caughtBy?: PartName;
  until: number;
}

/** Upper edges of ten equal shares of a normal distribution. */
const deciles = [-1.2816, -0.8416, -0.5244, -0.2533, 0, 0.2533, 0.5244, 0.8416, 1.2816];
const even = new Array<number>(bins).fill(1 / bins);

export interface Outcome {
  readonly courses: readonly Course[];
  readonly badAnswers: number;
}

/** @param train the model that the newest labelled days teach, with rents as far moved as they were on that day */
export function liveThrough(year: Year, parts: Parts, labelDelay: number, model: Model): Outcome {
  const courses: Living[] = [];
  const waiting = [...year.faults];
  const x = new Float32Array(requestsADay * columnCount);
  const errors = new Float64Array(days);
  const counts: Float64Array[] = [];
  /** How far rents have moved, and how far the model in use has learnt it. */
  let moved = 1;
  let learnt = 1;
  const movedOn = new Float64Array(days);
  let bad = 0;

  const notice = (course: Living, day: number, by: PartName) => {
    if (!Number.isNaN(course.noticed)) return;
    course.noticed = day;
    course.caughtBy = by;
    if (course.fault.name !== "spike") course.until = Math.min(days, day + repairDays);
  };

  for (let day = 0; day < days; day++) {
    while (waiting[0]?.day === day) {
      const fault = waiting.shift()!;
      const until = fault.name === "spike" ? Math.min(days, day + spikeDays) : days;
      courses.push({ fault, noticed: Number.NaN, until, badAnswers: 0 });
    }
    const active = courses.filter(({ until }) => until > day);
    const is = (name: Fault["name"]) => active.find(({ fault }) => fault.name === name);
    if (is("stale")) moved *= 1 + moveADay;
    movedOn[day] = moved;
    if (parts.retraining && day % retrainEvery === 0) learnt = day > labelDelay ? movedOn[day - labelDelay - 1]! : 1;

    x.set(year.inputs.subarray(day * requestsADay * columnCount, (day + 1) * requestsADay * columnCount));
    damage(x, active, parts);
    for (const course of active)
      if (parts.featureStore && course.fault.name === "skew") notice(course, day, "featureStore");
    if (parts.verification) verify(x, active, (course) => notice(course, day, "verification"));
    counts.push(binned(x));
    if (parts.inputMonitoring && day >= psiDays) {
      if (is("spike")) notice(is("spike")!, day, "inputMonitoring");
      for (const column of farColumns(counts.slice(-psiDays)))
        for (const course of active) if (touches(course.fault) === column) notice(course, day, "inputMonitoring");
    }

    const spike = is("spike");
    const scaled = parts.autoscaling && spike && day > spike.fault.day;
    if (parts.autoscaling && spike) notice(spike, day, "autoscaling");
    const requests = spike ? spikeFactor : 1;
    const dropped = spike && !scaled ? 1 - capacity / requests : 0;
    let square = 0;
    let wrong = 0;
    for (let i = 0; i < requestsADay; i++) {
      const miss = learnt * model.predict(x, i * columnCount) - moved * year.rents[day * requestsADay + i]!;
      square += miss * miss;
      if (Math.abs(miss) > badBeyond * noise) wrong++;
    }
    errors[day] = square / requestsADay;
    const badToday = standsFor * requests * (dropped * requestsADay + (1 - dropped) * wrong);
    bad += badToday;
    for (const course of active) course.badAnswers += badToday;

    const known = day - labelDelay;
    if (parts.outcomeMonitoring && known >= 1) {
      const limit = model.meanSquare * (1 + 4 * Math.sqrt(2 / requestsADay));
      if (errors[known]! > limit && errors[known - 1]! > limit)
        for (const course of active)
          if (course.fault.day < known && course.fault.name !== "spike") {
            notice(course, day, "outcomeMonitoring");
            if (course.fault.name === "stale") learnt = moved;
          }
    }
    const stale = is("stale");
    // Whoever retrains has noticed once the model has learnt what moved.
    if (stale && parts.retraining && learnt > 1 && day - stale.fault.day > labelDelay) notice(stale, day, "retraining");
  }
  return { courses, badAnswers: bad };
}

const touches = ({ name, column }: Fault): number =>
  name === "unit" ? 0 : name === "null" ? column : name === "skew" ? 4 : -1;

function damage(x: Float32Array, active: readonly Living[], parts: Parts): void {
  for (const { fault } of active) {
    const column = touches(fault);
    if (column < 0 || (fault.name === "skew" && parts.featureStore)) continue;
    const factor = fault.name === "unit" ? 10.76 : fault.name === "null" ? 0 : 0.6;
    for (let i = 0; i < requestsADay; i++) x[i * columnCount + column]! *= factor;
  }
}

/** Values outside what training saw, or a column that is 0 throughout: replaced by the column's mean, and told. */
function verify(x: Float32Array, active: readonly Living[], tell: (course: Living) => void): void {
  for (let c = 0; c < columnCount; c++) {
    const { mean, sd } = columns[c]!;
    let empty = 0;
    let outside = 0;
    for (let i = 0; i < requestsADay; i++) {
      const value = x[i * columnCount + c]!;
      if (value === 0) empty++;
      if (value > mean + 5 * sd) outside++;
    }
    if (empty < requestsADay && outside < requestsADay / 4) continue;
    for (let i = 0; i < requestsADay; i++) x[i * columnCount + c] = mean;
    for (const course of active) if (touches(course.fault) === c && course.fault.name !== "skew") tell(course);
  }
}

/** [column, bin] of a day. */
function binned(x: Float32Array): Float64Array {
  const out = new Float64Array(columnCount * bins);
  for (let i = 0; i < requestsADay; i++)
    for (let c = 0; c < columnCount; c++) {
      const { mean, sd } = columns[c]!;
      const z = (x[i * columnCount + c]! - mean) / sd;
      let bin = 0;
      while (bin < bins - 1 && z > deciles[bin]!) bin++;
      out[c * bins + bin]!++;
    }
  return out;
}

/** Columns whose PSI over the days lies above the usual limit. */
function farColumns(of: readonly Float64Array[]): number[] {
  const far: number[] = [];
  for (let c = 0; c < columnCount; c++) {
    const shares = even.map(
      (_, b) => of.reduce((sum, counts) => sum + counts[c * bins + b]!, 0) / (of.length * requestsADay),
    );
    if (psiFromProportions(even, shares) > psiLimit) far.push(c);
  }
  return far;
}
