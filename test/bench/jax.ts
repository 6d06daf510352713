/**
 * The same networks in jax-js (its WebAssembly backend): gradients derived by it, all models in one program by vmap, compiled by
 * jit. Plain gradient steps on a fixed batch.
 */
import { defaultDevice, grad, jit, numpy as np, tree, vmap } from "@jax-js/jax";

type Arrays = { w: np.Array; b: np.Array; v: np.Array; c: np.Array };

/** Milliseconds a step of all models, from `steps` steps after a warm-up. */
export function jaxStep(
  models: number,
  inputs: number,
  hidden: number,
  batch: number,
  steps: number,
  normal: (length: number) => Float32Array,
): number {
  defaultDevice("wasm");
  const array = (...shape: number[]) => np.array(normal(shape.reduce((a, b) => a * b)), { shape });
  const x = array(models, batch, inputs);
  const y = np.array(
    normal(models * batch).map((value) => Number(value > 0)),
    { shape: [models, batch, 1] },
  );
  const loss = (p: Arrays, rows: np.Array, targets: np.Array) => {
    const activation = np.tanh(np.matmul(rows, p.w).add(p.b));
    const odds = np.matmul(activation, p.v).add(p.c);
    return np.mean(np.log(np.exp(odds.ref.neg()).add(1)).add(odds.mul(targets.mul(-1).add(1))));
  };
  const step = jit((p: Arrays, rows: np.Array, targets: np.Array) => {
    const slopes = vmap(grad(loss))(tree.ref(p), rows, targets);
    return tree.map((value: np.Array, slope: np.Array) => value.sub(slope.mul(0.05)), p, slopes);
  });
  let weights: Arrays = {
    w: array(models, inputs, hidden),
    b: array(models, hidden),
    v: array(models, hidden, 1),
    c: array(models, 1),
  };
  const run = (count: number) => {
    for (let i = 0; i < count; i++) weights = step(weights, x.ref, y.ref) as Arrays;
    weights.w.ref.dataSync();
  };
  run(5);
  const began = process.cpuUsage();
  run(steps);
  const { user, system } = process.cpuUsage(began);
  tree.dispose(weights);
  x.dispose();
  y.dispose();
  return (user + system) / 1000 / steps;
}
