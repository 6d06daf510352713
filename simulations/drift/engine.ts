/**
 * The drift injector: a model is trained before month 0 and left alone while its world changes.
 *
 * House prices and queries are learnt by a network with one hidden layer, the weather by linear regression. Each month
 * brings fresh examples; error, distances of the inputs from the training inputs, and detectors that read the errors are
 * noted. A second, undrifted sample a month shows how large those distances are when nothing has happened.
 */
import { createAdwin } from "../core/detectors/adwin";
import { createDdm } from "../core/detectors/ddm";
import type { DriftDetector } from "../core/detectors/detector";
import { createPageHinkley } from "../core/detectors/page-hinkley";
import { createMemory, type Memory } from "../core/memory";
import { framesOnly } from "../core/steps";
import { usualHouseNoise } from "../core/worlds/houses";
import { labelNoise } from "../core/worlds/queries";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { distances, joined, type TrainedModels, trainedModels } from "./engine-model";
import { settingOf } from "./engine-setting";
import { createShown } from "./engine-shown";
import type { Alarms, DetectorName, DriftFrame } from "./frames";
import type { DriftValues } from "./knobs";

type Task = "regression" | "classification";

/** Detectors as fit the stream: wrong or right for classes, absolute errors (1 = as in training) for numbers. */
const detectorsOf: Readonly<Record<Task, Partial<Record<DetectorName, () => DriftDetector>>>> = {
  classification: { DDM: () => createDdm(), ADWIN: () => createAdwin() },
  regression: {
    // A rise by a tenth is tolerated; 25 errors' worth beyond that raises the alarm.
    "Page–Hinkley": () => createPageHinkley({ delta: 0.1, threshold: 25, mode: "up" }),
    ADWIN: () => createAdwin(),
  },
};

function* simulate(
  remembered: Memory<TrainedModels>,
  values: DriftValues,
  replicas: ReplicaRange,
): Generator<DriftFrame | undefined> {
  const setting = settingOf(values);
  const { world } = setting;
  const { task } = world;
  const size = replicas.to - replicas.from;
  const models = yield* trainedModels(remembered, values, setting, replicas);
  const shown = replicas.from === 0 ? createShown(values, setting, models, size) : undefined;
  const detectors = Object.entries(detectorsOf[task]).map(([name, create]) => ({
    name: name as DetectorName,
    each: Array.from({ length: size }, create),
  }));
  const noiseFloor = { houses: usualHouseNoise, queries: 100 * labelNoise, weather: undefined }[values.world];
  for (let month = 0; month < values.months; month++) {
    const examples = Array.from({ length: size }, (_, r) => setting.month(replicas.from + r, month));
    const count = examples[0]!.targets.length;
    // #region excerpt: judging
    const predicted = models.predict(joined(examples.map((e) => e.inputs)), count);
    const missed = examples.map(({ targets }, r) =>
      targets.map((target, i) => missOf(task, target, predicted[r * count + i]!)),
    );
    // #endregion
    yield {
      moment: month,
      replicas,
      errors: Float32Array.from(missed, (values) => errorOf(task, values)),
      unit: task === "classification" ? "%" : world.target.unit,
      level: setting.level(month),
      inputs: distances(models.references, (r) => examples[r]!.inputs),
      // Copied, because a frame leaves the worker with its arrays, and the models stay.
      noDrift: structuredClone(models.calm(month)),
      predictionShift: models.predictionShift(predicted, count),
      alarms: detectors.map(
        ({ name, each }): Alarms => ({
          name,
          rangAt: Float32Array.from(missed, (values, r) =>
            firstAlarm(each[r]!, values, task === "classification" ? 1 : models.usualErrors[r]!),
          ),
        }),
      ),
      ...(noiseFloor === undefined ? {} : { noiseFloor }),
      ...(shown ? { shown: shown(examples[0]!, predicted, month) } : {}),
    };
  }
}

/** Remembers its latest models: what happens to their world is moved without training again. */
export function createEngine() {
  const remembered = createMemory<TrainedModels>(16);
  return {
    run: (values: DriftValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<DriftValues, DriftFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export const run = (values: DriftValues, replicas: ReplicaRange): Generator<DriftFrame> =>
  framesOnly(shared.run(values, replicas));

/** 0 or 1 for classes, the absolute error for numbers. */
// #region excerpt: judging
function missOf(task: Task, target: number, predicted: number): number {
  if (task === "classification") return predicted > 0.5 === target > 0.5 ? 0 : 1;
  return Math.abs(target - predicted);
}
// #endregion

/** Misclassified share in %, or root mean square error. */
function errorOf(task: Task, missed: Float32Array): number {
  let sum = 0;
  for (const miss of missed) sum += miss * miss;
  const mean = sum / missed.length;
  return task === "classification" ? 100 * mean : Math.sqrt(mean);
}

/** Feeds a month's misses; the share of it that had passed at the first alarm, −1 without one. */
function firstAlarm(detector: DriftDetector, missed: Float32Array, usual: number): number {
  let first = -1;
  for (let i = 0; i < missed.length; i++)
    if (detector.update(missed[i]! / usual) && first < 0) first = (i + 1) / missed.length;
  return first;
}
