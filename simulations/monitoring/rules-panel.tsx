"use client";
/** The rule as a file for Prometheus, to be copied. */
import { TextPanel } from "../ui/shell/text-panel";
import type { MonitoringValues } from "./knobs";
import { prometheusFile } from "./prometheus";

async function rulesOf(values: MonitoringValues): Promise<string> {
  const { yamlOf } = await import("../ui/shell/yaml");
  return yamlOf([prometheusFile(values)]);
}

const isComputed = ({ rule }: MonitoringValues) => rule !== "threshold" && rule !== "burn-rate";

export const RulesPanel = ({ values }: { readonly values: MonitoringValues }) => (
  <TextPanel
    title="Prometheus rules"
    about={
      isComputed(values)
        ? "Prometheus cannot compute this rule. A job of your own does, exports 0 or 1, and this alerting rule reads it."
        : "This rule as recording and alerting rules for Prometheus. The names of the metrics are examples. In Alertmanager, set repeat_interval to 12h."
    }
    label="Rules, YAML"
    copy="Copy rules"
    of={values}
    write={() => rulesOf(values)}
  />
);
