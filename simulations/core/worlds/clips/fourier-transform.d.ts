/** The package brings no types: what this folder uses of it. */
declare module "fourier-transform" {
  /** Real and imaginary parts at 0 … length / 2 periods; the next call writes over them. The length is a power of two. */
  export function fft(signal: ArrayLike<number>): [Float64Array, Float64Array];
  /** Back to a new signal of real numbers. */
  export function ifft(real: ArrayLike<number>, imaginary: ArrayLike<number>): Float64Array;
}
