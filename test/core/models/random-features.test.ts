import { describe, expect, it } from "vitest";
import {
  drawFeatures,
  featuresOfRows,
  fitOf,
  leastNormFits,
  normalEquations,
  scoresOf,
  scoresOfFits,
} from "@/simulations/core/models/random-features";
import { createRandom } from "@/simulations/core/random";

const inputs = 3;
const rows = 12;
const capacities = [2, 5, 9, 12, 20, 60];

function example() {
  const random = createRandom(4, "features");
  const x = random.normals(new Float64Array(rows * inputs));
  const y = random.normals(new Float64Array(rows));
  const phi = featuresOfRows(drawFeatures(random, inputs, 60), x);
  return { random, x, y, phi, fits: leastNormFits(phi, y, capacities) };
}

/** A second implementation: gradient descent from 0 ends at the least-squares solution of least norm. */
function descend(phi: Float64Array, y: Float64Array, capacity: number): Float64Array {
  const theta = new Float64Array(capacity);
  let largest = 0;
  for (let i = 0; i < capacity * rows; i++) largest += phi[i]! ** 2;
  for (let step = 0; step < 40_000; step++) {
    const residual = scoresOf(phi, theta, rows).map((score, i) => y[i]! - score);
    for (let j = 0; j < capacity; j++) {
      let slope = 0;
      for (let i = 0; i < rows; i++) slope += phi[j * rows + i]! * residual[i]!;
      theta[j]! += slope / largest;
    }
  }
  return theta;
}

describe("random features", () => {
  it("score new rows feature by feature as they do at once", () => {
    const random = createRandom(9, "features");
    const features = drawFeatures(random, inputs, 60);
    const x = random.normals(new Float64Array(rows * inputs));
    const fits = [4, 60].map((count) => random.normals(new Float64Array(count)));
    const phi = featuresOfRows(features, x);
    scoresOfFits(features, x, fits).forEach((scores, f) => {
      expect(scores).toEqual(scoresOf(phi, fits[f]!, rows));
    });
  });

  it("begin with the linear model, and are never negative behind it", () => {
    const { x, phi } = example();
    for (let i = 0; i < rows; i++) {
      expect(phi[i]).toBe(1);
      for (let k = 0; k < inputs; k++) expect(phi[(k + 1) * rows + i]).toBe(x[i * inputs + k]);
    }
    expect(Math.min(...phi.subarray((inputs + 1) * rows))).toBe(0);
  });

  it("leave residuals at right angles to every feature where they are few", () => {
    const { y, phi, fits } = example();
    for (const c of [0, 1, 2]) {
      const residual = scoresOf(phi, fits[c]!, rows).map((score, i) => y[i]! - score);
      for (let j = 0; j < capacities[c]!; j++) {
        let sum = 0;
        for (let i = 0; i < rows; i++) sum += phi[j * rows + i]! * residual[i]!;
        expect(Math.abs(sum)).toBeLessThan(1e-5);
      }
    }
  });

  it("fit some of them as they are fitted when there are no others", () => {
    const { y, phi } = example();
    const chosen = Int32Array.of(0, 7, 3, 11, 5);
    const alone = new Float64Array(chosen.length * rows);
    chosen.forEach((j, at) => {
      alone.set(phi.subarray(j * rows, (j + 1) * rows), at * rows);
    });
    const fit = fitOf(normalEquations(phi, y, 12), chosen);
    expect(fit).toEqual(leastNormFits(alone, y, [chosen.length])[0]);
    expect(scoresOf(phi, fit, rows, chosen)).toEqual(scoresOf(alone, fit, rows));
  });

  it("reproduce every label where they are at least as many as examples", () => {
    const { y, phi, fits } = example();
    for (const c of [4, 5])
      scoresOf(phi, fits[c]!, rows).forEach((score, i) => {
        expect(score).toBeCloseTo(y[i]!, 5);
      });
  });

  it("have the least norm of all that reproduce the labels", () => {
    const { random, y, phi, fits } = example();
    const norm = (theta: Float64Array) => Math.hypot(...theta);
    const least = fits[5]!;
    for (let t = 0; t < 20; t++) {
      // Any other solution: the least one and a part that changes no score.
      const direction = random.normals(new Float64Array(60));
      const [seen] = leastNormFits(phi, scoresOf(phi, direction, rows), [60]);
      const other = least.map((value, j) => value + direction[j]! - seen![j]!);
      scoresOf(phi, other, rows).forEach((score, i) => {
        expect(score).toBeCloseTo(y[i]!, 4);
      });
      expect(norm(other)).toBeGreaterThan(norm(least));
    }
  });

  it("agree with gradient descent from zero", () => {
    const { y, phi, fits } = example();
    for (const c of [1, 5]) {
      const slow = descend(phi, y, capacities[c]!);
      fits[c]!.forEach((value, j) => {
        expect(Math.abs(value - slow[j]!)).toBeLessThan(0.02);
      });
    }
  });
});
