/**
 * Runs a computation on tensors and gives back plain numbers, with every tensor made on the way freed.
 *
 * `tf.tidy` looks for tensors in whatever it is given back, number by number in a typed array: for large results that takes
 * longer than the computation. Handing the result out beside it avoids the search.
 *
 * @example compute(() => tf.add(1, 2).dataSync()[0]) // 3
 */
import { tidy } from "@tensorflow/tfjs-core";

/** @param work must not give back tensors: they are freed when it ends */
export function compute<T>(work: () => T): T {
  let result: { value: T } | undefined;
  tidy(() => {
    result = { value: work() };
  });
  return result!.value;
}
