import { describe, expect, test } from "vitest";
import { simulations } from "@/simulations/find";
import { onPaper } from "@/simulations/paper";

describe("an experiment on paper that nobody opened", () => {
  test("every simulation asks its question and names its settings and seed", async () => {
    for (const name of simulations.keys()) {
      const { question, settings, knobs } = await onPaper(name, {});
      expect(knobs.length, name).toBeGreaterThan(0);
      for (const { help } of knobs) expect(help).toMatch(/\.$/);
      expect(question, name).toMatch(/\?$/);
      expect(settings, name).toMatch(/ · seed \d+$|seed \d+/);
    }
  });

  test("the lesson's own settings stand in both", async () => {
    const { question, settings } = await onPaper("retraining", { examplesPerMonth: 28, world: "weather", halfLife: 4 });
    expect(question).toContain("28");
    expect(settings).toContain("new examples a month 28");
    expect(settings).toContain("half-life 4");
  });
});
