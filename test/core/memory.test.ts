import { describe, expect, test } from "vitest";
import { createMemory } from "@/simulations/core/memory";

describe("memory", () => {
  test("gives back what was set under a name", () => {
    const memory = createMemory<number>(2);
    expect(memory.get("a")).toBeUndefined();
    memory.set("a", 1);
    memory.set("a", 2);
    expect(memory.get("a")).toBe(2);
  });

  test("forgets what was used longest ago", () => {
    const memory = createMemory<number>(2);
    memory.set("a", 1);
    memory.set("b", 2);
    memory.get("a");
    memory.set("c", 3);
    expect(["a", "b", "c"].map((name) => memory.get(name))).toEqual([1, undefined, 3]);
  });

  test("refuses a limit that holds nothing", () => {
    expect(() => createMemory(0)).toThrow(/limit.*at least 1.*got 0/);
  });
});
