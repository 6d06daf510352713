import type { GoldenCase, GoldenFile } from "./files";

/** Computes what a golden case expects, under the same keys. Throws a RangeError where the instrument refuses its input. */
export type Adapter = (one: GoldenCase, file: GoldenFile) => unknown;

/** Adapters by the `fn` of a case. */
export type Adapters = Record<string, Adapter>;
