import { describe, expect, it } from "vitest";
import { checkOriginal } from "@/app/_components/notebook/check-original";
import { knobs } from "@/simulations/drift/knobs";

const check = (values: Readonly<Record<string, unknown>>) =>
  checkOriginal("lessons/drift/lesson.mdx", { id: "actor", simulation: "drift", values }, knobs);

describe("what a lesson's experiment opens with", () => {
  it("passes when the knobs allow it", () => {
    expect(() => check({ world: "queries", strength: 2 })).not.toThrow();
  });

  it.each([
    [{ strength: 40 }, /drift\/lesson\.mdx: experiment actor: original\.strength must be 0 to 4.*got 40/],
    [{ world: "moon" }, /original\.world must be .*got moon/],
    [{ strenght: 2 }, /original\.strenght is not a knob/],
  ])("stops the build when they do not: %o", (values, message) => {
    expect(() => check(values)).toThrow(message);
  });
});
