/** What somebody on duty sees: nine metrics over the days, their state now, and the alerts. Of the replica shown, the first one. */
import { metricNames } from "../core/worlds/service";
import { cast } from "../course/cast";
import type { EventChart, LaneEvent, MultiplesChart, Panel, State, Tile, TileChart } from "../ui/chart/model";
import { niceTicks } from "../ui/chart/scale";
import { formatNumber } from "../ui/ink/format";
import { eventText, ruleText } from "./event-names";
import type { Shown } from "./frames";
import type { MonitoringValues } from "./knobs";
import { metricText } from "./metric-names";
import { dayOf, hoursADay, learningHours, watchedDays } from "./plan";
import type { MonitoringResults } from "./results";
import { revealed } from "./story";

/** Standard deviations of the band that is usual. */
const usualBand = 2;
/** Share of the threshold from which a tile warns. */
const warnFrom = 0.75;

const dayAxis = { label: "day of the watch", min: 1, max: watchedDays, ticks: [1, 7, 14, 21, 28, 35, 42] };

const ofMetric = (all: Float32Array, m: number) => Array.from(all.subarray(m * hoursADay, (m + 1) * hoursADay));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The smallest range with round ends that holds the values, wherever zero is. */
function roundAbout(values: readonly number[]): [min: number, max: number] {
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [first = low, second = high] = niceTicks(low, high, 3);
  const step = second > first ? second - first : 1;
  const round = (value: number) => Number(value.toPrecision(12));
  return [round(step * Math.floor(low / step + 1e-9)), round(step * Math.ceil(high / step - 1e-9))];
}

/** The axis grows when a day leaves it: days to come must not be told by it. */
function panelOf(days: readonly Shown[], m: number, today: number): Panel {
  const name = metricNames[m]!;
  const { label, short, unit, digits, factor, signed } = metricText[name];
  const least = signed ? Number.NEGATIVE_INFINITY : 0;
  const x = days.map((_, i) => i + 1);
  const y = days.map(({ metrics }) => factor * mean(ofMetric(metrics, m)));
  const usual = days.map(({ usual: of }) => factor * mean(ofMetric(of, m)));
  const spread = days.map(({ spread: of }) => factor * usualBand * of[m]!);
  const low = usual.map((at, i) => Math.max(least, at - spread[i]!));
  const high = usual.map((at, i) => at + spread[i]!);
  const known = [...y.slice(0, today), ...low, ...high];
  const [min, max] = roundAbout(known);
  return {
    id: name,
    title: label,
    short,
    unit,
    digits,
    y: { min, max },
    series: [
      { id: name, role: "ink", label: "this service", x, y },
      { id: `${name}-usual`, role: "muted", label: "usual", bare: true, x, y: usual, low, high },
    ],
  };
}

export const metricsChart = (results: MonitoringResults | undefined, moment: number): MultiplesChart => ({
  kind: "multiples",
  id: "dashboard",
  title: "Dashboard",
  help: "Your own service (replica 1): the mean of each day. Band: what the two weeks before were like on such a day, plus and minus 2 standard deviations. 95 of 100 usual days lie inside.",
  unit: "daily means · band: usual",
  digits: 1,
  x: dayAxis,
  panels: metricNames.map((_, m) => panelOf(results?.days ?? [], m, Math.floor(moment))),
  timeline: true,
});

/** @param furthest the deviation of the day that is largest, with its sign */
function stateOf(furthest: number, { threshold, rule }: MonitoringValues): State {
  const strayed = Math.abs(furthest);
  // Other rules have limits of their own: the tile then says how far a metric strays by the default threshold.
  const limit = rule === "threshold" ? threshold : 4;
  if (strayed > limit) return "alarm";
  return strayed > warnFrom * limit ? "warning" : "ok";
}

function tileOf(day: Shown, m: number, values: MonitoringValues): Tile {
  const name = metricNames[m]!;
  const { label, short, unit, digits, factor } = metricText[name];
  const hours = ofMetric(day.metrics, m).map((value) => factor * value);
  const furthest = ofMetric(day.deviation, m).reduce((far, one) => (Math.abs(one) > Math.abs(far) ? one : far), 0);
  return {
    id: name,
    label,
    short,
    unit,
    digits,
    value: mean(hours),
    state: stateOf(furthest, values),
    note: `${formatNumber(Math.abs(furthest), 1)} SD ${furthest < 0 ? "below" : "above"} usual`,
    recent: { x: hours.map((_, hour) => hour), y: hours },
  };
}

export function tilesChart(
  results: MonitoringResults | undefined,
  values: MonitoringValues,
  moment: number,
): TileChart {
  const day = results?.days[Math.floor(moment) - 1];
  return {
    kind: "tiles",
    id: "today",
    title: "Today",
    help: "Your own service (replica 1): the mean of the day and, as a small line, its 24 hours. The note says how far the metric lay from the usual over your window, in standard deviations (SD), at its furthest today. Alarm: further than the threshold. Warning: further than three quarters of it.",
    unit: "mean of the day · SD: standard deviations over the window",
    digits: 1,
    xLabel: "hour",
    tiles: day ? metricNames.map((_, m) => tileOf(day, m, values)) : [],
  };
}

/** In days since the watch began: noon of day 1 is 1.5. */
const timeOf = (hour: number) => 1 + (hour - learningHours) / hoursADay;

export function alertsChart(results: MonitoringResults | undefined, moment: number): EventChart {
  const told = results !== undefined && revealed(results, moment);
  const sent = (read: (day: Shown) => readonly number[] | undefined): LaneEvent[] =>
    (results?.days ?? []).flatMap((day, i) =>
      (read(day) ?? []).map((hour) => ({ from: 1 + i + hour / hoursADay, label: `day ${i + 1}` })),
    );
  const judged = (isTrue: boolean, of = results?.ownAlerts): LaneEvent[] =>
    (of ?? [])
      .filter((alert) => alert.isTrue === isTrue)
      .map(({ hour }) => ({ from: timeOf(hour), label: `day ${dayOf(hour)}` }));
  const code = results?.codeAlerts;
  return {
    kind: "events",
    id: "alerts",
    title: "Alerts",
    help: "Your own service (replica 1). While an alarm is on, an alert is sent at once and again every 12 hours. Once the answer is told, the events stand above the alerts, and alerts are told apart: true ones while a fault lasts or is still in the window, false ones at all other times. An alert on a holiday is false.",
    unit: told ? "bars: events, signs: alerts" : "signs: alerts",
    digits: 1,
    x: { ...dayAxis, max: watchedDays + 1 },
    lanes: told
      ? [
          {
            role: "truth",
            label: "Events",
            events: results.ownEvents.map(({ name, from, to }) => ({
              from: timeOf(from),
              to: Math.min(timeOf(to), watchedDays + 1),
              label: eventText[name],
            })),
          },
          { role: "alarm", label: "True alerts", events: judged(true) },
          { role: "muted", label: "False alerts", events: judged(false) },
          ...(code
            ? [
                { role: cast.you, label: "Your code: true", events: judged(true, code) },
                { role: "muted" as const, label: "Your code: false", events: judged(false, code) },
              ]
            : []),
        ]
      : [
          { role: "alarm", label: "Alerts", events: sent(({ alerts }) => alerts) },
          ...(code ? [{ role: cast.you, label: ruleText.yours, events: sent(({ codeAlerts }) => codeAlerts) }] : []),
        ],
    timeline: true,
  };
}
