/** The charts of the alarm bench: what is on the dashboard, and how good the alarms were. */
import type { Chart } from "../ui/chart/model";
import { alertsChart, metricsChart, tilesChart } from "./chart-dashboard";
import { frontierChart, helpChart, pruningChart } from "./chart-frontier";
import type { MonitoringValues } from "./knobs";
import type { MonitoringResults } from "./results";
import { revealed, untold } from "./story";

export function charts(results: MonitoringResults | undefined, values: MonitoringValues, moment: number): Chart[] {
  const told = results && revealed(results, moment) ? results : undefined;
  const blank = results && !told ? { blank: untold(values) } : {};
  return [
    metricsChart(results, moment),
    tilesChart(results, values, moment),
    alertsChart(results, moment),
    { ...frontierChart(told), ...blank },
    { ...helpChart(told, values), ...blank },
    { ...pruningChart(told), ...blank },
  ];
}
