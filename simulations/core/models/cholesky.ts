/**
 * Solves a small symmetric positive definite system A x = b in double precision: A = L Lᵀ (Cholesky), then two triangular
 * substitutions. The sums that make up A and b come from tensors; a system of a dozen unknowns itself is done sooner here
 * than its dozens of tiny tensor operations could be started, and with twice the digits.
 *
 * @example
 * solveSymmetric([4, 1, 1, 3], [1, 2], 2) // [1/11, 7/11]
 */
import type { Numbers } from "../check";
import { checkWholeNumber } from "../check";

/**
 * @param matrix [n, n], row by row; only the lower triangle is read
 * @param right [n]
 * @throws RangeError when the matrix is not positive definite, or a length does not fit
 */
export function solveSymmetric(matrix: Numbers, right: Numbers, n: number): Float64Array {
  checkWholeNumber("n", n, 1);
  if (matrix.length !== n * n) throw new RangeError(`matrix must hold ${n * n} values, got ${matrix.length}`);
  if (right.length !== n) throw new RangeError(`right must hold ${n} values, got ${right.length}`);
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i !== j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > 0) lower[i * n + i] = Math.sqrt(sum);
      else throw new RangeError(`matrix must be positive definite, got pivot ${sum} in row ${i}`);
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k * n + i]! * x[k]!;
    x[i]! /= lower[i * n + i]!;
  }
  return x;
}
