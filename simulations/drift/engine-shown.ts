/** Replica 0 as a picture: a month's examples, what its model says everywhere, and what is true. */
import { inflatedPrice } from "../core/worlds/houses";
import { wantsNews } from "../core/worlds/queries";
import type { Examples } from "../core/worlds/world";
import type { TrainedModels } from "./engine-model";
import type { Setting } from "./engine-setting";
import type { Shown } from "./frames";
import type { DriftValues } from "./knobs";

const mostPoints = 200;
const gridSize = 25;
const gridFrom = -3.5;
const gridTo = 3.5;
const curvePoints = 41;
/** Range of the curve's feature, in its own unit: from the smallest house to the largest villa, from frost to heat. */
const curveRange = { houses: [55, 300], weather: [-8, 38] } as const;

/** Draws months of replica 0, the first of `models`. @param replicas number of models */
export function createShown(values: DriftValues, setting: Setting, models: TrainedModels, replicas: number) {
  return values.world === "queries"
    ? planeShown(values, setting, models, replicas)
    : curveShown(values, values.world, setting, models, replicas);
}

export type DrawShown = (examples: Examples, predicted: Float32Array, month: number) => Shown;

/** The same inputs for every replica; only the first one's answer is used. */
function predictFirst(models: TrainedModels, replicas: number, inputs: Float32Array, count: number): Float32Array {
  const repeated = new Float32Array(replicas * inputs.length);
  for (let r = 0; r < replicas; r++) repeated.set(inputs, r * inputs.length);
  return models.predict(repeated, count).slice(0, count);
}

function planeShown(values: DriftValues, setting: Setting, models: TrainedModels, replicas: number): DrawShown {
  const cells = gridSize * gridSize;
  const grid = new Float32Array(2 * cells);
  for (let i = 0; i < cells; i++) {
    grid[i] = gridFrom + ((gridTo - gridFrom) * (i % gridSize)) / (gridSize - 1);
    grid[cells + i] = gridFrom + ((gridTo - gridFrom) * Math.floor(i / gridSize)) / (gridSize - 1);
  }
  const surface = predictFirst(models, replicas, grid, cells);
  return ({ inputs, targets }, _predicted, month) => {
    const count = targets.length;
    const points = Math.min(mostPoints, count);
    const news = (i: number, change: number) => (wantsNews(grid[i]!, grid[cells + i]!, change) ? 1 : 0);
    const { level, mixed } = setting.concept(month);
    return {
      kind: "plane",
      x: inputs.slice(0, points),
      y: inputs.slice(count, count + points),
      label: Uint8Array.from(targets.subarray(0, points)),
      size: gridSize,
      from: gridFrom,
      to: gridTo,
      // Copied, because a frame leaves the worker with its arrays.
      surface: surface.slice(),
      truth: Float32Array.from({ length: cells }, (_, i) =>
        mixed ? (1 - level) * news(i, 0) + level * news(i, values.strength) : news(i, values.strength * level),
      ),
    };
  };
}

function curveShown(
  values: DriftValues,
  world: "houses" | "weather",
  setting: Setting,
  models: TrainedModels,
  replicas: number,
): DrawShown {
  const { features, target } = setting.world;
  const { name, unit, centre, scale } = features[0]!;
  const [from, to] = curveRange[world];
  const at = Float32Array.from({ length: curvePoints }, (_, i) => from + ((to - from) * i) / (curvePoints - 1));
  /** The feature varies, the others are as usual. */
  const along = (positions: Float32Array) => {
    const inputs = new Float32Array(features.length * positions.length);
    positions.forEach((position, i) => {
      inputs[i] = (position - centre) / scale;
    });
    return inputs;
  };
  const curveInputs = along(at);
  const modelAt = (inputs: Float32Array, count: number) =>
    predictFirst(models, replicas, inputs, count).map((value) => value + target.centre);
  const model = modelAt(curveInputs, curvePoints);
  return ({ inputs, targets }, predicted, month) => {
    const points = Math.min(mostPoints, targets.length);
    const x = inputs.slice(0, points).map((z) => centre + scale * z);
    const fitted = modelAt(along(x), points);
    const { level } = setting.concept(month);
    const truth = () =>
      // The price is linear in the change, so a mixture's mean price is that of the mean change.
      Float32Array.from(at, (_, i) => inflatedPrice(curveInputs, curvePoints, i, values.strength * level));
    return {
      kind: "curve",
      feature: name,
      featureUnit: unit,
      x,
      y: fitted.map((value, i) => value + targets[i]! - predicted[i]!),
      at: at.slice(),
      model: model.slice(),
      ...(world === "houses" ? { truth: truth() } : {}),
    };
  };
}
