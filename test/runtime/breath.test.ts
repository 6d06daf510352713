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
  const endless: Engine = {
    *run(): Generator<undefined> {
      for (;;) {
        const began = performance.now();
        while (performance.now() - began < 6);
        yield;
      }
    },
  };

  it("answers pings and hears stop meanwhile", async () => {
    const heard: FromWorker["type"][] = [];
    const worker = createFakeWorker(endless);
    worker.listen(
      ({ type }) => heard.push(type),
      () => {},
    );
    worker.post({ type: "start", wasmPath: "", backend: "cpu" });
    worker.post({ type: "run", job: 1, simulation: "endless", values: {}, replicas: { from: 0, to: 1 } });
    await expect.poll(() => heard).toContain("ready");
    worker.post({ type: "ping" });
    await expect.poll(() => heard).toContain("pong");
    worker.post({ type: "stop", job: 1 });
    await expect.poll(() => heard).toContain("stopped");
    expect(heard).not.toContain("frames");
  });
});
