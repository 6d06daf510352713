/**
 * The only source of randomness.
 *
 * A stream is named by a seed and a purpose ("houses", "labels", replica 3, …). Equal names give equal draws in every
 * engine; different names give independent streams, so that drawing more for one purpose never shifts another.
 *
 * Generator: xoroshiro128+ (Blackman and Vigna 2018) from pure-rand; distributions from d3-random, whose normal is the
 * polar method (Marsaglia and Bray 1964). The name is hashed with FNV-1a and mixed with the finaliser of MurmurHash3.
 *
 * @example createRandom(7, "houses", 0).uniform() === createRandom(7, "houses", 0).uniform() // true
 */
import { randomBinomial, randomExponential, randomNormal, randomPoisson } from "d3-random";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface Random {
  /** A real in [0, 1). */
  uniform(): number;
  /** A draw from the normal distribution, mean 0 and standard deviation 1 unless given. */
  normal(mean?: number, sd?: number): number;
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
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = `${typeof part}:${part};`;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}

/** A reproducible stream of draws named by `seed` and `purpose`. @throws RangeError when seed is not a finite number. */
export function createRandom(seed: number, ...purpose: readonly (string | number)[]): Random {
  if (!Number.isFinite(seed)) throw new RangeError(`seed must be a finite number, got ${seed}`);
  const generator = xoroshiro128plus(hashName(seed, ...purpose));
  for (let i = 0; i < 8; i++) generator.next();
  const uniform = () => uniformFloat64(generator);
  const standardNormal = randomNormal.source(uniform)(0, 1);
  const integer = (n: number) => {
    if (!Number.isInteger(n) || n < 1) throw new RangeError(`n must be a whole number of at least 1, got ${n}`);
    return Math.floor(uniform() * n);
  };
  return {
    uniform,
    integer,
    normal: (mean = 0, sd = 1) => mean + sd * standardNormal(),
    chance: (p) => uniform() < p,
    exponential: (rate) => randomExponential.source(uniform)(rate)(),
    poisson: (mean) => randomPoisson.source(uniform)(mean)(),
    binomial: (n, p) => randomBinomial.source(uniform)(n, p)(),
    sample(n, count) {
      if (count > n) throw new RangeError(`count must be at most n = ${n}, got ${count}`);
      const positions = Int32Array.from({ length: n }, (_, i) => i);
      for (let i = 0; i < count; i++) {
        const j = i + integer(n - i);
        const kept = positions[i]!;
        positions[i] = positions[j]!;
        positions[j] = kept;
      }
      return positions.slice(0, count);
    },
  };
}
