/** What every simulation owes the runtime. Engines are found by their files: a new simulation is covered by existing. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";
import { nodeWasmPath } from "@/simulations/core/models/node-wasm-path";
import { simulations } from "@/simulations/find";
import {
  type AnyValues,
  defaultsOf,
  type Knob,
  type Knobs,
  type Presets,
  parseValues,
} from "@/simulations/runtime/knobs";
import { chunksOf, type Engine, type Frame, framesOf, type ReplicaRange } from "@/simulations/runtime/simulation";

interface Found {
  /** A new engine: what another one remembers is not known to it. */
  readonly createEngine: () => Engine;
  readonly knobs: Knobs;
  readonly presets: Presets;
}

const folder = join(import.meta.dirname, "../simulations");
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, "engine.ts")));

async function load(name: string): Promise<Found> {
  const { createEngine } = (await import(join(folder, name, "engine.ts"))) as Pick<Found, "createEngine">;
  const { knobs, presets } = (await import(join(folder, name, "knobs.ts"))) as Omit<Found, "createEngine">;
  return { createEngine, knobs, presets };
}

function optionsOf(knob: Knob): string[] {
  if (knob.kind === "choice") return Object.keys(knob.options);
  return knob.kind === "acts" ? Object.keys(knob.acts).map((act) => `${knob.time.min}:${act}`) : [];
}

/** The defaults, every preset, every option of every choice and every act: all that the knobs can switch. */
function settings({ knobs, presets }: Found): AnyValues[] {
  const defaults = defaultsOf(knobs);
  const options = Object.entries(knobs).flatMap(([name, knob]) =>
    optionsOf(knob).map((option) => ({ ...defaults, [name]: option })),
  );
  return [defaults, ...Object.values(presets).map((preset) => ({ ...defaults, ...preset.values })), ...options];
}

/** Calls back for every number in the frame, with its path. */
function eachNumber(value: unknown, visit: (number: number, path: string) => void, path = "frame"): void {
  if (typeof value === "number") visit(value, path);
  else if (ArrayBuffer.isView(value)) {
    (value as Float32Array).forEach((number, i) => {
      visit(number, `${path}[${i}]`);
    });
  } else if (value !== null && typeof value === "object")
    for (const [key, inner] of Object.entries(value)) eachNumber(inner, visit, `${path}.${key}`);
}

/** Typed arrays by path, whatever depth they are at. */
function arraysOf(value: unknown, path = ""): Map<string, Float32Array<ArrayBuffer>> {
  if (ArrayBuffer.isView(value)) return new Map([[path, value as Float32Array<ArrayBuffer>]]);
  if (value === null || typeof value !== "object") return new Map();
  return new Map(Object.entries(value).flatMap(([key, inner]) => [...arraysOf(inner, `${path}.${key}`)]));
}

/** The figures of some replicas out of an array in which the replica turns over every `stride` values. */
function pick(values: Float32Array, size: number, { from, to }: ReplicaRange, stride: number): number[] {
  return Array.from(values).filter(
    (_, i) => Math.floor(i / stride) % size >= from && Math.floor(i / stride) % size < to,
  );
}

/** Whether one of the dimensions of `all` is the replica and `part` holds its range. */
function holds(all: Float32Array, part: Float32Array, size: number, range: ReplicaRange): boolean {
  const each = all.length / size;
  for (let stride = 1; stride <= each; stride++) {
    if (each % stride === 0 && pick(all, size, range, stride).every((value, i) => value === part[i])) return true;
  }
  return false;
}

beforeAll(async () => {
  expect((await startBackend({ wasmPath: nodeWasmPath() })).backend).toBe("wasm");
});

it("finds the simulations", () => {
  expect(names).toEqual(expect.arrayContaining(["drift", "retraining"]));
});

describe.each(names)("%s", (name) => {
  let found: Found;
  let values: AnyValues;
  beforeAll(async () => {
    found = await load(name);
    values = defaultsOf(found.knobs);
  });

  it("has its line in the registry, and is called as its folder is", () => {
    expect([...simulations.keys()], "names that simulations/registry.ts declares").toContain(name);
  });

  it("has valid defaults and presets, and at most three primary knobs", () => {
    expect(parseValues(found.knobs, values).issues).toEqual([]);
    for (const preset of Object.values(found.presets))
      expect(parseValues(found.knobs, preset.values).issues).toEqual([]);
    expect(Object.values(found.knobs).filter((knob) => knob.primary).length).toBeLessThanOrEqual(3);
    expect(Object.keys(values)).toContain("seed");
  });

  it("takes a breath before its first frame, so that stop is heard while it trains", async () => {
    for await (const frame of found.createEngine().run(values, { from: 0, to: 2 })) {
      expect(frame).toBeUndefined();
      break;
    }
  });

  it("gives the same frames for the same seed and others for another", async () => {
    const range = { from: 0, to: 2 };
    const once = await framesOf(found.createEngine(), values, range);
    const twice = await framesOf(found.createEngine(), values, range);
    const other = await framesOf(found.createEngine(), { ...values, seed: 12_345 }, range);
    expect(once.length).toBeGreaterThan(0);
    expect(twice).toEqual(once);
    expect(other).not.toEqual(once);
  });

  it("yields frames in the order of moments, finite, cloneable and of the range asked for, and keeps none of their arrays", async () => {
    const range = { from: 3, to: 5 };
    const engine = found.createEngine();
    const before = new Map<string, Frame[]>();
    for (const setting of settings(found)) {
      const frames: Frame[] = [];
      for await (const frame of engine.run(setting, range)) {
        if (!frame) continue;
        frames.push(structuredClone(frame));
        expect(frames.at(-1)).toEqual(frame);
        // Away with them, as to the page: what the engine kept of them is empty now.
        structuredClone(frame, { transfer: [...new Set([...arraysOf(frame).values()].map(({ buffer }) => buffer))] });
      }
      // Some settings come twice: an option of a choice may be the default.
      const name = JSON.stringify(setting);
      expect(frames).toEqual(before.get(name) ?? frames);
      before.set(name, frames);
      expect(frames.map((frame) => frame.moment)).toEqual(frames.map((frame) => frame.moment).sort((a, b) => a - b));
      for (const frame of frames) {
        expect(frame.replicas).toEqual(range);
        const bad: string[] = [];
        eachNumber(frame, (number, path) => {
          if (!Number.isFinite(number)) bad.push(`${path} = ${number}`);
        });
        expect(bad).toEqual([]);
      }
    }
  });

  it("gives a replica the same figures in whatever range it is computed", async () => {
    // Two engines, so that no figure of a part is one remembered from the whole.
    const [together, apart] = [found.createEngine(), found.createEngine()];
    for (const given of settings(found)) {
      const size = 3;
      const whole = await framesOf(together, given, { from: 0, to: size });
      for (const range of [
        { from: 0, to: 1 },
        { from: 1, to: size },
      ]) {
        const part = await framesOf(apart, given, range);
        expect(part.length).toBe(whole.length);
        part.forEach((frame, i) => {
          const expected = arraysOf(whole[i]);
          for (const [path, array] of arraysOf(frame)) {
            const all = expected.get(path)!;
            const perReplica = all.length * (range.to - range.from) === array.length * size;
            if (perReplica && holds(all, array, size, range)) continue;
            expect({ path, values: Array.from(array) }).toEqual({
              path,
              values: perReplica ? pick(all, size, range, 1) : Array.from(all),
            });
          }
        });
      }
    }
  });

  it("leaves no tensor behind after 20 runs, complete or stopped", async () => {
    const small = { ...values, ...("months" in values ? { months: 6, onset: 3 } : {}) };
    // One engine, as in a worker: what it remembers must not be tensors.
    const engine = found.createEngine();
    await framesOf(engine, small, { from: 0, to: 2 });
    const before = memory().numTensors;
    for (let i = 0; i < 20; i++) {
      const range = { from: 0, to: 1 + (i % 2) };
      if (i % 5 === 0) {
        for await (const _ of engine.run({ ...small, seed: i }, range)) break;
      } else await framesOf(engine, { ...small, seed: i }, range);
    }
    expect(memory().numTensors).toBe(before);
  });
});

it("divides replicas into chunks that do not depend on the number of workers", () => {
  expect(chunksOf(20)).toEqual([
    { from: 0, to: 8 },
    { from: 8, to: 16 },
    { from: 16, to: 20 },
  ]);
});
