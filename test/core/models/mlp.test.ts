import { beforeAll, describe, expect, it } from "vitest";
import { tensorCount } from "@/simulations/core/models/backend";
import { type MlpTask, type MlpWeights, mlpGradients, predictMlp, trainMlp } from "@/simulations/core/models/mlp";
import { createRandom } from "@/simulations/core/random";
import { startWasm } from "./backend-for-tests";

beforeAll(startWasm);

const fill = (length: number, purpose: string) => {
  const random = createRandom(4, purpose);
  return Float32Array.from({ length }, () => random.normal());
};

/** Mean loss of one model in double precision, from the definition. */
function lossOf(weights: MlpWeights, model: number, x: Float32Array, y: Float32Array, batch: number): number {
  const { inputs, hidden, task } = weights;
  let loss = 0;
  for (let b = 0; b < batch; b++) {
    let output = weights.constant[model]!;
    for (let h = 0; h < hidden; h++) {
      let sum = 0;
      for (let f = 0; f <= inputs; f++)
        sum += weights.first[(model * hidden + h) * (inputs + 1) + f]! * x[(model * (inputs + 1) + f) * batch + b]!;
      output += weights.second[model * hidden + h]! * Math.tanh(sum);
    }
    const target = y[model * batch + b]!;
    if (task === "regression") loss += 0.5 * (output - target) ** 2;
    else loss -= Math.log(1 / (1 + Math.exp(target === 1 ? -output : output)));
  }
  return loss / batch;
}

describe("network with one hidden layer", () => {
  it.each(["regression", "classification"] as const)("has the gradients of its loss (%s)", (task: MlpTask) => {
    const [models, inputs, hidden, batch] = [2, 3, 4, 6];
    const weights: MlpWeights = {
      task,
      models,
      inputs,
      hidden,
      first: fill(models * hidden * (inputs + 1), "first"),
      second: fill(models * hidden, "second"),
      constant: fill(models, "constant"),
    };
    const x = fill(models * (inputs + 1) * batch, "x");
    for (let k = 0; k < models; k++) x.fill(1, k * (inputs + 1) * batch, (k * (inputs + 1) + 1) * batch);
    const y = fill(models * batch, "y").map((value) => (task === "regression" ? value : Number(value > 0)));
    const gradients = mlpGradients(weights, x, y, batch);
    const step = 1e-2;
    for (const part of ["first", "second", "constant"] as const) {
      const perModel = weights[part].length / models;
      weights[part].forEach((kept, i) => {
        const model = Math.floor(i / perModel);
        weights[part][i] = kept + step;
        const above = lossOf(weights, model, x, y, batch);
        weights[part][i] = kept - step;
        const below = lossOf(weights, model, x, y, batch);
        weights[part][i] = kept;
        expect(gradients[part][i]).toBeCloseTo((above - below) / (2 * step), 3);
      });
    }
  });

  it("learns a curve, keeps no tensor, and learns the same in any company", () => {
    const random = createRandom(2, "curve");
    const inputs = Float32Array.from({ length: 400 }, () => 4 * random.uniform() - 2);
    const curve = { inputs, targets: inputs.map((x) => Math.sin(2 * x)) };
    const flat = { inputs, targets: inputs.map(() => 0.5) };
    const before = tensorCount();
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
      expect(predicted[i]).toBeCloseTo(Math.sin(2 * x), 0);
      expect(Math.abs(predicted[i]! - Math.sin(2 * x))).toBeLessThan(0.15);
      expect(Math.abs(predicted[3 + i]! - 0.5)).toBeLessThan(0.05);
    });
    const alone = train([curve], [1]);
    expect(Array.from(alone.first)).toEqual(Array.from(together.first.slice(0, 16)));
    expect(tensorCount()).toBe(before);
  });

  it("draws examples in proportion to their weights", () => {
    const inputs = Float32Array.of(1, 1);
    const [constant] = predictMlp(
      trainMlp({
        task: "regression",
        inputs: 1,
        hidden: 2,
        pools: [{ inputs, targets: Float32Array.of(0, 1), weights: Float32Array.of(1, 3) }],
        randoms: [createRandom(8, "weights")],
        steps: 600,
      }),
      Float32Array.of(1),
      1,
    );
    expect(Math.abs(constant! - 0.75)).toBeLessThan(0.05);
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
    expect(() => trainMlp({ ...training, pools: [{ ...pool, weights: Float32Array.of(0, 0) }] })).toThrow(
      /weights must have a sum above 0/,
    );
  });
});
