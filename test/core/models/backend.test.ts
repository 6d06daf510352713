import { getBackend, memory } from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { startBackend } from "@/simulations/core/models/backend";

// Kept apart from other tests: the files' path can be set only before the first start.
it("falls back to plain JavaScript, and says so, when the wasm files are missing", async () => {
  const started = await startBackend({ wasmPath: "/no/such/folder/" });
  expect(started.backend).toBe("cpu");
  expect(started.note).toContain("plain JavaScript");
  expect(getBackend()).toBe("cpu");
  expect(memory().numTensors).toBe(0);
});

it("starts plain JavaScript without a note when asked for it", async () => {
  expect(await startBackend({ backend: "cpu" })).toEqual({ backend: "cpu", arithmetic: "cpu" });
});
