/**
 * Networks with one hidden layer in plain JavaScript and double precision, as straightforward as the formulas: what takes over
 * where there is no WebAssembly, and what the compiled kernels are checked against. Its figures agree with theirs to about
 * the sixth digit, not to the last.
 */
import {
  type AnswerAttributes,
  type LossCode,
  type NetworkShape,
  type TrainAttributes,
  weightCount,
} from "./network-kernels";

type Numbers = Float32Array | Float64Array;

/** The next of xoshiro128++ (Blackman and Vigna 2019), whose four words start at `at`. */
function nextDraw(words: Int32Array, at: number): number {
  let [s0, s1, s2, s3] = [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!];
  const turned = (s0 + s3) | 0;
  const result = (((turned << 7) | (turned >>> 25)) + s0) >>> 0;
  const t = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= t;
  s3 = (s3 << 11) | (s3 >>> 21);
  words.set([s0, s1, s2, s3], at);
  return result;
}

/** Answers o and hidden activations a of one row. */
function forward(
  shape: NetworkShape,
  weights: Numbers,
  from: number,
  x: Numbers,
  a: Float64Array,
  o: Float64Array,
): void {
  const { inputs, hidden, outputs, loss } = shape;
  const second = from + hidden * (inputs + 1);
  for (let h = 0; h < hidden; h++) {
    const w = from + h * (inputs + 1);
    let z = weights[w]!;
    for (let d = 0; d < inputs; d++) z += weights[w + 1 + d]! * x[d]!;
    a[h] = Math.tanh(z);
  }
  for (let k = 0; k < outputs; k++) {
    let z = weights[second + outputs * hidden + k]!;
    for (let h = 0; h < hidden; h++) z += weights[second + k * hidden + h]! * a[h]!;
    o[k] = z;
  }
  answer(loss, o);
}

function answer(loss: LossCode, o: Float64Array): void {
  if (loss === 1) o[0] = 1 / (1 + Math.exp(-o[0]!));
  if (loss !== 2) return;
  const most = Math.max(...o);
  let sum = 0;
  o.forEach((z, k) => {
    o[k] = Math.exp(z - most);
    sum += o[k]!;
  });
  o.forEach((e, k) => {
    o[k] = e / sum;
  });
}

/** Adds one row's share of the gradient to g. */
function backward(
  shape: NetworkShape,
  weights: Numbers,
  from: number,
  x: Numbers,
  a: Float64Array,
  o: Float64Array,
  target: number,
  share: number,
  g: Float64Array,
): void {
  const { inputs, hidden, outputs, loss } = shape;
  const second = hidden * (inputs + 1);
  const errors = o.map((said, k) => (said - (loss === 2 ? Number(target === k) : target)) * share);
  for (let h = 0; h < hidden; h++) {
    let blame = 0;
    for (let k = 0; k < outputs; k++) {
      blame += weights[from + second + k * hidden + h]! * errors[k]!;
      g[second + k * hidden + h]! += errors[k]! * a[h]!;
    }
    blame *= 1 - a[h]! ** 2;
    g[h * (inputs + 1)]! += blame;
    for (let d = 0; d < inputs; d++) g[h * (inputs + 1) + 1 + d]! += blame * x[d]!;
  }
  for (let k = 0; k < outputs; k++) g[second + outputs * hidden + k]! += errors[k]!;
}

interface Plan {
  readonly table: Int32Array;
  readonly rows: Float32Array;
  readonly keep: Int32Array;
  readonly alias: Int32Array;
  readonly schedule: Float32Array;
}

/** Some steps of every model; changes state and random in place. Shapes as of the kernel. */
export function trainPlainly(shape: TrainAttributes, state: Float32Array, random: Int32Array, plan: Plan): void {
  const { models, inputs, hidden, outputs, batch, steps } = shape;
  const size = weightCount(shape);
  const width = inputs + 2;
  const a = new Float64Array(hidden);
  const o = new Float64Array(outputs);
  const g = new Float64Array(size);
  for (let m = 0; m < models; m++) {
    const [first, count, weighted] = plan.table.subarray(3 * m, 3 * m + 3) as unknown as [number, number, number];
    const from = 3 * m * size;
    for (let s = 0; s < steps; s++) {
      g.fill(0);
      for (let b = 0; b < batch; b++) {
        let row = Math.floor((nextDraw(random, 4 * m) * count) / 2 ** 32);
        if (weighted && nextDraw(random, 4 * m) >= plan.keep[first + row]! >>> 0) row = plan.alias[first + row]!;
        const x = plan.rows.subarray((first + row) * width, (first + row + 1) * width);
        forward(shape, state, from, x, a, o);
        backward(shape, state, from, x, a, o, x[inputs]!, x[inputs + 1]! / batch, g);
      }
      const [rate, c1, c2] = plan.schedule.subarray(3 * s, 3 * s + 3) as unknown as [number, number, number];
      for (let i = 0; i < size; i++) {
        const [mean, square] = [from + size + i, from + 2 * size + i];
        state[mean] = 0.9 * state[mean]! + 0.1 * g[i]!;
        state[square] = 0.999 * state[square]! + 0.001 * g[i]! ** 2;
        state[from + i]! -= (rate * state[mean]! * c1) / (Math.sqrt(state[square]! * c2) + 1e-8);
      }
    }
  }
}

/** Calls `visit` with every row of every model, its inputs gathered, and the model's answer. */
function eachRow(
  shape: AnswerAttributes,
  weights: Float32Array,
  x: Float32Array,
  visit: (m: number, row: number, inputs: Float64Array, a: Float64Array, o: Float64Array) => void,
): void {
  const { models, inputs, hidden, outputs, rows } = shape;
  const shared = x.length === inputs * rows;
  const own = new Float64Array(inputs);
  const a = new Float64Array(hidden);
  const o = new Float64Array(outputs);
  for (let m = 0; m < models; m++) {
    const from = shared ? 0 : m * inputs * rows;
    for (let row = 0; row < rows; row++) {
      for (let d = 0; d < inputs; d++) own[d] = x[from + d * rows + row]!;
      forward(shape, weights, m * weightCount(shape), own, a, o);
      visit(m, row, own, a, o);
    }
  }
}

export function answerPlainly(shape: AnswerAttributes, weights: Float32Array, x: Float32Array): Float32Array {
  const { models, outputs, rows } = shape;
  const out = new Float32Array(models * outputs * rows);
  eachRow(shape, weights, x, (m, row, _x, _a, o) => {
    for (let k = 0; k < outputs; k++) out[(m * outputs + k) * rows + row] = o[k]!;
  });
  return out;
}

export function gradientsPlainly(
  shape: AnswerAttributes,
  weights: Float32Array,
  x: Float32Array,
  y: Float32Array,
): Float32Array {
  const size = weightCount(shape);
  const sums = Array.from({ length: shape.models }, () => new Float64Array(size));
  eachRow(shape, weights, x, (m, row, own, a, o) =>
    backward(shape, weights, m * size, own, a, o, y[m * shape.rows + row]!, 1 / shape.rows, sums[m]!),
  );
  return Float32Array.from(sums.flatMap((own) => Array.from(own)));
}
