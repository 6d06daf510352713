/**
 * Solves many small symmetric positive definite systems A x = b at once, as one tensor program.
 *
 * Gaussian elimination without pivoting, which is stable for such matrices (Wilkinson 1961): step j takes the pivot's row
 * out of what is left and keeps it, A′ = A − column · row / pivot; back substitution then runs from the last row up. The
 * systems lie along the first dimension, so that each step is a handful of operations however many systems there are.
 *
 * @example
 * // 4x + y = 1, x + 3y = 2
 * solveSymmetric(tf.tensor3d([[[4, 1, 1], [1, 3, 2]]])) // [[1/11, 7/11]]
 */
import * as tf from "@tensorflow/tfjs-core";

/**
 * @param augmented [systems, n, n + 1]: A with b as its last column. A must be positive definite: a pivot of 0 gives
 *   values that are not finite.
 * @returns [systems, n]: x. Belongs to the caller.
 * @throws RangeError when the last two dimensions are not n and n + 1
 */
export function solveSymmetric(augmented: tf.Tensor3D): tf.Tensor2D {
  const [systems, n, columns] = augmented.shape;
  if (columns !== n + 1)
    throw new RangeError(`augmented must have shape [systems, n, n + 1], got [${augmented.shape.join(", ")}]`);
  return tf.tidy(() => {
    const rows: tf.Tensor2D[] = [];
    let left = augmented;
    for (let size = n; size > 0; size--) {
      const pivot = tf.slice(left, [0, 0, 0], [systems, 1, 1]);
      const row = tf.div(tf.slice(left, [0, 0, 1], [systems, 1, size]), pivot);
      rows.push(tf.reshape(row, [systems, size]));
      if (size === 1) break;
      const column = tf.slice(left, [0, 1, 0], [systems, size - 1, 1]);
      const rest = tf.slice(left, [0, 1, 1], [systems, size - 1, size]);
      left = tf.sub(rest, tf.mul(column, row)) as tf.Tensor3D;
    }
    let solution = rows[n - 1]!;
    for (let j = n - 2; j >= 0; j--) {
      const known = n - 1 - j;
      const row = rows[j]!;
      const sum = tf.sum(tf.mul(tf.slice(row, [0, 0], [systems, known]), solution), 1, true);
      solution = tf.concat([tf.sub(tf.slice(row, [0, known], [systems, 1]), sum) as tf.Tensor2D, solution], 1);
    }
    return solution;
  });
}
