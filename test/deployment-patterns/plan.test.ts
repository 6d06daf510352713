/** The release desk's plans and what its analysis concludes. */
import { AnalysisTemplate } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate";
import { Rollout } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { rolloutManifest } from "@/simulations/core/serving/manifest";
import { evidenceAgainst } from "@/simulations/deployment-patterns/engine-evidence";
import { knobs, type ReleaseValues } from "@/simulations/deployment-patterns/knobs";
import { describePlan, planOf } from "@/simulations/deployment-patterns/plan";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { yamlOf } from "@/simulations/ui/shell/yaml";

const given = (values: Partial<ReleaseValues>) => ({ ...defaultsOf(knobs), ...values }) as ReleaseValues;
const plan = (values: Partial<ReleaseValues>) => describePlan(given(values));
const patterns = Object.keys(knobs.pattern.options) as ReleaseValues["pattern"][];

describe("plans", () => {
  test.each(patterns)("%s gives a manifest that the public schema accepts", (pattern) => {
    for (const judge of ["none", "analysis"] as const)
      for (const slices of ["off", "on"] as const)
        for (const [looks, firstStep] of [
          [1, 5],
          [7, 30],
          [60, 50],
        ] as const) {
          const wanted = given({ pattern, judge, slices, looks, firstStep });
          const manifest = yamlOf(rolloutManifest(planOf(wanted), { name: "phone-inspection" }));
          expect(manifest).not.toMatch(/[:-] [&*]/);
          const objects = parseAllDocuments(manifest).map((document) => document.toJS());
          expect(objects.length > 1).toBe(judge === "analysis");
          for (const object of objects) {
            const Model = object.kind === "Rollout" ? Rollout : AnalysisTemplate;
            new Model(object).validate();
          }
        }
  });

  test("spread the checks evenly over an hour whatever the pattern", () => {
    for (const pattern of patterns)
      expect(plan({ pattern, judge: "analysis", looks: 6 }).looks).toEqual([10, 20, 30, 40, 50, 60]);
    expect(plan({ pattern: "canary", judge: "analysis", looks: 1 }).looks).toEqual([60]);
    expect(plan({ pattern: "canary", judge: "none" }).looks).toEqual([]);
  });

  test("of a canary rise from the first step", () => {
    const weights = (firstStep: number) =>
      plan({ pattern: "canary", firstStep }).steps.flatMap(({ label, weight, minute }) =>
        label.startsWith("setWeight") ? [[minute, weight]] : [],
      );
    expect(weights(5)).toEqual([
      [0, 5],
      [20, 25],
      [40, 50],
      [60, 100],
    ]);
    expect(weights(30)).toEqual([
      [0, 30],
      [20, 50],
      [40, 100],
    ]);
  });

  test("of a shadow without a judge wait for a decision", () => {
    const { steps } = plan({ pattern: "shadow", judge: "none" });
    expect(steps.at(-1)).toMatchObject({ label: "pause", weight: 0, mirror: 100 });
  });

  test("say what the analysis demands, surer of each rate where there are five", () => {
    expect(plan({ judge: "analysis", slices: "off" }).conditions).toEqual([
      "misjudged-all-phones-p > 0.05",
      "latency-p95-ms <= 100",
    ]);
    const each = plan({ judge: "analysis", slices: "on", latency: "off" }).conditions;
    expect(each).toHaveLength(5);
    expect(each.at(-1)).toBe("misjudged-new-line-p > 0.01");
  });
});

describe("evidence", () => {
  test("is a one-sided p-value, or the inverse of a mixture's likelihood ratio", () => {
    // z = 0.06/√(0.07 · 0.93 · (1/100 + 1/500)) = 2.1467, whose upper tail is 0.0159.
    expect(evidenceAgainst({ rule: "fixed", green: [12, 100], blue: [30, 500] })).toBeCloseTo(0.0159, 4);
    const sequential = evidenceAgainst({ rule: "sequential", green: [40, 200], blue: [30, 500] });
    expect(sequential).toBeLessThan(0.001);
    expect(sequential).toBeGreaterThan(evidenceAgainst({ rule: "fixed", green: [40, 200], blue: [30, 500] }));
  });

  test("is none when green is no worse, unseen, or too little seen", () => {
    for (const rule of ["fixed", "sequential"] as const) {
      expect(evidenceAgainst({ rule, green: [3, 100], blue: [30, 500] })).toBe(1);
      expect(evidenceAgainst({ rule, green: [0, 0], blue: [30, 500] })).toBe(1);
      expect(evidenceAgainst({ rule, green: [3, 20], blue: [30, 500] })).toBe(1);
      expect(evidenceAgainst({ rule, green: [0, 100], blue: [0, 500] })).toBe(1);
    }
  });
});
