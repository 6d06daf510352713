import { expect, it } from "vitest";
import type { Run } from "@/simulations/runtime/experiment-state";
import { columns, meansOver } from "@/simulations/runtime/frames";
import { kept, lazily, type Results, readRun } from "@/simulations/runtime/results";

const run: Run = { values: { seed: 1 }, frames: [], replicas: 1, replicasDone: 1, elapsedMs: 1, complete: true };

it("what is read from a run is computed when it is first asked for, and once", () => {
  let computed = 0;
  interface Made extends Results {
    readonly costly: number;
    readonly twice: number;
  }
  const results: Made = readRun<Made>(run, run.values, {
    costly: () => ++computed * 10,
    twice: () => 2 * results.costly,
    summary: () => ({}),
  });
  expect(computed).toBe(0);
  expect([results.twice, results.costly, results.costly]).toEqual([20, 10, 10]);
  expect(computed).toBe(1);
  expect(results.run).toBe(run);
});

it("a part of results is read member by member, and what is asked of a moment is answered once", () => {
  const asked: number[] = [];
  const part = lazily<{ readonly square: (of: number) => number; readonly never: number }>({
    square: () =>
      kept((of) => {
        asked.push(of);
        return of * of;
      }),
    never() {
      throw new Error("nobody asked for this");
    },
  });
  expect([part.square(3), part.square(4), part.square(3)]).toEqual([9, 16, 9]);
  expect(asked).toEqual([3, 4]);
});

it("columns hold all replicas of a moment, whichever range they came in", () => {
  const frames = [
    { moment: 0, replicas: { from: 0, to: 2 }, error: [1, 2] },
    { moment: 1, replicas: { from: 0, to: 2 }, error: [3, 4] },
    { moment: 0, replicas: { from: 2, to: 3 }, error: [5] },
    { moment: 1, replicas: { from: 2, to: 3 }, error: [9] },
  ];
  const found = columns(frames, ({ error }) => error);
  expect(found).toEqual([
    [0, [1, 2, 5]],
    [1, [3, 4, 9]],
  ]);
  expect(meansOver(found)).toEqual([2, 3, 7]);
});
