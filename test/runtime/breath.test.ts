import { describe, expect, it } from "vitest";
import { atOnce, framesOnly, type Steps } from "@/simulations/core/steps";
import type { FromWorker } from "@/simulations/runtime/protocol";
import type { Engine } from "@/simulations/runtime/simulation";
import { createFakeWorker } from "./fake-port";

function* sumTo(n: number): Steps<number> {
  let sum = 0;
  for (let i = 1; i <= n; i++) {
    sum += i;
    yield;
  }
  return sum;
}

describe("work in steps", () => {
  it("gives what it made when taken at once", () => {
    expect(atOnce(sumTo(4))).toBe(10);
  });

  it("is no frame", () => {
    expect([...framesOnly([undefined, { moment: 0 }, undefined])]).toEqual([{ moment: 0 }]);
  });
});

describe("a worker whose engine trains long before its first frame", () => {
  /** Every step takes longer than a breath may wait; without a breath it would never end. */
  const endless = (onStep: (step: number) => void): Engine => ({
    *run(): Generator<undefined> {
      for (let step = 1; ; step++) {
        onStep(step);
        const began = performance.now();
        while (performance.now() - began < 6);
        yield;
      }
    },
  });

  it("answers pings and hears stop meanwhile", async () => {
    const heard: FromWorker["type"][] = [];
    const waiting = new Map<FromWorker["type"], () => void>();
    let trains = () => {};
    const training = new Promise<void>((resolve) => {
      trains = resolve;
    });
    const worker = createFakeWorker(endless((step) => step === 3 && trains()));
    worker.listen(
      ({ type }) => {
        heard.push(type);
        waiting.get(type)?.();
      },
      () => {},
    );
    // No timer: Node lets a thousand messages of a channel go before one.
    const hears = (type: FromWorker["type"]) => new Promise<void>((resolve) => waiting.set(type, resolve));
    worker.post({ type: "start", wasmPath: "", backend: "cpu" });
    await hears("ready");
    worker.post({ type: "run", job: 1, simulation: "endless", values: {}, replicas: { from: 0, to: 1 } });
    await training;
    worker.post({ type: "ping" });
    await hears("pong");
    worker.post({ type: "stop", job: 1 });
    await hears("stopped");
    expect(heard).not.toContain("frames");
  });
});

it("a worker says in plain words that a file could not be loaded", async () => {
  const error = Object.assign(new Error("Failed to load chunk /_next/x.js from module 7"), { name: "ChunkLoadError" });
  const worker = createFakeWorker({
    // biome-ignore lint/correctness/useYield: it fails before its first frame
    *run(): Generator<undefined> {
      throw error;
    },
  });
  const failed = new Promise<string>((resolve) =>
    worker.listen(
      (message) => message.type === "failed" && resolve(message.message),
      () => {},
    ),
  );
  worker.post({ type: "start", wasmPath: "", backend: "cpu" });
  worker.post({ type: "run", job: 1, simulation: "any", values: {}, replicas: { from: 0, to: 1 } });
  expect(await failed).toMatch(/^one of its files could not be loaded\. Try again/);
});
