/** The numbers that lesson 8 states, computed again from the settings written beside them, over five seeds. */
import { beforeAll, describe, expect, it } from "vitest";
import { type degreeNames, momentOf } from "@/simulations/automation/frames";
import { valuesAt } from "@/simulations/automation/summary";
import { peekingInflation } from "@/simulations/core/statistics/peeking";
import { rowNames } from "@/simulations/deployment-patterns/frames";
import type { ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { automate, automationFrames, lastFrames, mean, release } from "../claims/deployment-runs";
import { claimSeeds } from "../claims/seeds";
import { startWasm } from "../core/models/backend-for-tests";
import { piecesOf, sourceOf, treeOf } from "./read-lesson";

const seeds = claimSeeds();
const text = sourceOf("deployment-patterns").replace(/\s+/g, " ");
const says = (sentence: string) => expect(text).toContain(sentence);
/** Within a share of what is said. */
const isAbout = (found: number, said: number, tolerance: number) =>
  expect(Math.abs(found - said), `${found} is not about ${said}`).toBeLessThanOrEqual(tolerance * said);

beforeAll(startWasm);

describe("releases", () => {
  const replicas = 16;
  const summaries = (given: Partial<ReleaseValues>) => seeds.map((seed) => release({ ...given, replicas, seed }));
  const harmed = (given: Partial<ReleaseValues>) => mean(summaries(given).map((summary) => summary.harmed));
  const minutes = (given: Partial<ReleaseValues>, name: "timeToDetect" | "timeToRollback") =>
    mean(summaries(given).map((summary) => summary[name]!));

  it("that are worse harm as many phones as the table says", () => {
    says("| blue-green | about 1,660 phones | about 180 phones; rolled back after 10 minutes |");
    says("| recreate | about 1,660 phones | about 450 phones; found after 10 minutes, back on blue after 25 |");
    says("| canary | about 860 phones | about 64 phones; rolled back after 30 minutes |");
    const worse = (pattern: ReleaseValues["pattern"], judge: ReleaseValues["judge"]) =>
      ({ candidate: "worse", pattern, judge }) as const;
    isAbout(harmed(worse("blue-green", "none")), 1660, 0.06);
    isAbout(harmed(worse("canary", "none")), 860, 0.06);
    isAbout(harmed(worse("blue-green", "analysis")), 180, 0.08);
    isAbout(harmed(worse("replace", "analysis")), 450, 0.08);
    isAbout(harmed(worse("canary", "analysis")), 64, 0.12);
    expect(minutes(worse("blue-green", "analysis"), "timeToRollback")).toBeCloseTo(10, 1);
    expect(minutes(worse("replace", "analysis"), "timeToDetect")).toBeCloseTo(10, 1);
    expect(minutes(worse("replace", "analysis"), "timeToRollback")).toBeCloseTo(25, 1);
    expect(minutes(worse("canary", "analysis"), "timeToRollback")).toBeCloseTo(30, 1);
  });

  it("that are better cost what is not used of them", () => {
    says("about 320 phones are misjudged that green would have judged correctly. With the canary it is about 230");
    const missed = (pattern: ReleaseValues["pattern"]) =>
      mean(summaries({ candidate: "better", judge: "analysis", pattern }).map((summary) => summary.missed));
    isAbout(missed("shadow"), 320, 0.07);
    isAbout(missed("canary"), 230, 0.07);
    expect(missed("blue-green")).toBe(0);
  });

  /** Misjudged in 1,000 by each version, of all phones or of one line, where every phone is audited. */
  function rates(candidate: ReleaseValues["candidate"], row: (typeof rowNames)[number]) {
    const at = rowNames.indexOf(row);
    const sums = { blueWrong: 0, blueAudited: 0, greenWrong: 0, greenAudited: 0 };
    for (const seed of seeds)
      for (const frame of lastFrames({
        candidate,
        pattern: "shadow",
        auditShare: 100,
        stageMinutes: 4,
        replicas,
        seed,
      })) {
        const size = frame.replicas.to - frame.replicas.from;
        for (const name of Object.keys(sums) as (keyof typeof sums)[])
          for (const value of frame[name].subarray(at * size, (at + 1) * size)) sums[name] += value;
      }
    return {
      blue: (1000 * sums.blueWrong) / sums.blueAudited,
      green: (1000 * sums.greenWrong) / sums.greenAudited,
    };
  }

  it("have versions as good as the text says", () => {
    says("It misjudges about 50 of 1,000 phones.");
    says("misjudges about three times as many phones as blue");
    const worse = rates("worse", "all phones");
    isAbout(worse.blue, 50, 0.1);
    isAbout(worse.green / worse.blue, 3, 0.12);
    says("green misjudges about 320 of 1,000 phones and blue about 140");
    const line = rates("slice-regression", "new line");
    isAbout(line.green, 320, 0.1);
    isAbout(line.blue, 140, 0.1);
    const together = rates("slice-regression", "all phones");
    isAbout(together.green, together.blue, 0.15);
    for (const other of ["hall A", "hall B", "night shift"] as const) {
      const { blue, green } = rates("slice-regression", other);
      expect(green).toBeLessThan(0.75 * blue);
    }
  });

  it("with a regression on one line are found as often and as late as the text says", () => {
    says("rolls green back in only about two of ten replicas");
    says("finds the regression in about eight of ten replicas. But it finds it late, typically at minute 50");
    const at = (slices: ReleaseValues["slices"]) =>
      ({ candidate: "slice-regression", judge: "analysis", slices }) as const;
    isAbout(mean(summaries(at("off")).map(({ detectedShare }) => detectedShare)), 0.2, 0.5);
    isAbout(mean(summaries(at("on")).map(({ detectedShare }) => detectedShare)), 0.8, 0.12);
    isAbout(minutes(at("on"), "timeToDetect"), 50, 0.1);
  });

  it("that are harmless are rolled back as often as the table says", () => {
    says("| harmless releases rolled back, of 100 | about 5 | about 11 | about 19 | about 23 |");
    says("Their method gives 5, 13, 21 and 27");
    const checks = [1, 5, 20, 60];
    const many = 48;
    expect(checks.map((count) => Math.round(50 * peekingInflation(count, 0.1)))).toEqual([5, 13, 21, 27]);
    const share = (looks: number) =>
      mean(
        seeds.map(
          (seed) =>
            release({ candidate: "same", pattern: "blue-green", judge: "analysis", looks, replicas: many, seed })
              .falseRollbackShare!,
        ),
      );
    [5, 11, 19, 23].forEach((said, i) => {
      const chance = said / 100;
      const margin = 3.5 * Math.sqrt((chance * (1 - chance)) / (many * seeds.length));
      expect(Math.abs(share(checks[i]!) - chance), `${checks[i]} checks`).toBeLessThan(margin);
    });
  });

  it("are stopped by a sequential test as soon as the text says", () => {
    says("after about 3 minutes with blue-green and about 25 minutes with the canary");
    const at = (pattern: ReleaseValues["pattern"]) =>
      ({ candidate: "worse", judge: "analysis", looks: 60, rule: "sequential", pattern }) as const;
    isAbout(minutes(at("blue-green"), "timeToDetect"), 3, 0.3);
    isAbout(minutes(at("canary"), "timeToDetect"), 25, 0.12);
    says("about 42 instead of about 51");
    isAbout(harmed(at("blue-green")), 51, 0.2);
    isAbout(harmed(at("canary")), 42, 0.2);
  });
});

describe("degrees of automation", () => {
  const over = (compute: (seed: number) => number) => mean(seeds.map(compute));
  const degree = (name: (typeof degreeNames)[number], measure: "cost" | "error" | "humanShare") =>
    over((seed) => automate({ seed }).degrees.find((one) => one.name === name)![measure]);
  const partialAt = (threshold: number, measure: "cost" | "error") =>
    over((seed) => mean(valuesAt(automationFrames({ seed }), momentOf(threshold), measure, "partial")));

  it("cost what the text says", () => {
    says("inspectors alone cost about 50 cents a phone, mistakes included. The model alone costs about 64 cents.");
    says("at a threshold of 90 % costs about 24 cents: fewer than one phone in five goes to an inspector");
    isAbout(degree("human", "cost"), 0.5, 0.04);
    isAbout(degree("full", "cost"), 0.64, 0.06);
    isAbout(degree("partial", "cost"), 0.24, 0.06);
    expect(degree("partial", "humanShare")).toBeLessThan(0.2);
    says("Assistance misjudges only about four phones in 1,000");
    isAbout(degree("assistance", "error"), 0.004, 0.2);
  });

  it("send to inspectors a quarter of phones that the model misjudges, three quarters of its mistakes", () => {
    says(
      "The model would have misjudged about a quarter of these phones, and they contain about three quarters of all its mistakes.",
    );
    const sent = over((seed) => mean(valuesAt(automationFrames({ seed }), momentOf(90), "humanShare", "partial")));
    const all = over((seed) => mean(valuesAt(automationFrames({ seed }), momentOf(90), "error", "full")));
    const whereSure = over((seed) =>
      mean(
        automationFrames({ seed })
          .filter(({ moment }) => moment === momentOf(90))
          .flatMap(({ modelError }) => Array.from(modelError)),
      ),
    );
    const held = all - whereSure * (1 - sent);
    isAbout(held / all, 0.75, 0.05);
    isAbout(held / sent, 0.25, 0.15);
  });

  it("follow the curves that the text describes", () => {
    says("The misjudged phones fall from about 64 to about 17 of 1,000, then rise to about 30.");
    says("The cost falls from about 64 cents to about 22, then rises to about 50.");
    const thresholds = Array.from({ length: 26 }, (_, i) => 50 + 2 * i);
    const lowest = (measure: "cost" | "error") =>
      Math.min(...thresholds.map((threshold) => partialAt(threshold, measure)));
    isAbout(partialAt(50, "error"), 0.064, 0.06);
    isAbout(lowest("error"), 0.017, 0.08);
    isAbout(partialAt(100, "error"), 0.03, 0.06);
    isAbout(partialAt(50, "cost"), 0.64, 0.06);
    isAbout(lowest("cost"), 0.22, 0.08);
    isAbout(partialAt(100, "cost"), 0.5, 0.04);
  });
});

it("the answers that ask for a number are right", () => {
  const [rates, threshold] = piecesOf(treeOf("deployment-patterns"), "Checkpoint").flatMap(({ attributes }) =>
    attributes.answer ? [(attributes.answer as { value: number }).value] : [],
  );
  expect(rates).toBeCloseTo(100 * (1 - 0.95 ** 5), 1);
  // (1 − c) · 5 = 0.50 + 0.01 · 5
  expect(threshold).toBeCloseTo(100 * (1 - (0.5 + 0.01 * 5) / 5), 6);
  says("Over 24 checks this adds up to about 20 of 100.");
});
