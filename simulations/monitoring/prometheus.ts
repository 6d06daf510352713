/**
 * The rule as a file of Prometheus rules (recording rules, then alerting rules; Prometheus 3, 2026). What the bench calls usual is the
 * mean of the same hour one and two weeks before, its standard deviation that of the two weeks' residuals.
 */
import type { MetricName } from "../core/worlds/service";
import { ruleText } from "./event-names";
import type { MonitoringValues } from "./knobs";
import { metricText } from "./metric-names";
import { burns, errorBudget, metricSets } from "./plan";

interface Rule {
  readonly record?: string;
  readonly alert?: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

const requests = "sum(rate(voice_search_requests_total[1h]))";
const share = (which: string) => `sum(rate(voice_search_requests_total{${which}}[1h])) / ${requests}`;

/** Each metric of an hour, from counters and gauges that a service exports. */
const hourly: Readonly<Record<MetricName, string>> = {
  load: `${requests} / sum(voice_search_capacity_requests_per_second)`,
  latency: "histogram_quantile(0.95, sum by (le) (rate(voice_search_latency_seconds_bucket[1h])))",
  memory: "avg(avg_over_time(voice_search_memory_used_ratio[1h]))",
  throughput: 'sum(rate(voice_search_latency_seconds_bucket{le="1.0"}[1h]))',
  length: "sum(rate(voice_search_clip_seconds_sum[1h])) / sum(rate(voice_search_clip_seconds_count[1h]))",
  volume: "avg(avg_over_time(voice_search_clip_level_decibels[1h]))",
  missing: share('clip="missing"'),
  nulls: share('answer="null"'),
  repeats: share('repeated="true"'),
};

const hours = (count: number) => `${count}h`;

function usualRules(metric: MetricName): Rule[] {
  const name = `voice_search:${metric}`;
  return [
    { record: `${name}:hour`, expr: hourly[metric] },
    { record: `${name}:usual`, expr: `(${name}:hour offset 1w + ${name}:hour offset 2w) / 2` },
    { record: `${name}:residual`, expr: `${name}:hour - ${name}:usual` },
    { record: `${name}:spread`, expr: `stddev_over_time(${name}:residual[2w:1h])` },
  ];
}

function thresholdRule(metric: MetricName, { threshold, window }: MonitoringValues): Rule {
  const name = `voice_search:${metric}`;
  return {
    // A power and no sqrt(): functions of PromQL take vectors.
    alert: `VoiceSearch${metric[0]!.toUpperCase()}${metric.slice(1)}Unusual`,
    expr: `abs(avg_over_time(${name}:residual[${hours(window)}:1h])) * ${window} ^ 0.5 / ${name}:spread > ${threshold}`,
    labels: { severity: "page" },
    annotations: {
      summary: `${metricText[metric].label} has strayed more than ${threshold} standard deviations from the usual over ${window} h`,
    },
  };
}

function burnRules(): Rule[] {
  const failed = "voice_search:failed:hour";
  return [
    {
      record: failed,
      expr: `1 - (sum(rate(voice_search_latency_seconds_bucket{le="1.0",clip="present"}[1h])) / ${requests})`,
    },
    ...burns.map(({ rate, long, short }) => {
      const over = (length: number) => `avg_over_time(${failed}[${hours(length)}:1h]) > ${rate} * ${errorBudget}`;
      return {
        alert: `VoiceSearchBurnRate${long}h`,
        expr: `${over(long)} and ${over(short)}`,
        labels: { severity: rate > 1 ? "page" : "ticket" },
        annotations: { summary: `The error budget is used up more than ${rate} times too fast over ${long} h` },
      };
    }),
  ];
}

/** Detectors and tests are no functions of PromQL: a job of one's own computes them and exports the answer. */
const computedRule = ({ rule }: MonitoringValues): Rule => ({
  alert: "VoiceSearchDrift",
  expr: `max(voice_search_drift_detected{detector="${rule}"}) == 1`,
  labels: { severity: "page" },
  annotations: { summary: `${ruleText[rule === "threshold" ? "own" : rule]} has raised an alarm` },
});

function prometheusRules(values: MonitoringValues): Rule[] {
  if (values.rule === "burn-rate") return burnRules();
  if (values.rule !== "threshold") return [computedRule(values)];
  const metrics = metricSets[values.metrics];
  return [...metrics.flatMap(usualRules), ...metrics.map((metric) => thresholdRule(metric, values))];
}

/** The file as data. */
export const prometheusFile = (values: MonitoringValues) => ({
  groups: [{ name: "voice-search", interval: "1h", rules: prometheusRules(values) }],
});
