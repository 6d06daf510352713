/** One training step of many networks: our kernels against other ways, interleaved in one run so that all meet the same machine. */
import { type MlpWeights, mlpGradients, trainMlp } from "@/simulations/core/models/mlp";
import { createRandom } from "@/simulations/core/random";
import type { BenchRow } from "./instruments";
import { jaxStep } from "./jax";
import { loopGradient, loopNetwork, loopScratch, loopStep } from "./loop";
import { createGraph } from "./one-at-a-time";
import { cpuMilliseconds, median } from "./timing";

interface Size {
  readonly models: number;
  readonly inputs: number;
  readonly hidden: number;
  readonly batch: number;
}

const steps = 300;
const rounds = 15;

const sizes: readonly Size[] = [
  ...[1, 32, 96].map((models) => ({ models, inputs: 6, hidden: 8, batch: 32 })),
  ...[1, 32, 96].map((models) => ({ models, inputs: 6, hidden: 8, batch: 256 })),
  ...[1, 32, 96].map((models) => ({ models, inputs: 10, hidden: 16, batch: 1024 })),
  ...[8, 96].map((inputs) => ({ models: 32, inputs, hidden: 16, batch: 32 })),
];

/** Median times over interleaved rounds of several pieces of work, after a warm-up. */
function interleaved(work: readonly (() => void)[], times = rounds): number[] {
  const measured = work.map(() => [] as number[]);
  for (let i = 0; i < times + 3; i++)
    work.forEach((run, k) => {
      const time = cpuMilliseconds(run);
      if (i >= 3) measured[k]!.push(time);
    });
  return measured.map(median);
}

interface Ratios {
  readonly gradient: number;
  readonly training: number;
  readonly graph: number;
  readonly jax: number;
}

/** Times as multiples of the loop's. */
function stepOf({ models, inputs, hidden, batch }: Size): Ratios {
  const random = createRandom(1, "bench", "step");
  const normal = (length: number) => Float32Array.from({ length }, () => 0.3 * random.normal());
  const size = hidden * (inputs + 1) + hidden + 1;
  const weights: MlpWeights = {
    task: "classification",
    models,
    inputs,
    hidden,
    outputs: 1,
    values: normal(models * size),
  };
  const rows = models * batch;
  const x = normal(rows * inputs);
  const y = Float32Array.from({ length: rows }, () => random.integer(2));
  const pools = Array.from({ length: models }, (_, k) => ({
    inputs: x.subarray(k * batch * inputs, (k + 1) * batch * inputs),
    targets: y.subarray(k * batch, (k + 1) * batch),
  }));
  const networks = Array.from({ length: models }, (_, k) =>
    loopNetwork(inputs, hidden, batch, weights.values.slice(k * size, (k + 1) * size)),
  );
  const scratch = loopScratch(networks[0]!);
  const own = pools.map(({ inputs: features, targets }) => ({ features, targets }));
  const graph = createGraph(inputs, hidden, batch, () => 0.3 * random.normal());
  const fewSteps = batch > 100 ? steps / 30 : steps;
  const [ours, loop] = interleaved([
    () => void mlpGradients(weights, x, y, batch),
    () => {
      for (const [k, network] of networks.entries()) loopGradient(network, scratch, own[k]!.features, own[k]!.targets);
    },
  ]) as [number, number];
  const [train, loopTrain, graphStep] = interleaved(
    [
      () =>
        void trainMlp({
          task: "classification",
          inputs,
          hidden,
          pools,
          randoms: pools.map((_, k) => createRandom(k)),
          steps: fewSteps,
          batch,
        }),
      () => {
        for (let s = 0; s < fewSteps; s++)
          for (const [k, network] of networks.entries())
            loopStep(network, scratch, own[k]!.features, own[k]!.targets, s);
      },
      () => graph.step(own[0]!.features, own[0]!.targets),
    ],
    7,
  ) as [number, number, number];
  const jax = jaxStep(models, inputs, hidden, batch, batch > 100 ? 5 : 30, normal) * fewSteps;
  return {
    jax: jax / loopTrain,
    gradient: ours / loop,
    training: train / loopTrain,
    graph: (graphStep * models * fewSteps) / loopTrain,
  };
}

export function benchNetworks(): BenchRow[] {
  return sizes.flatMap((size) => {
    const { models, inputs, hidden, batch } = size;
    const { gradient, training, graph, jax } = stepOf(size);
    const name = `${models} networks ${inputs}-${hidden}-1, batch ${batch}, against a good plain loop`;
    return [
      { name: `Gradient of ${name}`, value: `× ${gradient.toFixed(2)}` },
      {
        name: `Training step (batch drawn, forward, backward, Adam) of ${name} that draws nothing`,
        value: `× ${training.toFixed(2)}`,
      },
      {
        name: "The same in jax-js (vmap, jit, WebAssembly; plain gradient steps)",
        value: `× ${jax.toFixed(1)}; ours is ${(jax / training).toFixed(0)} times faster`,
      },
      {
        name: `The same, one example at a time over objects (TensorFlow Playground's way)`,
        value: `× ${graph.toFixed(1)}`,
      },
    ];
  });
}
