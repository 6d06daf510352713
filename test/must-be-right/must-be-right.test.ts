/** The parts of the queries that must be right: quality of a list, the ranker, and what users do. */
import { describe, expect, it } from "vitest";
import { ndcg } from "@/simulations/core/metrics/ndcg";
import { trainRanker } from "@/simulations/core/models/listwise";
import { createRandom } from "@/simulations/core/random";
import { drawQueries, lookalikeShare, signalCount, sitesAQuery } from "@/simulations/core/worlds/documents";
import { run } from "@/simulations/must-be-right/engine";
import { knobs } from "@/simulations/must-be-right/knobs";
import { resultsOf } from "@/simulations/must-be-right/results";
import { lostUsers } from "@/simulations/must-be-right/summary";
import { outcome, words } from "@/simulations/must-be-right/words";
import { defaultsOf } from "@/simulations/runtime/knobs";

describe("NDCG", () => {
  it("is that of an example computed by hand", () => {
    // Order 2, 0, 3: gains 3, 0, 7 at discounts 1, log₂ 3, 2; the best order is 3, 2, 0.
    const shown = 3 / 1 + 0 + 7 / 2;
    const best = 7 / 1 + 3 / Math.log2(3);
    expect(ndcg([3, 2, 0], [1, 3, 2], 3)).toBeCloseTo(shown / best, 12);
    expect(ndcg([3, 2, 0], [3, 2, 1], 3)).toBe(1);
    expect(ndcg([0, 0, 3], [3, 2, 1], 2)).toBe(0);
    expect(ndcg([0, 0], [1, 2], 2)).toBeNaN();
  });
});

describe("the listwise ranker", () => {
  const { signals, grades, navigational } = drawQueries(createRandom(4, "ranker"), {
    count: 60,
    navigationalShare: 0.2,
  });
  const weights = Float64Array.from(navigational, (is) => (is ? 9 : 1));
  const training = { signals, grades, size: signalCount, sites: sitesAQuery, weights };
  /** The loss, written down again from its formula. */
  const lossAt = (theta: ArrayLike<number>) => {
    let loss = 0.5 * Array.from(theta).reduce((sum, value) => sum + value * value, 0);
    for (let q = 0; q < weights.length; q++) {
      const sites = Array.from({ length: sitesAQuery }, (_, s) => q * sitesAQuery + s);
      const graded = sites.reduce((sum, site) => sum + grades[site]!, 0);
      if (graded === 0) continue;
      const scores = sites.map((site) =>
        Array.from(theta).reduce((sum, value, k) => sum + value * signals[site * signalCount + k]!, 0),
      );
      const logSum = Math.log(scores.reduce((sum, score) => sum + Math.exp(score), 0));
      sites.forEach((site, s) => {
        loss -= weights[q]! * (grades[site]! / graded) * (scores[s]! - logSum);
      });
    }
    return loss;
  };

  it("stands where the numerical gradient of its loss is zero, wherever it began", () => {
    for (const from of [undefined, Float64Array.of(3, -2, 4, 1, -5)]) {
      const theta = trainRanker({ ...training, ...(from && { from }) });
      for (let k = 0; k < signalCount; k++) {
        const moved = (by: number) => lossAt(theta.map((value, j) => value + (j === k ? by : 0)));
        expect(Math.abs((moved(1e-4) - moved(-1e-4)) / 2e-4)).toBeLessThan(0.02);
        expect(moved(0.1)).toBeGreaterThan(lossAt(theta));
        expect(moved(-0.1)).toBeGreaterThan(lossAt(theta));
      }
    }
  });

  it("does not run away where whole steps of Newton would", () => {
    const heavy = Float64Array.from(navigational, (is) => (is ? 64 : 1));
    const theta = trainRanker({ ...training, weights: heavy });
    expect(Math.max(...theta.map(Math.abs))).toBeLessThan(20);
    // Text still counts for people who look for information.
    expect(theta[0]).toBeGreaterThan(0);
  });
});

describe("the queries", () => {
  it("have one true answer when they are navigational, and a lookalike now and then when they are not", () => {
    const all = drawQueries(createRandom(6, "queries"), { count: 4000, navigationalShare: 0.5 });
    let lookalikes = 0;
    for (let q = 0; q < all.queries; q++) {
      const sites = Array.from({ length: sitesAQuery }, (_, s) => q * sitesAQuery + s);
      const official = sites.filter((site) => all.signals[site * signalCount + 4]! > 1);
      if (all.navigational[q] === 1) {
        expect(sites.map((site) => all.grades[site]!).filter((grade) => grade > 0)).toEqual([3]);
        expect(all.grades[official[0]!]).toBe(3);
      } else lookalikes += official.length;
    }
    const informational = all.queries - all.navigational.reduce((sum, is) => sum + is, 0);
    expect(Math.abs(lookalikes / informational - lookalikeShare)).toBeLessThan(0.03);
  });
});

describe("what is told", () => {
  it("loses users by every miss: 1 − (1 − share · misses · cost)^50", () => {
    expect(lostUsers(1, { share: 5, missCost: 10 })).toBe(0);
    expect(lostUsers(0.5, { share: 5, missCost: 10 })).toBeCloseTo(1 - 0.9975 ** 50, 12);
  });

  it("shows one query’s ten sites under both weights, and the guess", () => {
    const values = { ...defaultsOf(knobs), weight: 16, replicas: 2, seed: 9 };
    const frames = [...run(values, { from: 0, to: 2 })];
    const results = resultsOf({ values, frames, replicasDone: 2, replicas: 2, elapsedMs: 1, complete: true });
    const { chosen, plain, official } = results.shown!;
    for (const shares of [chosen, plain]) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    expect(plain.indexOf(Math.max(...plain))).not.toBe(official);
    expect(outcome(results, "nearly-all").tally!.options).toHaveLength(2);
    expect(words(results)).toContain("The weight changes average quality by");
    const alone = resultsOf({
      values: { ...values, weight: 1 },
      frames: [...run({ ...values, weight: 1 }, { from: 0, to: 2 })],
      replicasDone: 2,
      replicas: 2,
      elapsedMs: 1,
      complete: true,
    });
    // With weight 1 there is nothing to compare it with.
    expect(words(alone).match(/weight 1/gi)).toHaveLength(1);
  });
});
