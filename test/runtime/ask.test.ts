import { afterEach, describe, expect, expectTypeOf, it, vi } from "vitest";
import type { Ask, Asks } from "@/simulations/runtime/asks";
import { createPool, type Pool, type TaskRequest } from "@/simulations/runtime/pool";
import type { Engine } from "@/simulations/runtime/simulation";
import { buffersOf } from "@/simulations/runtime/transfer";
import { countingEngine, createFakeWorker, type FakeWorker } from "./fake-port";

let order: string[] = [];
/** A long answer breathes until it is enough. */
let enough = false;

const double: Ask<{ readonly n: number }, number> = ({ n }) => 2 * n;
const clip: Ask<number, { readonly samples: Float32Array<ArrayBuffer>; readonly rate: number }> = (n, { handOver }) => {
  const samples = new Float32Array(n).fill(0.5);
  handOver(samples.buffer, samples.buffer);
  return { samples, rate: 16_000 };
};
const long: Ask<undefined, string> = async (_, { breathe, signal, now }) => {
  const began = now();
  // Of this test's pool: a worker that crashed in an earlier one goes on in this thread.
  const mine = order;
  mine.push("long began");
  try {
    while (!enough) await breathe();
  } finally {
    if (signal.aborted) mine.push("long stopped");
  }
  mine.push("long answered");
  return now() >= began ? "waited" : "the clock went back";
};
const asks = {
  double: async () => double,
  clip: async () => clip,
  long: async () => long,
  deaf: async () => () => new Promise<string>(() => {}),
  broken: async () => () => {
    throw new Error("the sound has no length");
  },
  uncloneable: async () => () => () => 1,
} satisfies Asks;
const simulation = { name: "count", asks };
const timeLimitMs = 5000;

let pool: Pool;
let workers: FakeWorker[];

function setUp(size = 2, startError?: string) {
  order = [];
  enough = false;
  workers = [];
  pool = createPool({
    size,
    wasmPath: "/tfjs/",
    createPort() {
      const worker = createFakeWorker(countingEngine as unknown as Engine, startError, asks);
      workers.push(worker);
      return worker;
    },
  });
}

const run = (more: Partial<TaskRequest> = {}) =>
  new Promise<void>((resolve, reject) =>
    pool.submit({
      simulation: "count",
      values: { strength: 1 },
      ranges: [0, 8, 16].map((from) => ({ from, to: from + 8 })),
      onRange: () => order.push("range"),
      onDone: resolve,
      onFailed: (message) => reject(new Error(message)),
      ...more,
    }),
  );
const began = () => vi.waitFor(() => expect(order).toContain("long began"), { interval: 1 });
const asked = (worker: FakeWorker) => worker.sent.filter(({ type }) => type === "ask").length;

afterEach(() => pool.dispose());

describe("an ask", () => {
  it("is answered, with the types of its input and answer", async () => {
    setUp();
    const answer = await pool.ask(simulation, "double", { n: 21 }, { timeLimitMs });
    expect(answer).toBe(42);
    expectTypeOf(answer).toEqualTypeOf<number>();
    // @ts-expect-error the input of this ask is an object
    await pool.ask(simulation, "double", 21, { timeLimitMs });
  });

  it("hands over what its answer says it need not keep", async () => {
    setUp(1);
    const { samples, rate } = await pool.ask(simulation, "clip", 4000, { timeLimitMs });
    expect([samples.length, samples[3999], rate]).toEqual([4000, 0.5, 16_000]);
    expect(workers[0]!.handedOver).toEqual([16_000]);
  });

  it("fails in the words of its answer, also where input or answer cannot be sent", async () => {
    setUp();
    await expect(pool.ask(simulation, "broken", undefined, { timeLimitMs })).rejects.toThrow("the sound has no length");
    await expect(pool.ask(simulation, "uncloneable", undefined, { timeLimitMs })).rejects.toThrow(
      "could not be cloned",
    );
    const input = { n: 1, note: () => "a function is no data" };
    await expect(pool.ask(simulation, "double", input, { timeLimitMs })).rejects.toThrow("could not be cloned");
    await expect(pool.ask(simulation, "double", { n: 2 }, { timeLimitMs })).resolves.toBe(4);
    expect(workers.length).toBe(2);
  });

  it("for something unknown says what there is", async () => {
    setUp();
    const names = "count cannot be asked for triple; it can be asked for double, clip, long, deaf, broken, uncloneable";
    await expect(
      pool.ask({ ...simulation, asks: {} as Asks }, "triple", undefined as never, { timeLimitMs }),
    ).rejects.toThrow(names);
    await expect(
      pool.ask({ ...simulation, asks: {} as Asks }, "toString", undefined as never, { timeLimitMs }),
    ).rejects.toThrow("toString");
  });

  it("stops when nobody wants the answer any more, waiting or begun, and its worker is free for the next", async () => {
    setUp(1);
    const control = new AbortController();
    const begun = pool.ask(simulation, "long", undefined, { timeLimitMs, signal: control.signal });
    const waiting = pool.ask(simulation, "double", { n: 1 }, { timeLimitMs, signal: control.signal });
    await began();
    control.abort(new Error("the view was closed"));
    await expect(begun).rejects.toThrow("the view was closed");
    await expect(waiting).rejects.toThrow("the view was closed");
    await expect(pool.ask(simulation, "double", { n: 3 }, { timeLimitMs, signal: control.signal })).rejects.toThrow(
      "closed",
    );
    expect(await pool.ask(simulation, "double", { n: 2 }, { timeLimitMs })).toBe(4);
    expect(order).toEqual(["long began", "long stopped"]);
    expect([workers.length, asked(workers[0]!)]).toEqual([1, 2]);
  });

  it("that takes longer than its limit is ended with its worker, which is replaced, and not tried again", async () => {
    setUp(1);
    await expect(pool.ask(simulation, "deaf", undefined, { timeLimitMs: 20 })).rejects.toThrow(
      "no answer within 0.02 s",
    );
    expect(workers.length).toBe(2);
    expect(await pool.ask(simulation, "double", { n: 2 }, { timeLimitMs })).toBe(4);
    expect(workers.map(asked)).toEqual([1, 1]);
  });

  it("that is stopped and does not hear it loses its worker at its limit", async () => {
    setUp(1);
    const control = new AbortController();
    const deaf = pool.ask(simulation, "deaf", undefined, { timeLimitMs: 30, signal: control.signal });
    await vi.waitFor(() => expect(asked(workers[0]!)).toBe(1), { interval: 1 });
    control.abort();
    await expect(deaf).rejects.toThrow();
    expect(await pool.ask(simulation, "double", { n: 2 }, { timeLimitMs })).toBe(4);
    expect(workers.length).toBe(2);
  });

  it("rejects when its worker crashes, is ended or cannot start, and is not tried again", async () => {
    setUp(1);
    const crashed = pool.ask(simulation, "long", undefined, { timeLimitMs });
    await began();
    workers[0]!.crash("out of memory");
    await expect(crashed).rejects.toThrow("out of memory");
    const ended = pool.ask(simulation, "long", undefined, { timeLimitMs });
    await vi.waitFor(() => expect(workers.slice(1).map(asked)).toEqual([1]), { interval: 1 });
    pool.dispose();
    await expect(ended).rejects.toThrow("ended");
    setUp(2, "no backend here");
    await expect(pool.ask(simulation, "double", { n: 1 }, { timeLimitMs })).rejects.toThrow("no backend here");
  });

  it("is answered beside a run", async () => {
    setUp(2);
    const waiting = pool.ask(simulation, "long", undefined, { timeLimitMs });
    await began();
    await run();
    enough = true;
    expect(await waiting).toBe("waited");
    expect(order).toEqual(["long began", "range", "range", "range", "long answered"]);
  });
});

describe("an ask for quiet", () => {
  const quiet = { timeLimitMs, quiet: true };

  it("waits until nothing else is computed", async () => {
    setUp();
    enough = true;
    await Promise.all([pool.ask(simulation, "long", undefined, quiet), run({ background: true }), run()]);
    expect(order).toEqual([...new Array(6).fill("range"), "long began", "long answered"]);
  });

  it("lets what is computed in the background wait", async () => {
    setUp();
    const measured = pool.ask(simulation, "long", undefined, quiet);
    await began();
    const map = run({ background: true });
    // Time enough to begin, if it did not wait.
    await new Promise((resolve) => setTimeout(resolve, 20));
    enough = true;
    await Promise.all([map, measured]);
    expect(order).toEqual(["long began", "long answered", "range", "range", "range"]);
  });

  it("gives way to what the reader waits for, and begins anew afterwards", async () => {
    setUp();
    const measured = pool.ask(simulation, "long", undefined, quiet);
    await began();
    await run();
    enough = true;
    expect(await measured).toBe("waited");
    expect(order.slice(-2)).toEqual(["long began", "long answered"]);
    expect(order.filter((event) => event === "long began").length).toBe(2);
    expect(order).toContain("long stopped");
    expect(workers.length).toBe(2);
  });

  it("comes after another one", async () => {
    setUp();
    enough = true;
    await Promise.all([pool.ask(simulation, "long", undefined, quiet), pool.ask(simulation, "long", undefined, quiet)]);
    expect(order).toEqual(["long began", "long answered", "long began", "long answered"]);
  });
});

describe("a run's frames", () => {
  const replicas = { from: 0, to: 1 };
  const large = new Float32Array(1000);

  it("hand over large arrays that fill their buffer, each buffer once, and copy the others", () => {
    const part = new Float32Array(3000).subarray(0, 2000);
    const frames = [
      { moment: 0, replicas, large, inner: { again: large.subarray(0), list: [new Float32Array(8)] } },
      { moment: 1, replicas, part, text: "text", nothing: undefined, none: null },
    ];
    expect(buffersOf(frames)).toEqual([large.buffer]);
  });

  it("reach the page whole", async () => {
    workers = [];
    const engine = {
      *run() {
        for (let moment = 0; moment < 3; moment++)
          yield { moment, replicas, curve: new Float32Array(600).fill(moment), few: Float32Array.of(moment) };
      },
    };
    pool = createPool({
      size: 1,
      wasmPath: "",
      createPort() {
        workers.push(createFakeWorker(engine));
        return workers[0]!;
      },
    });
    const seen: unknown[] = [];
    await run({ ranges: [replicas], onRange: (_, frames) => seen.push(...frames) });
    expect(seen).toEqual(
      [0, 1, 2].map((moment) => ({
        moment,
        replicas,
        curve: new Float32Array(600).fill(moment),
        few: Float32Array.of(moment),
      })),
    );
    expect(workers[0]!.handedOver).toEqual([2400, 2400, 2400]);
  });
});
