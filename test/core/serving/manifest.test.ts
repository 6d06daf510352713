import { AnalysisTemplate } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/AnalysisTemplate";
import { Rollout } from "@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1/Rollout";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { type KubernetesObject, rolloutManifest } from "@/simulations/core/serving/manifest";
import { planRollout, spreadLooks } from "@/simulations/core/serving/patterns";
import { PATTERNS, type RolloutPlan } from "@/simulations/core/serving/rollout-plan";
import { yamlOf } from "@/simulations/ui/shell/yaml";

const analysis = spreadLooks(
  [
    {
      name: "misjudged-share",
      successCondition: "<= 0.05",
      failureCondition: "> 0.2",
      failureLimit: 1,
      inconclusiveLimit: 2,
    },
    {
      name: "latency-p95",
      successCondition: "< 100",
      query: "histogram_quantile(0.95, sum(rate(latency_bucket[5m])) by (le))",
    },
  ],
  500,
  7,
);

/** Throws what the public schema has against the object. */
function validate(object: KubernetesObject): void {
  const Model = object.kind === "Rollout" ? Rollout : AnalysisTemplate;
  new Model(object as never).validate();
}

const plans: [string, RolloutPlan][] = PATTERNS.flatMap((pattern) => [
  [pattern, planRollout(pattern)],
  [`${pattern} judged by an analysis`, planRollout(pattern, { analysis })],
  [`${pattern} with a learner at the button`, planRollout(pattern, { analysis, manual: true })],
  [
    `${pattern} watched all the time`,
    {
      ...planRollout(pattern),
      backgroundAnalysis: { metrics: [{ name: "errors", interval: 60, successCondition: "< 1" }] },
    },
  ],
]);

describe("manifest", () => {
  test.each(plans)("of %s is accepted by the public schema, as objects and as YAML", (_, plan) => {
    const objects = rolloutManifest(plan, { name: "phone-inspection" });
    for (const object of objects) validate(object);
    const documents = parseAllDocuments(yamlOf(objects)).map((document) => document.toJS());
    expect(documents).toEqual(JSON.parse(JSON.stringify(objects)));
    for (const document of documents) validate(document);
  });

  test("the schema would have noticed a mistake", () => {
    const [rollout, template] = rolloutManifest(planRollout("canary", { analysis }), { name: "phones" });
    const broken = structuredClone(rollout) as never as {
      spec: { strategy: { canary: { steps: { setWeight: unknown }[] } } };
    };
    broken.spec.strategy.canary.steps[0]!.setWeight = "five";
    expect(() => validate(broken as never)).toThrow(/setWeight/);
    const nameless = structuredClone(template) as never as { spec: { metrics: { name?: string }[] } };
    delete nameless.spec.metrics[0]!.name;
    expect(() => validate(nameless as never)).toThrow(/name/);
  });

  test("a canary keeps its steps, and equal analyses share one template", () => {
    const [rollout, ...templates] = rolloutManifest(planRollout("canary", { weights: [5, 50], analysis }), {
      name: "phones",
    });
    const reference = {
      templates: [{ templateName: "phones-analysis" }],
      args: [{ name: "service", value: "phones" }],
    };
    expect(rollout!.spec).toHaveProperty("strategy.canary.steps", [
      { setWeight: 5 },
      { analysis: reference },
      { setWeight: 50 },
      { analysis: reference },
    ]);
    expect(templates.map((template) => template.metadata.name)).toEqual(["phones-analysis"]);
    expect(templates[0]!.spec).toHaveProperty("metrics.0", {
      name: "misjudged-share",
      initialDelay: "71s",
      interval: "71s",
      count: 7,
      successCondition: "result[0] <= 0.05",
      failureCondition: "result[0] > 0.2",
      failureLimit: 1,
      inconclusiveLimit: 2,
      provider: {
        prometheus: {
          address: "http://prometheus.monitoring:9090",
          query: 'avg(misjudged_share{service="{{args.service}}",version="candidate"})',
        },
      },
    });
  });

  test("blue-green keeps the old version as long as the plan waits, and judges after the switch", () => {
    const waiting = rolloutManifest(planRollout("blue-green", { stageSeconds: 300 }), { name: "phones" })[0]!;
    expect(waiting.spec).toHaveProperty("strategy.blueGreen.scaleDownDelaySeconds", 300);
    const judged = rolloutManifest(planRollout("blue-green", { analysis }), { name: "phones" })[0]!;
    expect(judged.spec).toHaveProperty(
      "strategy.blueGreen.postPromotionAnalysis.templates.0.templateName",
      "phones-analysis",
    );
    const first: RolloutPlan = {
      pattern: "blue-green",
      steps: [{ analysis }, { pause: {} }, { setWeight: 100 }],
      restoreSeconds: 0,
    };
    const preview = rolloutManifest(first, { name: "phones" })[0]!;
    expect(preview.spec).toHaveProperty(
      "strategy.blueGreen.prePromotionAnalysis.templates.0.templateName",
      "phones-analysis",
    );
    expect(preview.spec).toHaveProperty("strategy.blueGreen.autoPromotionEnabled", false);
  });

  test("a shadow copies the traffic to a full-size canary and then takes the copy away", () => {
    const rollout = rolloutManifest(planRollout("shadow", { stageSeconds: 300 }), { name: "phones" })[0]!;
    expect(rollout.spec).toHaveProperty("strategy.canary.trafficRouting.managedRoutes", [{ name: "shadow" }]);
    const steps = (rollout.spec as { strategy: { canary: { steps: object[] } } }).strategy.canary.steps;
    expect(steps.map((step) => Object.keys(step)[0])).toEqual([
      "setCanaryScale",
      "setMirrorRoute",
      "pause",
      "setMirrorRoute",
      "setCanaryScale",
      "setWeight",
    ]);
    expect(steps[3]).toEqual({ setMirrorRoute: { name: "shadow" } });
  });

  test("refuses a name that Kubernetes would refuse", () => {
    expect(() => rolloutManifest(planRollout("canary"), { name: "Phone Inspection" })).toThrow(
      /name.*"Phone Inspection"/,
    );
  });
});
