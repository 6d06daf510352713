import { memory } from "@tensorflow/tfjs-core";
/** The compiled kernels: the same bits with and without SIMD, alone and among others; near to plain double precision. */

import { readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { drawTable } from "@/simulations/core/models/draw-table";
import { compiledText } from "@/simulations/core/models/kernels/compile.mjs";
import { createLogistic } from "@/simulations/core/models/logistic";
import { type MlpTraining, type MlpWeights, mlpGradients, predictMlp, trainMlp } from "@/simulations/core/models/mlp";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { createRandom } from "@/simulations/core/random";

const start = {
  simd: () => startBackend({ wasmPath: nodeWasmPath(), simd: true }),
  scalar: () => startBackend({ wasmPath: nodeWasmPath(), simd: false }),
  plain: () => startBackend({ backend: "cpu" }),
};
afterAll(start.simd);

/** Sizes on both sides of every group that the code takes at a time: eight rows, two units, two inputs, four weights. */
const shapes = [
  { task: "regression", inputs: 1, hidden: 1, classes: 2, batch: 1 },
  { task: "regression", inputs: 6, hidden: 6, classes: 2, batch: 64 },
  { task: "classification", inputs: 2, hidden: 8, classes: 2, batch: 13 },
  { task: "classification", inputs: 5, hidden: 7, classes: 12, batch: 32 },
  { task: "classification", inputs: 96, hidden: 16, classes: 8, batch: 33 },
] as const;

type Shape = (typeof shapes)[number];

function trainingOf({ task, inputs, hidden, classes, batch }: Shape, models: readonly number[]): MlpTraining {
  const count = 150;
  const pools = models.map((model) => {
    const random = createRandom(model, "kernel test");
    return {
      inputs: Float32Array.from({ length: inputs * count }, () => random.normal()),
      targets: Float32Array.from({ length: count }, () =>
        task === "regression" ? random.normal() : random.integer(classes),
      ),
      ...(model % 2 === 0 ? { weights: Float32Array.from({ length: count }, () => random.uniform()) } : {}),
    };
  });
  const randoms = models.map((model) => createRandom(model, "kernel test", "training"));
  return { task, inputs, hidden, classes, batch, pools, randoms, steps: 30 };
}

/** All that the kernels say of a training: weights, answers to 300 rows (more than a block), gradients. */
function figuresOf(shape: Shape, models: readonly number[]) {
  const weights: MlpWeights = trainMlp(trainingOf(shape, models));
  const random = createRandom(7, "kernel rows");
  const rows = 300;
  const x = Float32Array.from({ length: shape.inputs * rows }, () => 2 * random.normal());
  const answers = predictMlp(weights, x, rows);
  const y = Float32Array.from({ length: models.length * 9 }, (_, i) => i % shape.classes);
  const own = new Float32Array(models.length * shape.inputs * 9);
  models.forEach((_, k) => {
    own.set(x.subarray(0, shape.inputs * 9), k * shape.inputs * 9);
  });
  return { weights: weights.values, answers, gradients: mlpGradients(weights, own, y, 9) };
}

function logisticFigures(): Float32Array {
  const [replicas, strategies, inputs, rows] = [3, 3, 5, 700];
  const model = createLogistic({ replicas, strategies, inputs, ridge: 1 });
  const random = createRandom(3, "logistic kernel");
  const x = Float32Array.from({ length: replicas * (inputs + 1) * rows }, () => random.normal());
  for (let r = 0; r < replicas; r++) x.fill(1, r * (inputs + 1) * rows, (r * (inputs + 1) + 1) * rows);
  const y = Float32Array.from({ length: replicas * rows }, () => random.integer(2));
  const weights = Float32Array.from({ length: strategies * rows }, (_, i) =>
    i < rows ? 1 : i < 2 * rows ? 0.5 ** ((i % rows) / 100) : Number(i % rows >= 613 && i % rows < 690),
  );
  try {
    model.addBlock(x, y, rows);
    model.fit([weights]);
    return model.coefficients.slice();
  } finally {
    model.dispose();
  }
}

const furthest = (a: Float32Array, b: Float32Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!) / (1 + Math.abs(b[i]!))), 0);

describe.each(shapes)("a $task network $inputs-$hidden-$classes on batches of $batch", (shape) => {
  it("has the same bits with SIMD and without, and in any company", async () => {
    await start.scalar();
    const scalar = figuresOf(shape, [1, 2, 3]);
    await start.simd();
    const before = memory().numTensors;
    const simd = figuresOf(shape, [1, 2, 3]);
    expect(simd).toEqual(scalar);
    const alone = figuresOf(shape, [2]);
    const size = alone.weights.length;
    expect(alone.weights).toEqual(simd.weights.slice(size, 2 * size));
    expect(alone.answers).toEqual(simd.answers.slice(alone.answers.length, 2 * alone.answers.length));
    expect(memory().numTensors).toBe(before);
    expect(simd.weights.every(Number.isFinite)).toBe(true);
  });

  it("is near to the formulas in double precision", async () => {
    await start.simd();
    const compiled = figuresOf(shape, [1, 2]);
    await start.plain();
    const plain = figuresOf(shape, [1, 2]);
    // 30 steps of Adam: where a gradient is almost 0 its sign, and with it a whole step, may hang on the last bit.
    expect(furthest(compiled.weights, plain.weights)).toBeLessThan(0.01);
    expect(furthest(compiled.answers, plain.answers)).toBeLessThan(0.01);
    expect(furthest(compiled.gradients, plain.gradients)).toBeLessThan(0.01);
    await start.simd();
  });
});

describe("logistic derivatives", () => {
  it("have the same bits with SIMD and without, and are near to double precision", async () => {
    await start.scalar();
    const scalar = logisticFigures();
    await start.simd();
    const simd = logisticFigures();
    expect(simd).toEqual(scalar);
    await start.plain();
    expect(furthest(simd, logisticFigures())).toBeLessThan(1e-4);
    await start.simd();
  });
});

describe("a table to draw from", () => {
  it("gives every row the chance that its weight says, and none to weight 0", () => {
    const weights = [0, 1, 5, 0.25, 0, 3.75];
    const { keep, alias } = drawTable(weights);
    const total = weights.reduce((a, b) => a + b);
    const chance = new Float64Array(weights.length);
    keep.forEach((kept, i) => {
      const share = kept === -1 ? 1 : (kept >>> 0) / 2 ** 32;
      chance[i]! += share / weights.length;
      chance[alias[i]!]! += (1 - share) / weights.length;
    });
    weights.forEach((weight, i) => {
      expect(chance[i]).toBeCloseTo(weight / total, 8);
    });
    expect(chance[0]).toBe(0);
    expect(chance[4]).toBe(0);
  });
});

describe("the compiled code", () => {
  it("is what the sources compile to", async () => {
    const file = new URL("../../../simulations/core/models/kernels/compiled.ts", import.meta.url);
    expect(readFileSync(file, "utf8")).toBe(await compiledText());
  });
});
