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
  const lower = factor(matrix, n);
  const x = Float64Array.from(right);
  for (let i = 0; i < n; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * n + k]! * x[k]!;
    x[i] = sum / lower[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= lower[k * n + i]! * x[k]!;
    x[i] = sum / lower[i * n + i]!;
  }
  return x;
}

/** L, column by column. Four rows at a time: no sum waits for another, and each is added up in the same order as alone. */
function factor(matrix: Numbers, n: number): Float64Array {
  const lower = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const own = j * n;
    let square = matrix[own + j]!;
    for (let k = 0; k < j; k++) square -= lower[own + k]! * lower[own + k]!;
    if (!(square > 0)) throw new RangeError(`matrix must be positive definite, got pivot ${square} in row ${j}`);
    const pivot = Math.sqrt(square);
    lower[own + j] = pivot;
    let i = j + 1;
    for (; i + 3 < n; i += 4) {
      const [a, b, c, d] = [i * n, (i + 1) * n, (i + 2) * n, (i + 3) * n] as const;
      let sumA = matrix[a + j]!;
      let sumB = matrix[b + j]!;
      let sumC = matrix[c + j]!;
      let sumD = matrix[d + j]!;
      for (let k = 0; k < j; k++) {
        const each = lower[own + k]!;
        sumA -= lower[a + k]! * each;
        sumB -= lower[b + k]! * each;
        sumC -= lower[c + k]! * each;
        sumD -= lower[d + k]! * each;
      }
      lower[a + j] = sumA / pivot;
      lower[b + j] = sumB / pivot;
      lower[c + j] = sumC / pivot;
      lower[d + j] = sumD / pivot;
    }
    for (; i < n; i++) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[own + k]!;
      lower[i * n + j] = sum / pivot;
    }
  }
  return lower;
}
