import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createLogistic } from "@/simulations/core/models/logistic";
import { createRandom } from "@/simulations/core/random";
import { startWasm } from "./backend-for-tests";

beforeAll(startWasm);

interface Row {
  x: number[];
  y: number;
  w: number;
}

/** Gradient of the penalised loss in double precision. */
function gradientAt(beta: ArrayLike<number>, rows: readonly Row[], ridge: number): number[] {
  const gradient = Array.from({ length: beta.length }, (_, f) => (f === 0 ? 0 : ridge * beta[f]!));
  for (const { x, y, w } of rows) {
    const odds = x.reduce((sum, value, f) => sum + value * beta[f]!, 0);
    const wrong = w * (1 / (1 + Math.exp(-odds)) - y);
    x.forEach((value, f) => {
      gradient[f]! += wrong * value;
    });
  }
  return gradient;
}

const randomRows = (seed: number, count: number, inputs: number, sharpness: number): Row[] => {
  const random = createRandom(seed, "logistic test");
  return Array.from({ length: count }, () => {
    const x = [1, ...Array.from({ length: inputs }, () => random.normal())];
    const odds = sharpness * (x[1]! - 0.5 * x[2]! + 0.3);
    return { x, y: random.chance(1 / (1 + Math.exp(-odds))) ? 1 : 0, w: random.uniform() };
  });
};

describe("logistic regression", () => {
  it("fits the example", () => {
    const model = createLogistic({ replicas: 1, strategies: 1, inputs: 1, ridge: 1 });
    model.addBlock(Float32Array.of(1, 1, 1, 1, -2, -1, 1, 2), Float32Array.of(0, 0, 1, 1), 4);
    model.fit([Float32Array.of(1, 1, 1, 1)]);
    expect(model.coefficients[0]).toBeCloseTo(0, 4);
    expect(model.coefficients[1]).toBeCloseTo(1.007, 3);
    model.dispose();
  });

  it.each([
    ["noisy labels", 1],
    ["labels that a line separates", 1000],
  ])("reaches the optimum with %s, in every replica and weighting", (_, sharpness) => {
    const [replicas, strategies, inputs, rows, ridge] = [3, 2, 3, 40, 1];
    const before = memory().numTensors;
    const model = createLogistic({ replicas, strategies, inputs, ridge });
    const data = Array.from({ length: replicas }, (_, r) => randomRows(r + 1, rows, inputs, sharpness));
    const values = new Float32Array(replicas * (inputs + 1) * rows);
    data.forEach((ofReplica, r) => {
      ofReplica.forEach(({ x }, i) => {
        x.forEach((value, f) => {
          values[(r * (inputs + 1) + f) * rows + i] = value;
        });
      });
    });
    const labels = Float32Array.from(data.flatMap((ofReplica) => ofReplica.map(({ y }) => y)));
    const weights = Float32Array.from({ length: strategies * rows }, (_, i) => (i < rows ? 1 : i % 2));
    model.addBlock(values, labels, rows);
    const steps = model.fit([weights]);
    expect(steps).toBeLessThan(20);
    for (let r = 0; r < replicas; r++) {
      for (let s = 0; s < strategies; s++) {
        const at = (r * strategies + s) * (inputs + 1);
        const beta = model.coefficients.subarray(at, at + inputs + 1);
        const weighted = data[r]!.map((row, i) => ({ ...row, w: weights[s * rows + i]! }));
        // The loss is a sum over some tens of examples: a gradient this small is far inside its noise.
        for (const slope of gradientAt(beta, weighted, ridge)) expect(Math.abs(slope)).toBeLessThan(0.05);
      }
    }
    model.dispose();
    expect(memory().numTensors).toBe(before);
  });

  it("returns to the optimum when all labels turn round", () => {
    const rows = randomRows(9, 60, 2, 1000);
    const model = createLogistic({ replicas: 1, strategies: 1, inputs: 2, ridge: 1 });
    const values = Float32Array.from([0, 1, 2].flatMap((f) => rows.map(({ x }) => x[f]!)));
    model.addBlock(
      values,
      Float32Array.from(rows, ({ y }) => y),
      60,
    );
    model.addBlock(
      values,
      Float32Array.from(rows, ({ y }) => 1 - y),
      60,
    );
    const none = new Float32Array(60);
    const all = new Float32Array(60).fill(1);
    model.fit([all, none]);
    const first = model.coefficients.slice();
    model.fit([none, all]);
    model.coefficients.forEach((value, f) => {
      expect(value).toBeCloseTo(-first[f]!, 1);
    });
    model.dispose();
  });

  it("names the argument that does not fit", () => {
    expect(() => createLogistic({ replicas: 0, strategies: 1, inputs: 1, ridge: 1 })).toThrow(/replicas/);
    const model = createLogistic({ replicas: 1, strategies: 1, inputs: 1, ridge: 1 });
    expect(() => model.addBlock(new Float32Array(3), new Float32Array(2), 2)).toThrow(/inputs must hold 4 values/);
    expect(() => model.fit([])).toThrow(/weights must cover/);
    model.dispose();
  });
});
