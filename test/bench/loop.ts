/**
 * The opponent: a good plain loop in JavaScript that trains the same networks. Rows one after the other in memory, the hidden
 * unit outermost so that its weights stay at hand, a quotient of polynomials for tanh, float32 arrays throughout, one function
 * for one activation (a shared one would become polymorphic). Two classes, Adam.
 */
export interface LoopNetwork {
  readonly inputs: number;
  readonly hidden: number;
  readonly batch: number;
  /** Per unit: constant, inputs; then the second layer and its constant. */
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

export const loopNetwork = (inputs: number, hidden: number, batch: number, weights: Float32Array): LoopNetwork => ({
  inputs,
  hidden,
  batch,
  weights,
  mean: new Float32Array(weights.length),
  square: new Float32Array(weights.length),
});

function tanh(given: number): number {
  const x = Math.max(-7.9, Math.min(7.9, given));
  const q = x * x;
  const p =
    x *
    (4.89352455891786e-3 +
      q *
        (6.37261928875436e-4 +
          q *
            (1.48572235717979e-5 +
              q *
                (5.12229709037114e-8 +
                  q * (-8.60467152213735e-11 + q * (2.00018790482477e-13 - q * 2.76076847742355e-16))))));
  return p / (4.89352518554385e-3 + q * (2.268434632439e-3 + q * (1.18534705686654e-4 + q * 1.19825839466702e-6)));
}

/** Reused from step to step, as a careful author would. */
export interface LoopScratch {
  readonly activations: Float32Array;
  readonly errors: Float32Array;
  readonly gradient: Float32Array;
  /** A unit's own weights and gradient, in double precision: no rounding to float32 on the way. */
  readonly own: Float64Array;
  readonly sums: Float64Array;
}

export const loopScratch = ({ inputs, hidden, batch, weights }: LoopNetwork): LoopScratch => ({
  activations: new Float32Array(hidden * batch),
  errors: new Float32Array(batch),
  gradient: new Float32Array(weights.length),
  own: new Float64Array(inputs + 1),
  sums: new Float64Array(inputs),
});

/**
 * The gradient of the mean loss over a batch, into `scratch.gradient`.
 * @param x [batch, inputs]
 * @param y [batch]
 */
export function loopGradient(network: LoopNetwork, scratch: LoopScratch, x: Float32Array, y: Float32Array): void {
  const { inputs, hidden, batch, weights } = network;
  const { activations, errors, gradient, own, sums } = scratch;
  const width = inputs + 1;
  const second = hidden * width;
  errors.fill(weights[second + hidden]!);
  for (let h = 0; h < hidden; h++) {
    own.set(weights.subarray(h * width, (h + 1) * width));
    const constant = own[0]!;
    const v = weights[second + h]!;
    for (let i = 0, at = 0; i < batch; i++) {
      let z = constant;
      for (let d = 1; d < width; d++) z += own[d]! * x[at++]!;
      const a = tanh(z);
      activations[h * batch + i] = a;
      errors[i]! += v * a;
    }
  }
  let total = 0;
  for (let i = 0; i < batch; i++) {
    const error = (0.5 * tanh(0.5 * errors[i]!) + 0.5 - y[i]!) / batch;
    errors[i] = error;
    total += error;
  }
  gradient[second + hidden] = total;
  for (let h = 0; h < hidden; h++) {
    const v = weights[second + h]!;
    let slope = 0;
    let constant = 0;
    sums.fill(0);
    for (let i = 0, at = 0; i < batch; i++) {
      const a = activations[h * batch + i]!;
      const error = errors[i]!;
      slope += error * a;
      const blame = error * v * (1 - a * a);
      constant += blame;
      for (let d = 0; d < inputs; d++) sums[d]! += blame * x[at++]!;
    }
    gradient[second + h] = slope;
    gradient[h * width] = constant;
    gradient.set(sums, h * width + 1);
  }
}

/** Gradient and a step of Adam. */
export function loopStep(
  network: LoopNetwork,
  scratch: LoopScratch,
  x: Float32Array,
  y: Float32Array,
  step: number,
): void {
  loopGradient(network, scratch, x, y);
  const { weights, mean, square } = network;
  const { gradient } = scratch;
  const c1 = 1 / (1 - 0.9 ** (step + 1));
  const c2 = 1 / (1 - 0.999 ** (step + 1));
  for (let i = 0; i < weights.length; i++) {
    const g = gradient[i]!;
    mean[i] = 0.9 * mean[i]! + 0.1 * g;
    square[i] = 0.999 * square[i]! + 0.001 * g * g;
    weights[i]! -= (0.05 * mean[i]! * c1) / (Math.sqrt(square[i]! * c2) + 1e-8);
  }
}
