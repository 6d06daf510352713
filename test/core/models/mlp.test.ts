import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { type MlpWeights, mlpGradients, predictMlp, trainMlp } from "@/simulations/core/models/mlp";
import { createRandom } from "@/simulations/core/random";
import { startWasm } from "./backend-for-tests";

beforeAll(startWasm);

const fill = (length: number, purpose: string) => {
  const random = createRandom(4, purpose);
  return Float32Array.from({ length }, () => random.normal());
};

/** Mean loss of one model in double precision, from the definition. */
function lossOf(weights: MlpWeights, model: number, x: Float32Array, y: Float32Array, batch: number): number {
  const { inputs, hidden, outputs, task, values, models } = weights;
  const own = values.subarray((model * values.length) / models, ((model + 1) * values.length) / models);
  const second = hidden * (inputs + 1);
  let loss = 0;
  for (let b = 0; b < batch; b++) {
    const activations = Array.from({ length: hidden }, (_, h) => {
      let sum = own[h * (inputs + 1)]!;
      for (let f = 0; f < inputs; f++) sum += own[h * (inputs + 1) + 1 + f]! * x[(model * inputs + f) * batch + b]!;
      return Math.tanh(sum);
    });
    const output = Array.from({ length: outputs }, (_, k) =>
      activations.reduce((sum, a, h) => sum + own[second + k * hidden + h]! * a, own[second + outputs * hidden + k]!),
    );
    const target = y[model * batch + b]!;
    if (task === "regression") loss += 0.5 * (output[0]! - target) ** 2;
    else if (outputs === 1) loss -= Math.log(1 / (1 + Math.exp(target === 1 ? -output[0]! : output[0]!)));
    else loss -= output[target]! - Math.log(output.reduce((sum, z) => sum + Math.exp(z), 0));
  }
  return loss / batch;
}

describe("network with one hidden layer", () => {
  it.each([
    ["regression", 1, 6],
    ["classification", 1, 6],
    ["classification", 5, 11],
  ] as const)("has the gradients of its loss (%s, %d outputs, batch of %d)", (task, outputs, batch) => {
    const [models, inputs, hidden] = [2, 3, 5];
    const size = hidden * (inputs + 1) + outputs * (hidden + 1);
    const values = fill(models * size, "weights");
    const weights: MlpWeights = { task, models, inputs, hidden, outputs, values };
    const x = fill(models * inputs * batch, "x");
    const random = createRandom(5, "targets");
    const y = Float32Array.from({ length: models * batch }, () =>
      task === "regression" ? random.normal() : random.integer(Math.max(2, outputs)),
    );
    const gradients = mlpGradients(weights, x, y, batch);
    const step = 1e-2;
    values.forEach((kept, i) => {
      const model = Math.floor(i / size);
      values[i] = kept + step;
      const above = lossOf(weights, model, x, y, batch);
      values[i] = kept - step;
      const below = lossOf(weights, model, x, y, batch);
      values[i] = kept;
      expect(gradients[i]).toBeCloseTo((above - below) / (2 * step), 3);
    });
  });

  it("learns a curve, keeps no tensor, and learns the same in any company", () => {
    const random = createRandom(2, "curve");
    const inputs = Float32Array.from({ length: 400 }, () => 4 * random.uniform() - 2);
    const curve = { inputs, targets: inputs.map((x) => Math.sin(2 * x)) };
    const flat = { inputs, targets: inputs.map(() => 0.5) };
    const before = memory().numTensors;
    const train = (pools: (typeof curve)[], seeds: number[]) =>
      trainMlp({
        task: "regression",
        inputs: 1,
        hidden: 8,
        pools,
        randoms: seeds.map((seed) => createRandom(seed, "mlp")),
        steps: 400,
      });
    const together = train([curve, flat], [1, 2]);
    const predicted = predictMlp(together, Float32Array.of(-1, 0.5, 1.2), 3);
    [-1, 0.5, 1.2].forEach((x, i) => {
      expect(Math.abs(predicted[i]! - Math.sin(2 * x))).toBeLessThan(0.15);
      expect(Math.abs(predicted[3 + i]! - 0.5)).toBeLessThan(0.05);
    });
    const alone = train([curve], [1]);
    expect(Array.from(alone.values)).toEqual(Array.from(together.values.slice(0, alone.values.length)));
    expect(Array.from(predictMlp(alone, Float32Array.of(-1, 0.5, 1.2), 3))).toEqual(Array.from(predicted.slice(0, 3)));
    expect(memory().numTensors).toBe(before);
  });

  it("tells five classes apart, and gives chances that add up to 1", () => {
    const random = createRandom(3, "classes");
    const count = 600;
    const targets = Float32Array.from({ length: count }, () => random.integer(5));
    const inputs = new Float32Array(2 * count);
    targets.forEach((c, i) => {
      inputs[i] = 2 * Math.cos(c * 1.2566) + 0.3 * random.normal();
      inputs[count + i] = 2 * Math.sin(c * 1.2566) + 0.3 * random.normal();
    });
    const weights = trainMlp({
      task: "classification",
      classes: 5,
      inputs: 2,
      hidden: 10,
      pools: [{ inputs, targets }],
      randoms: [createRandom(1, "softmax")],
      steps: 300,
    });
    const chances = predictMlp(weights, inputs, count);
    let right = 0;
    for (let i = 0; i < count; i++) {
      const own = Array.from({ length: 5 }, (_, k) => chances[k * count + i]!);
      expect(own.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
      right += Number(own.indexOf(Math.max(...own)) === targets[i]);
    }
    expect(right / count).toBeGreaterThan(0.97);
  });

  it.each([
    ["draws examples in proportion to their weights", { weights: Float32Array.of(1, 3) }],
    ["counts examples in the loss by their weights", { lossWeights: Float32Array.of(1, 3) }],
  ])("%s", (_, given) => {
    const inputs = Float32Array.of(1, 1);
    const [constant] = predictMlp(
      trainMlp({
        task: "regression",
        inputs: 1,
        hidden: 2,
        pools: [{ inputs, targets: Float32Array.of(0, 1), ...given }],
        randoms: [createRandom(8, "weights")],
        steps: 600,
      }),
      Float32Array.of(1),
      1,
    );
    expect(Math.abs(constant! - 0.75)).toBeLessThan(0.05);
  });

  it("moves the chance of a class by its weight", () => {
    const inputs = Float32Array.of(1, 1, 1, 1);
    const [chance] = predictMlp(
      trainMlp({
        task: "classification",
        inputs: 1,
        hidden: 2,
        pools: [{ inputs, targets: Float32Array.of(0, 0, 0, 1), classWeights: [1, 9] }],
        randoms: [createRandom(8, "class weights")],
        steps: 800,
        batch: 128,
      }),
      Float32Array.of(1),
      1,
    );
    // One positive of weight 9 beside three negatives of weight 1.
    expect(Math.abs(chance! - 0.75)).toBeLessThan(0.06);
  });

  it("names the argument that does not fit", () => {
    const pool = { inputs: Float32Array.of(1, 2), targets: Float32Array.of(0, 1) };
    const training = {
      task: "regression" as const,
      inputs: 1,
      hidden: 2,
      pools: [pool],
      randoms: [createRandom(1)],
      steps: 1,
    };
    expect(() => trainMlp({ ...training, inputs: 2 })).toThrow(/pools\[0\]\.inputs must hold 4 values/);
    expect(() => trainMlp({ ...training, steps: 0 })).toThrow(/steps/);
    expect(() => trainMlp({ ...training, classes: 13 })).toThrow(/classes must be a whole number from 2 to 12, got 13/);
    const targets = Float32Array.of(0, 2);
    expect(() => trainMlp({ ...training, task: "classification", pools: [{ ...pool, targets }] })).toThrow(
      /pools\[0\]\.targets\[1\] must be a whole number from 0 to 1, got 2/,
    );
    expect(() => trainMlp({ ...training, pools: [{ ...pool, weights: Float32Array.of(0, 0) }] })).toThrow(
      /weights must have a sum above 0/,
    );
  });
});
