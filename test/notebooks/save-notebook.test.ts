/** A notebook is of a whole run, and tells no outcome before the page does. */
import { expect, it } from "vitest";
import type { ExperimentState, Run } from "@/simulations/runtime/experiment-state";
import { saveNotebook } from "@/simulations/ui/shell/notebook-file";
import type { Presentation } from "@/simulations/ui/shell/presentation";

const run: Run = { values: { seed: 1 }, frames: [], replicas: 8, replicasDone: 8, elapsedMs: 1, complete: true };
const state = { run, values: run.values, moment: 3, guess: { kind: "skipped" } } as unknown as ExperimentState;
const presentation = {
  simulation: {
    name: "one",
    title: "One",
    work: "",
    notebook: () => Promise.reject(new Error("the cells were loaded")),
  },
  results: (of: Run) => ({ run: of, values: of.values, summary: {} }),
  moments: () => ({ min: 0, max: 9, step: 1, unit: "day" }),
  story: { revealed: (_: unknown, moment: number) => moment >= 5 },
} as unknown as Presentation;

it("is not made, and its cells are not loaded, while the outcome is not told or the run is not whole", async () => {
  const made = (changes: { moment?: number; run?: Run }) =>
    saveNotebook("file", {
      presentation,
      state: { ...state, moment: changes.moment ?? 3 },
      run: changes.run ?? run,
      link: "",
    });
  await expect(made({})).rejects.toThrow(/once the outcome has been told/);
  await expect(made({ moment: 9, run: { ...run, complete: false } })).rejects.toThrow(/whole run/);
  await expect(made({ moment: 9 })).rejects.toThrow(/the cells were loaded/);
});
