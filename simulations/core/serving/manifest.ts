/**
 * A rollout plan as Kubernetes objects that Argo Rollouts understands: one Rollout and an AnalysisTemplate per analysis.
 *
 *   canary      strategy.canary, weights by an Istio virtual service
 *   shadow      strategy.canary with setMirrorRoute: a full-size canary that gets copies of the traffic
 *   blue-green  strategy.blueGreen; what comes before the switch is prePromotionAnalysis or a wait for promotion, what
 *               comes after it is postPromotionAnalysis and the time the old version is kept (scaleDownDelaySeconds)
 *   replace     strategy.canary without a router, all instances stopped and started anew (maxUnavailable 100 %)
 *
 * Source: Argo Rollouts v1alpha1 specification (2026). Weights in a manifest are whole percents, durations whole seconds.
 *
 * @example rolloutManifest(planRollout("canary"), { name: "phone-inspection" })[0].kind // "Rollout"
 */
import { checkWholeNumber } from "../check";
import type { MetricSpec } from "./analysis";
import type { AnalysisSpec } from "./analysis-run";
import { checkPlan, type RolloutPlan, type RolloutStep } from "./rollout-plan";

export interface ManifestOptions {
  /** Name of the service: lower-case words joined by hyphens, at most 40 letters. */
  readonly name: string;
  readonly image?: string;
  readonly replicas?: number;
  readonly prometheusAddress?: string;
}

export interface KubernetesObject {
  readonly apiVersion: "argoproj.io/v1alpha1";
  readonly kind: "Rollout" | "AnalysisTemplate";
  readonly metadata: { readonly name: string };
  readonly spec: Readonly<Record<string, unknown>>;
}

interface Templates {
  /** The reference by which a Rollout uses an analysis; equal analyses share one template. */
  reference(analysis: AnalysisSpec): { templates: { templateName: string }[]; args: { name: string; value: string }[] };
  readonly objects: KubernetesObject[];
}

const MIRROR_ROUTE = "shadow";

/** The Rollout first, then its AnalysisTemplates. @throws RangeError when the name or the plan is out of range. */
export function rolloutManifest(plan: RolloutPlan, options: ManifestOptions): KubernetesObject[] {
  checkPlan(plan);
  const { name, image = `${name}:candidate`, replicas = 4 } = options;
  if (!/^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(name)) {
    throw new RangeError(`name must be lower-case words joined by hyphens, at most 40 letters, got "${name}"`);
  }
  checkWholeNumber("replicas", replicas, 1);
  const templates = collectTemplates(options);
  const labels = { app: name };
  const rollout: KubernetesObject = {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "Rollout",
    metadata: { name },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: plan.pattern === "blue-green" ? blueGreen(plan, name, templates) : canary(plan, name, templates),
      template: { metadata: { labels }, spec: { containers: [{ name, image, ports: [{ containerPort: 8080 }] }] } },
    },
  };
  return [rollout, ...templates.objects];
}

function canary(plan: RolloutPlan, name: string, templates: Templates): Record<string, unknown> {
  const mirrors = plan.steps.some((step) => "setMirrorRoute" in step);
  const steps = plan.steps.flatMap((step) => canaryStep(step, templates));
  const background = plan.backgroundAnalysis;
  const analysis = background && { ...templates.reference(background), startingStep: background.startingStep ?? 0 };
  if (plan.pattern === "replace") {
    return { canary: { maxSurge: 0, maxUnavailable: "100%", steps, ...(analysis && { analysis }) } };
  }
  return {
    canary: {
      stableService: `${name}-stable`,
      canaryService: `${name}-canary`,
      trafficRouting: {
        ...(mirrors && { managedRoutes: [{ name: MIRROR_ROUTE }] }),
        istio: { virtualService: { name, routes: ["primary"] } },
      },
      steps,
      ...(analysis && { analysis }),
    },
  };
}

function canaryStep(step: RolloutStep, templates: Templates): Record<string, unknown>[] {
  if ("setWeight" in step) return [{ setWeight: Math.round(step.setWeight) }];
  if ("analysis" in step) return [{ analysis: templates.reference(step.analysis) }];
  if ("pause" in step)
    return [{ pause: step.pause.duration === undefined ? {} : { duration: seconds(step.pause.duration) } }];
  const { percentage } = step.setMirrorRoute;
  // A mirror route without a match is taken away again, and the canary's size follows its weight once more.
  if (percentage === 0)
    return [{ setMirrorRoute: { name: MIRROR_ROUTE } }, { setCanaryScale: { matchTrafficWeight: true } }];
  const match = [{ method: { exact: "POST" }, path: { prefix: "/" } }];
  return [
    { setCanaryScale: { weight: Math.round(percentage) } },
    { setMirrorRoute: { name: MIRROR_ROUTE, percentage: Math.round(percentage), match } },
  ];
}

function blueGreen(plan: RolloutPlan, name: string, templates: Templates): Record<string, unknown> {
  const change = plan.steps.findIndex((step) => "setWeight" in step && step.setWeight === 100);
  const switchAt = change < 0 ? plan.steps.length : change;
  const before = plan.steps.slice(0, switchAt);
  const after = plan.steps.slice(switchAt + 1);
  const waits = before.filter((step) => "pause" in step).map((step) => step.pause.duration);
  const pre = before.find((step) => "analysis" in step)?.analysis;
  const post = after.find((step) => "analysis" in step)?.analysis ?? plan.backgroundAnalysis;
  const kept = after.reduce((sum, step) => sum + ("pause" in step ? (step.pause.duration ?? 0) : 0), 0);
  return {
    blueGreen: {
      activeService: `${name}-active`,
      previewService: `${name}-preview`,
      autoPromotionEnabled: !waits.includes(undefined),
      ...(waits.length > 0 &&
        !waits.includes(undefined) && {
          autoPromotionSeconds: wholeSeconds(waits.reduce<number>((sum, wait) => sum + (wait ?? 0), 0)),
        }),
      ...(pre && { prePromotionAnalysis: templates.reference(pre) }),
      ...(post && { postPromotionAnalysis: templates.reference(post) }),
      ...(kept > 0 && { scaleDownDelaySeconds: wholeSeconds(kept) }),
    },
  };
}

function collectTemplates({
  name,
  prometheusAddress = "http://prometheus.monitoring:9090",
}: ManifestOptions): Templates {
  const objects: KubernetesObject[] = [];
  const known = new Map<string, string>();
  return {
    objects,
    reference(analysis) {
      const key = JSON.stringify(analysis.metrics);
      const templateName =
        known.get(key) ?? (known.size === 0 ? `${name}-analysis` : `${name}-analysis-${known.size + 1}`);
      if (!known.has(key)) {
        known.set(key, templateName);
        objects.push({
          apiVersion: "argoproj.io/v1alpha1",
          kind: "AnalysisTemplate",
          metadata: { name: templateName },
          spec: {
            args: [{ name: "service" }],
            metrics: analysis.metrics.map((spec) => metric(spec, prometheusAddress)),
          },
        });
      }
      return { templates: [{ templateName }], args: [{ name: "service", value: name }] };
    },
  };
}

function metric(spec: MetricSpec, address: string): Record<string, unknown> {
  const { name, interval, initialDelay, successCondition, failureCondition, query } = spec;
  const { count, failureLimit, inconclusiveLimit, consecutiveErrorLimit, consecutiveSuccessLimit } = spec;
  const series = `${name.replaceAll("-", "_")}{service="{{args.service}}",version="candidate"}`;
  const all = {
    name,
    initialDelay: initialDelay ? seconds(initialDelay) : undefined,
    interval: interval === undefined ? undefined : seconds(interval),
    count,
    successCondition: successCondition && `result[0] ${successCondition.trim()}`,
    failureCondition: failureCondition && `result[0] ${failureCondition.trim()}`,
    failureLimit,
    inconclusiveLimit,
    consecutiveErrorLimit,
    consecutiveSuccessLimit,
    provider: { prometheus: { address, query: query ?? `avg(${series})` } },
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function wholeSeconds(duration: number): number {
  return Math.max(1, Math.round(duration));
}

function seconds(duration: number): string {
  return `${wholeSeconds(duration)}s`;
}
