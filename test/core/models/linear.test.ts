import { memory, tensor3d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { solveSymmetric } from "@/simulations/core/models/cholesky";
import { fitLinear, predictLinear } from "@/simulations/core/models/linear";
import { createRandom } from "@/simulations/core/random";
import { startWasm } from "./backend-for-tests";

beforeAll(startWasm);

/** Gauss–Jordan elimination with pivoting, in double precision: another way to the same answer. */
function solveByElimination(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let j = 0; j < rows.length; j++) {
    const pivot = rows
      .slice(j)
      .reduce((best, row, i) => (Math.abs(row[j]!) > Math.abs(rows[best]![j]!) ? j + i : best), j);
    [rows[j], rows[pivot]] = [rows[pivot]!, rows[j]!];
    rows.forEach((row, i) => {
      if (i === j) return;
      const factor = row[j]! / rows[j]![j]!;
      rows[i] = row.map((value, k) => value - factor * rows[j]![k]!);
    });
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}

describe("solving a symmetric system", () => {
  it("solves the example", () => {
    const x = solveSymmetric([4, 1, 1, 3], [1, 2], 2);
    expect(x[0]).toBeCloseTo(1 / 11, 14);
    expect(x[1]).toBeCloseTo(7 / 11, 14);
  });

  it("refuses a matrix that is not positive definite, and lengths that do not fit", () => {
    expect(() => solveSymmetric([1, 2, 2, 1], [1, 1], 2)).toThrow(/matrix must be positive definite/);
    expect(() => solveSymmetric([1, 2, 2], [1, 1], 2)).toThrow(/matrix must hold 4 values, got 3/);
    expect(() => solveSymmetric([1, 0, 0, 1], [1], 2)).toThrow(/right must hold 2 values, got 1/);
  });
});

describe("weighted linear regression", () => {
  it("fits the example exactly", () => {
    const examples = Float32Array.of(1, 1, 1, 0, 1, 2, 1, 3, 5);
    const weights = Float32Array.of(1);
    const shape = { replicas: 1, months: 1, inputs: 1, rows: 3, systems: 1, ridge: 0 };
    const [constant, slope] = fitLinear({ examples, weights, ...shape });
    expect(constant).toBeCloseTo(1, 4);
    expect(slope).toBeCloseTo(2, 4);
  });

  it("agrees with normal equations in double precision for every replica and weighting", () => {
    const [replicas, months, inputs, rows, systems, ridge] = [3, 4, 5, 9, 6, 0.7];
    const random = createRandom(3, "linear test");
    const examples = new Float32Array(replicas * months * (inputs + 2) * rows);
    const at = (r: number, m: number, f: number, i: number) => ((r * months + m) * (inputs + 2) + f) * rows + i;
    for (let r = 0; r < replicas; r++)
      for (let m = 0; m < months; m++)
        for (let i = 0; i < rows; i++) {
          examples[at(r, m, 0, i)] = 1;
          for (let f = 1; f < inputs + 2; f++) examples[at(r, m, f, i)] = random.normal();
        }
    const weights = Float32Array.from({ length: systems * months }, (_, i) => (i % 5 === 0 ? 0 : random.uniform()));
    const fitted = fitLinear({ examples, replicas, months, inputs, rows, weights, systems, ridge });
    for (let r = 0; r < replicas; r++) {
      for (let s = 0; s < systems; s++) {
        const matrix = Array.from({ length: inputs + 1 }, (_, a) =>
          Array.from({ length: inputs + 1 }, (_, b) => (a === b && a > 0 ? ridge : 0)),
        );
        const right = new Array<number>(inputs + 1).fill(0);
        for (let m = 0; m < months; m++) {
          const w = weights[s * months + m]!;
          for (let i = 0; i < rows; i++) {
            for (let a = 0; a <= inputs; a++) {
              right[a]! += w * examples[at(r, m, a, i)]! * examples[at(r, m, inputs + 1, i)]!;
              for (let b = 0; b <= inputs; b++)
                matrix[a]![b]! += w * examples[at(r, m, a, i)]! * examples[at(r, m, b, i)]!;
            }
          }
        }
        solveByElimination(matrix, right).forEach((value, a) => {
          expect(fitted[(r * systems + s) * (inputs + 1) + a]).toBeCloseTo(value, 4);
        });
      }
    }
  });

  it("stays finite with fewer examples than unknowns and keeps no tensor", () => {
    const before = memory().numTensors;
    const examples = Float32Array.of(1, 2, 3, 4, 5);
    const fitted = fitLinear({
      examples,
      replicas: 1,
      months: 1,
      inputs: 3,
      rows: 1,
      weights: Float32Array.of(1),
      systems: 1,
      ridge: 1,
    });
    expect(fitted.every(Number.isFinite)).toBe(true);
    expect(memory().numTensors).toBe(before);
  });

  it("predicts constant plus slope times input", () => {
    const predicted = predictLinear(
      tensor3d([[[1, 2]]]),
      tensor3d([
        [
          [1, 1],
          [3, -1],
        ],
      ]),
    );
    expect(Array.from(predicted.dataSync())).toEqual([7, -1]);
    predicted.dispose();
  });

  it("names the argument that does not fit", () => {
    const shape = { replicas: 1, months: 1, inputs: 1, rows: 3, systems: 1, ridge: 0 };
    const weights = Float32Array.of(1);
    expect(() => fitLinear({ examples: new Float32Array(8), weights, ...shape })).toThrow(
      /examples must hold 9 values/,
    );
    expect(() => fitLinear({ examples: new Float32Array(9), weights, ...shape, ridge: -1 })).toThrow(/ridge/);
    expect(() => fitLinear({ examples: new Float32Array(9), weights, ...shape, rows: 0 })).toThrow(/rows/);
  });
});
