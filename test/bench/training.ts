/** Speed of training in Node on the wasm backend: the whole experiment against one fit after another, one step against a plain loop. */
import * as tf from "@tensorflow/tfjs";
import { createRandom } from "@/simulations/core/random";
import { createEngine } from "@/simulations/retraining/engine";
import { knobs, type RetrainingValues } from "@/simulations/retraining/knobs";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";
import type { BenchRow } from "./instruments";
import { benchNetworks } from "./networks";
import { benchNewSeeds } from "./new-seeds";
import { median, ratio, timed } from "./timing";

const FITS_TIMED = 12;
const STEPS_A_FIT = 30;

/** The race on queries (logistic), the rest as the page opens. */
const settings = (replicas: number, examplesPerMonth: number): RetrainingValues => ({
  ...defaultsOf(knobs),
  world: "queries",
  replicas,
  examplesPerMonth,
});

async function wholeExperiment(replicas: number, examplesPerMonth: number): Promise<number> {
  return timed(async () => {
    const values = settings(replicas, examplesPerMonth);
    for (const range of chunksOf(replicas)) for await (const _ of createEngine().run(values, range));
  });
}

/** One `fit` of a logistic model: 30 steps on rows of five inputs, as a loop over models would do. */
async function oneFit(rows: number): Promise<number> {
  const random = createRandom(1, "bench", "fit");
  const x = tf.tensor2d(
    Float32Array.from({ length: rows * 5 }, () => random.normal()),
    [rows, 5],
  );
  const y = tf.tensor2d(
    Float32Array.from({ length: rows }, () => random.integer(2)),
    [rows, 1],
  );
  const times: number[] = [];
  for (let i = 0; i < FITS_TIMED + 2; i++) {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [5], activation: "sigmoid" })] });
    model.compile({ optimizer: tf.train.sgd(0.5), loss: "binaryCrossentropy" });
    times.push(
      await timed(() => model.fit(x, y, { epochs: STEPS_A_FIT, batchSize: rows, shuffle: false, verbose: 0 })),
    );
    model.dispose();
  }
  tf.dispose([x, y]);
  return median(times.slice(2));
}

export async function benchTraining(): Promise<BenchRow[]> {
  await wholeExperiment(8, 14);
  const rows: BenchRow[] = [];
  for (const examples of [14, 200]) {
    const race = () => wholeExperiment(32, examples);
    const whole = median([await race(), await race(), await race()]);
    const fit = await oneFit(examples);
    const fits = 3 * 32 * 24;
    rows.push({
      name: `Whole race (queries, 32 replicas, 24 months, ${examples} examples a month), one thread`,
      value: `${whole.toFixed(0)} ms`,
    });
    rows.push({
      name: `The same as one model.fit after another on the same backend (${fits} fits of ${STEPS_A_FIT} steps on ${examples} rows, from ${FITS_TIMED} timed)`,
      value: `${((fit * fits) / 1000).toFixed(1)} s; the race is ${ratio((fit * fits) / whole)} faster`,
    });
  }
  for (const examples of [14, 200])
    for (const replicas of [1, 8, 32, 128]) {
      const race = () => wholeExperiment(replicas, examples);
      const time = median([await race(), await race(), await race()]);
      rows.push({
        name: `Whole race with ${replicas === 1 ? "1 replica" : `${replicas} replicas`} (queries, ${examples} examples a month), one thread`,
        value: `${time.toFixed(0)} ms`,
      });
    }
  return [...rows, ...(await benchNewSeeds()), ...benchNetworks()];
}
