/**
 * The only source of randomness.
 *
 * A stream is named by a seed and a purpose ("houses", "labels", replica 3, …). Equal names give equal draws in every
 * engine; different names give independent streams, so that drawing more for one purpose never shifts another.
 *
 * Generator: xoroshiro128+ (Blackman and Vigna 2018), its words and the two that make a real as in pure-rand; normals by the
 * polar method (Marsaglia and Bray 1964). Both are written out here because lessons draw millions of numbers for one seed, and
 * calls between libraries took longer than the arithmetic; a test holds them against pure-rand and d3-random, bit for bit.
 * Rarer distributions come from d3-random. The name is hashed with FNV-1a and mixed with the finaliser of MurmurHash3.
 *
 * @example createRandom(7, "houses", 0).uniform() === createRandom(7, "houses", 0).uniform() // true
 */
import { randomBinomial, randomPoisson } from "d3-random";

export interface Random {
  /** A real in [0, 1). */
  uniform(): number;
  /** A draw from the normal distribution, mean 0 and standard deviation 1 unless given. */
  normal(mean?: number, sd?: number): number;
  /** Standard normal draws into the whole of an array: the same numbers as one `normal()` after the other, sooner. */
  normals(into: Float64Array): Float64Array;
  /** A whole number in 0 … n − 1. @throws RangeError when n is not a whole number ≥ 1. */
  integer(n: number): number;
  /** true with probability p. */
  chance(p: number): boolean;
  /** Exponential waiting time with the given rate (events per unit). */
  exponential(rate: number): number;
  poisson(mean: number): number;
  binomial(n: number, p: number): number;
  /** `count` different positions out of 0 … n − 1, in random order (Fisher–Yates, Durstenfeld 1964). */
  sample(n: number, count: number): Int32Array;
}

/** 32-bit hash of a stream's name. */
export function hashName(...parts: readonly (string | number)[]): number {
  let hash = unnamed;
  for (const part of parts) hash = hashPart(hash, part);
  return mixed(hash);
}

/** The same for many names that differ in their last part only: `hashNames("a", "b")(3) === hashName("a", "b", 3)`. */
export function hashNames(...parts: readonly (string | number)[]): (last: string | number) => number {
  const common = parts.reduce<number>(hashPart, unnamed);
  return (last) => mixed(hashPart(common, last));
}

const unnamed = 0x811c9dc5;

function hashPart(before: number, part: string | number): number {
  const text = `${typeof part}:${part};`;
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

function mixed(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) | 0;
}

const bits26 = 2 ** 26 - 1;
const bits27 = 2 ** 27 - 1;
const by26 = 2 ** -26;
const by53 = 2 ** -53;

class Stream implements Random {
  /** The two 64-bit words of the state: low and high half of the first, low and high half of the second. */
  private readonly state: Int32Array;
  /** The polar method makes two numbers at a time: the other one waits. */
  private waits = false;
  private readonly waiting = new Float64Array(1);

  constructor(name: number) {
    this.state = Int32Array.of(~name, -1, 0, name);
    // The first words of a name that is almost all zeros are almost all zeros: eight are thrown away.
    for (let i = 0; i < 4; i++) this.uniform();
  }

  /** Two steps of the generator: 26 bits, then 27. */
  uniform(): number {
    const { state } = this;
    let low0 = state[0]!;
    let high0 = state[1]!;
    let low1 = state[2]!;
    let high1 = state[3]!;
    const first = low0 + low1;
    let low = low1 ^ low0;
    let high = high1 ^ high0;
    const next = (low0 << 24) ^ (high0 >>> 8) ^ low ^ (low << 16);
    high0 = (high0 << 24) ^ (low0 >>> 8) ^ high ^ ((high << 16) | (low >>> 16));
    low0 = next;
    low1 = (high << 5) ^ (low >>> 27);
    high1 = (low << 5) ^ (high >>> 27);
    const second = low0 + low1;
    low = low1 ^ low0;
    high = high1 ^ high0;
    state[0] = (low0 << 24) ^ (high0 >>> 8) ^ low ^ (low << 16);
    state[1] = (high0 << 24) ^ (low0 >>> 8) ^ high ^ ((high << 16) | (low >>> 16));
    state[2] = (high << 5) ^ (low >>> 27);
    state[3] = (low << 5) ^ (high >>> 27);
    return (first & bits26) * by26 + (second & bits27) * by53;
  }

  normal(mean = 0, sd = 1): number {
    if (this.waits) {
      this.waits = false;
      return mean + sd * this.waiting[0]!;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = 2 * this.uniform() - 1;
      y = 2 * this.uniform() - 1;
      square = x * x + y * y;
    } while (square === 0 || square > 1);
    const length = Math.sqrt((-2 * Math.log(square)) / square);
    this.waits = true;
    this.waiting[0] = x * length;
    return mean + sd * (y * length);
  }

  normals(into: Float64Array): Float64Array {
    const { length } = into;
    let i = 0;
    if (length > 0 && this.waits) into[i++] = this.normal();
    while (i + 1 < length) {
      let x: number;
      let y: number;
      let square: number;
      do {
        x = 2 * this.uniform() - 1;
        y = 2 * this.uniform() - 1;
        square = x * x + y * y;
      } while (square === 0 || square > 1);
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      into[i++] = y * factor;
      into[i++] = x * factor;
    }
    if (i < length) into[i] = this.normal();
    return into;
  }

  integer(n: number): number {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`n must be a whole number of at least 1, got ${n}`);
    return Math.floor(this.uniform() * n);
  }

  chance(p: number): boolean {
    return this.uniform() < p;
  }

  exponential(rate: number): number {
    return -Math.log1p(-this.uniform()) / rate;
  }

  poisson(mean: number): number {
    return randomPoisson.source(() => this.uniform())(mean)();
  }

  binomial(n: number, p: number): number {
    return randomBinomial.source(() => this.uniform())(n, p)();
  }

  sample(n: number, count: number): Int32Array {
    if (count > n) throw new RangeError(`count must be at most n = ${n}, got ${count}`);
    const positions = new Int32Array(n);
    for (let i = 0; i < n; i++) positions[i] = i;
    for (let i = 0; i < count; i++) {
      const j = i + this.integer(n - i);
      const kept = positions[i]!;
      positions[i] = positions[j]!;
      positions[j] = kept;
    }
    return positions.slice(0, count);
  }
}

/** A reproducible stream of draws named by `seed` and `purpose`. @throws RangeError when seed is not a finite number. */
export function createRandom(seed: number, ...purpose: readonly (string | number)[]): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`seed must be a finite number, got ${seed}`);
  return new Stream(hashName(seed, ...purpose));
}
