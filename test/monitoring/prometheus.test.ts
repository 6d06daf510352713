/** The rules that the reader copies are what Prometheus reads: YAML, and every expression in PromQL's own grammar. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parser } from "@prometheus-io/lezer-promql";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { knobs, type MonitoringValues } from "@/simulations/monitoring/knobs";
import { metricSets } from "@/simulations/monitoring/plan";
import { prometheusFile } from "@/simulations/monitoring/prometheus";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { yamlOf } from "@/simulations/ui/shell/yaml";

const yaml = (values: Partial<MonitoringValues>) => yamlOf([prometheusFile(valuesOf(values))]);
const valuesOf = (values: Partial<MonitoringValues>) => ({ ...defaultsOf(knobs), ...values }) as MonitoringValues;

interface Group {
  readonly rules: readonly { readonly record?: string; readonly alert?: string; readonly expr: string }[];
}
const rulesOf = (values: Partial<MonitoringValues>) =>
  (parse(yaml(values)) as { groups: Group[] }).groups.flatMap(({ rules }) => rules);

function mistakesIn(expr: string): number {
  let count = 0;
  parser.parse(expr).iterate({
    enter({ type }) {
      if (type.isError) count++;
    },
  });
  return count;
}

const settings: readonly Partial<MonitoringValues>[] = [
  ...Object.keys(metricSets).map((metrics) => ({ metrics }) as Partial<MonitoringValues>),
  ...Object.keys(knobs.rule.options).map((rule) => ({ rule }) as Partial<MonitoringValues>),
  { threshold: 2.5, window: 72 },
];

describe.each(settings)("rules of %o", (values) => {
  it("are expressions that PromQL's grammar reads, each under a name of its own", () => {
    const rules = rulesOf(values);
    expect(rules.some(({ alert }) => alert !== undefined)).toBe(true);
    for (const { expr } of rules) expect(mistakesIn(expr), expr).toBe(0);
    const names = rules.map(({ record, alert }) => record ?? alert);
    expect(names).toEqual([...new Set(names)]);
  });
});

it.each(settings)("rules of %o call no function with a bare number: all but vector() take vectors", (values) => {
  for (const { expr } of rulesOf(values)) expect(expr).not.toMatch(/\b(?!vector\b)\w+\(\s*[\d.]+\s*\)/);
});

it("the grammar finds mistakes", () => {
  expect(mistakesIn("sum(rate(a[1h])")).toBeGreaterThan(0);
  expect(mistakesIn("a > > 1")).toBeGreaterThan(0);
});

it("alert on the metrics that are set, with threshold and window", () => {
  const alerts = rulesOf({ metrics: "pruned", threshold: 2.5, window: 12 }).filter(({ alert }) => alert);
  expect(alerts).toHaveLength(metricSets.pruned.length);
  for (const { expr } of alerts) {
    expect(expr).toContain("[12h:1h]");
    expect(expr).toMatch(/> 2\.5$/);
  }
});

const promtool = spawnSync("promtool", ["--version"]).status === 0;

it.runIf(promtool)("promtool finds nothing wrong", () => {
  const folder = mkdtempSync(join(tmpdir(), "rules-"));
  try {
    settings.forEach((values, i) => {
      const file = join(folder, `${i}.yml`);
      writeFileSync(file, yaml(values));
      execFileSync("promtool", ["check", "rules", file]);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
