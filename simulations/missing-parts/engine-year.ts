/**
 * One year of the service with some parts switched on: what goes wrong, which part notices, and how many answers are bad.
 *
 *   A model that is trained anew after all rents have become m times as high is m times the first model: least squares is linear
 *   in the rents. So "retrained" multiplies the fitted model by the m that its labels know.
 *
 * Whoever is alerted by a part repairs what is wrong within two days. Days that a known fault explains alert nobody again.
 */
import {
  columnCount,
  days,
  type Fault,
  moveADay,
  moveDays,
  noise,
  requestsADay,
  spikeDays,
  spikeFactor,
  type Year,
} from "../core/worlds/parts";
import { binned, damage, isFar, touches, verify } from "./engine-inputs";
import type { PartName } from "./knobs";
import { repairDays, retrainEvery, standsFor } from "./plan";

export type Parts = Readonly<Record<PartName, boolean>>;

/** A day's answers that the servers can give, in usual days. */
const capacity = 2;
/** An answer is bad when it is off by more than this many standard deviations of what no model can know. */
const badBeyond = 3;
/** Input monitoring compares so many complete days with the training data. */
const psiDays = 3;
/** A day's mean squared error is too high above this many times that in training: four standard deviations of a day's mean. */
const errorLimit = 1 + 4 * Math.sqrt(2 / requestsADay);

export interface Model {
  predict(inputs: Float32Array, at: number): number;
  readonly meanSquare: number;
}

/** A fault and how it went. */
export interface Course {
  readonly fault: Fault;
  /** The day a part noticed or prevented it; NaN: nobody did. */
  noticed: number;
  caughtBy?: PartName;
  /** The first day without it. */
  until: number;
}

export interface Outcome {
  readonly courses: readonly Course[];
  readonly badAnswers: number;
}

/** A day's inputs as the model gets them. */
interface Day {
  readonly predictions: Float64Array;
  /** What input monitoring counts; made when it looks for the first time. */
  counts(): Float64Array;
  /** Columns that failed data verification. */
  readonly failed: readonly number[];
  /** What the first model makes of it while rents have not moved. */
  readonly errors: Errors;
}

interface Errors {
  readonly square: number;
  readonly wrong: number;
}

const none: readonly never[] = [];

/** The day with these faults in its inputs. */
export type DaysOf = (day: number, damaging: readonly Fault[], verified: boolean) => Day;

const inputsOf = ({ inputs }: Year, day: number) =>
  inputs.slice(day * requestsADay * columnCount, (day + 1) * requestsADay * columnCount);

const predicted = (model: Model, x: Float32Array) =>
  Float64Array.from({ length: requestsADay }, (_, i) => model.predict(x, i * columnCount));

/** A day's sum of squared errors and its wrong answers, when rents have moved and the model has learnt so much of it. */
function errorsOf({ rents }: Year, day: number, predictions: Float64Array, learnt: number, moved: number): Errors {
  let square = 0;
  let wrong = 0;
  // #region excerpt: wrong
  for (let i = 0; i < requestsADay; i++) {
    const miss = learnt * predictions[i]! - moved * rents[day * requestsADay + i]!;
    square += miss * miss;
    if (Math.abs(miss) > badBeyond * noise) wrong++;
  }
  // #endregion
  return { square, wrong };
}

/** The days of a year, each computed once: many selections of parts share them. */
export function daysOf(year: Year, model: Model): DaysOf {
  const make = (day: number, damaging: readonly Fault[], verified: boolean): Day => {
    const x = inputsOf(year, day);
    damage(x, damaging);
    const failed = damaging.length > 0 && verified ? verify(x) : [];
    const predictions = predicted(model, x);
    let binnedOnce: Float64Array | undefined;
    const counts = () => {
      binnedOnce ??= binned(x);
      return binnedOnce;
    };
    return { predictions, counts, failed, errors: errorsOf(year, day, predictions, 1, 1) };
  };
  const plain = Array.from({ length: days }, (_, day) => make(day, [], false));
  const damaged = new Map<string, Day>();
  return (day, damaging, verified) => {
    if (damaging.length === 0) return plain[day]!;
    const key = `${day} ${verified} ${damaging.map(({ name, column }) => name + column)}`;
    const found = damaged.get(key) ?? make(day, damaging, verified);
    damaged.set(key, found);
    return found;
  };
}

/** `dayOf`: of the same year and model. */
export function liveThrough(
  year: Year,
  parts: Parts,
  labelDelay: number,
  model: Model,
  dayOf: DaysOf = daysOf(year, model),
): Outcome {
  const courses: Course[] = [];
  const waiting = [...year.faults];
  const errors = new Float64Array(days);
  const lived: Day[] = [];
  /** Days whose errors a known fault explains. */
  const explained = new Uint8Array(days);
  /** How high rents are, by day, and how high the model in use takes them to be. */
  const movedOn = new Float64Array(days);
  let moved = 1;
  let learnt = 1;
  /** The day on which people, alerted by its errors, train the model anew. */
  let retrainOn = -1;
  let watchFrom = 0;
  let bad = 0;

  const notice = (course: Course, day: number, by: PartName) => {
    if (!Number.isNaN(course.noticed)) return;
    course.noticed = day;
    course.caughtBy = by;
    if (course.fault.name === "spike" || course.fault.name === "stale") return;
    course.until = Math.min(days, day + repairDays);
    explained.fill(1, course.fault.day, course.until);
  };
  const known = (day: number) => (day > labelDelay ? movedOn[day - labelDelay - 1]! : 1);

  for (let day = 0; day < days; day++) {
    while (waiting[0]?.day === day) {
      const fault = waiting.shift()!;
      const until = fault.name === "spike" ? Math.min(days, day + spikeDays) : days;
      courses.push({ fault, noticed: Number.NaN, until });
    }
    if (courses.some(({ fault }) => fault.name === "stale" && day < fault.day + moveDays)) moved *= 1 + moveADay;
    movedOn[day] = moved;
    const onSchedule = parts.retraining && day % retrainEvery === 0;
    if (onSchedule || day === retrainOn) learnt = Math.max(learnt, known(day));
    const active = courses.length === 0 ? courses : courses.filter(({ until }) => until > day);
    for (const course of active) {
      if (course.fault.name !== "stale") continue;
      if (onSchedule && day - labelDelay > course.fault.day) notice(course, day, "retraining");
      // Over when rents have stopped to move and the model has learnt nearly all of it.
      if (day >= course.fault.day + moveDays && learnt > 0.99 * moved) course.until = day;
    }

    // What the day's inputs are, and who reads them before the model does.
    if (parts.featureStore)
      for (const course of active) if (course.fault.name === "skew") notice(course, day, "featureStore");
    const damaging =
      active.length === 0
        ? none
        : active
            .map(({ fault }) => fault)
            .filter((fault) => touches(fault) >= 0 && !(fault.name === "skew" && parts.featureStore));
    const today = dayOf(day, damaging, parts.verification);
    lived.push(today);
    for (const course of active)
      if (course.fault.name !== "skew" && today.failed.includes(touches(course.fault)))
        notice(course, day, "verification");
    const spikes = active.length === 0 ? none : active.filter(({ fault }) => fault.name === "spike");
    if (parts.autoscaling) for (const course of spikes) notice(course, day, "autoscaling");
    if (parts.inputMonitoring && day >= psiDays) {
      for (const course of active) {
        const column = touches(course.fault);
        if (!Number.isNaN(course.noticed) || course.fault.day >= day) continue;
        if (
          course.fault.name === "spike" ||
          (column >= 0 &&
            isFar(
              lived.slice(-1 - psiDays, -1).map((each) => each.counts()),
              column,
            ))
        )
          notice(course, day, "inputMonitoring");
      }
    }

    // More servers: from the next day on by themselves, or as soon as people have set them up.
    const scaled = spikes.some(({ fault, noticed, caughtBy }) =>
      caughtBy === "autoscaling" ? day > fault.day : day >= noticed + repairDays,
    );
    const requests = spikes.length > 0 ? spikeFactor : 1;
    const dropped = spikes.length > 0 && !scaled ? 1 - capacity / requests : 0;
    const { square, wrong } =
      moved === 1 && learnt === 1 ? today.errors : errorsOf(year, day, today.predictions, learnt, moved);
    errors[day] = square / requestsADay / learnt ** 2;
    bad += standsFor * requests * (dropped * requestsADay + (1 - dropped) * wrong);

    const labelled = day - labelDelay;
    if (parts.outcomeMonitoring && labelled - 1 >= watchFrom) {
      const limit = model.meanSquare * errorLimit;
      const isHigh = (on: number) => errors[on]! > limit && explained[on] === 0;
      if (isHigh(labelled) && isHigh(labelled - 1)) {
        for (const course of active)
          if (course.fault.day < labelled && course.fault.name !== "spike") notice(course, day, "outcomeMonitoring");
        retrainOn = day + repairDays;
        watchFrom = retrainOn;
      }
    }
  }
  return { courses, badAnswers: bad };
}
