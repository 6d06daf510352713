/** What the release desk draws over its minutes: misjudged phones of both versions, green's traffic, and intervals by line. */
import { seriesOf } from "../course/band-series";
import type {
  ChangeMark,
  Chart,
  IntervalChart,
  LevelMark,
  LineChart,
  LookMark,
  Series,
  StepMark,
} from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { decidedAt } from "./decisions";
import { lastMinute, lineNames, type PlannedStep } from "./frames";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";
import { type Version, versions } from "./results-minute";

const names: Readonly<Record<Version, string>> = { blue: "Blue", green: "Green" };

function timeAxis(values: ReleaseValues): LineChart["x"] {
  const max = lastMinute(values);
  const step = max > 120 ? 30 : max > 60 ? 10 : 5;
  return {
    label: "minutes since release",
    min: 0,
    max,
    ticks: Array.from({ length: Math.floor(max / step) + 1 }, (_, i) => i * step),
  };
}

const nowLine = (values: ReleaseValues, moment: number): ChangeMark[] =>
  moment < lastMinute(values) ? [{ kind: "change", x: moment, label: `now, minute ${moment}` }] : [];

const limitLine = (limit: number | undefined): LevelMark[] =>
  limit === undefined ? [] : [{ kind: "level", at: limit, role: "alarm", label: `limit ${limit}` }];

/** The top of every axis of misjudged phones: from the limit, or from what is known so far. */
export function rateAxisMax({ own, limit }: ReleaseResults, moment: number): number {
  const highest = own.findLast(({ minute }) => minute <= moment)?.highestRate ?? 0;
  return roundUp(Math.max(50, 2.2 * (limit ?? 40), 1.1 * highest));
}

function misjudgedChart(results: ReleaseResults | undefined, values: ReleaseValues, moment: number): LineChart {
  const own = results?.own ?? [];
  const series = versions
    .filter((version) => own.some(({ minute, rates }) => minute <= moment && rates[version].audited > 0))
    .map((version) =>
      seriesOf(
        { id: version, role: version, label: names[version] },
        own.map(({ minute, rates }) => [minute, rates[version]] as const),
      ),
    );
  return {
    kind: "lines",
    id: "misjudged",
    title: "Misjudged phones",
    help: "Your own release (replica 1). Of the phones that an inspector also reviewed, the share that the version has misjudged since the release. The band is a 95 % interval (Wilson 1927): these rates fit what the inspectors found. The limit is 1.5 times what blue misjudged in the hour before the release. It only helps to read the chart; no step depends on it.",
    unit: "in 1,000 reviewed phones, from release to now · band: 95 % interval",
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: results ? rateAxisMax(results, moment) : 150 },
    series,
    marks: results ? [...nowLine(values, moment), ...limitLine(results.limit)] : [],
    columns: ["share found", "95 % interval, from", "95 % interval, to"],
    timeline: true,
    height: "mid",
  };
}

/** A staircase: each value holds until the next. */
function staircase(points: readonly (readonly [x: number, y: number])[], end: number): { x: number[]; y: number[] } {
  const x: number[] = [];
  const y: number[] = [];
  for (const [at, value] of points) {
    if (y.length > 0 && value !== y.at(-1)) {
      x.push(at);
      y.push(y.at(-1)!);
    }
    x.push(at);
    y.push(value);
  }
  if (x.length > 0 && x.at(-1)! < end) {
    x.push(end);
    y.push(y.at(-1)!);
  }
  return { x, y };
}

/** Steps with a name; those of one minute as one, in the state they lead to. */
function namedSteps(steps: readonly PlannedStep[]): PlannedStep[] {
  const byMinute = new Map<number, PlannedStep>();
  for (const step of steps) {
    if (step.label === "pause" || step.label === "analysis") continue;
    const before = byMinute.get(step.minute);
    byMinute.set(step.minute, before ? { ...step, label: `${before.label} · ${step.label}` } : step);
  }
  return [...byMinute.values()];
}

/** What a check found, once it is past. */
const checkText = ({ checks }: ReleaseResults, looked: number, moment: number): string =>
  checks.find(({ minute, at }) => minute <= moment && Math.abs(at - looked) < 0.5)?.kind ?? "check";

export function trafficChart(results: ReleaseResults | undefined, values: ReleaseValues, moment: number): LineChart {
  const shadow = values.pattern === "shadow";
  // A phone is answered by green or copied to it, never both.
  const reach = (weight: number, mirror: number) => Math.max(weight, mirror);
  const last = lastMinute(values);
  const named = namedSteps(results?.plan.steps ?? []);
  const series: Series[] = [];
  const failedAt = results?.at(moment)?.detectedAt;
  const decided = decidedAt(values);
  // What was planned for later does not come once somebody has interfered.
  const until = Math.min(
    failedAt !== undefined && failedAt >= 0 ? failedAt : last,
    decided !== undefined && moment >= decided ? decided : last,
  );
  if (results) {
    const interfered = until < last;
    const done = staircase(
      results.own.map(({ minute, shares }) => [minute, reach(shares.weight, shares.mirror)] as const),
      last,
    );
    const planned = staircase(
      named.map(({ minute, weight, mirror }) => [minute, reach(weight, mirror)] as const),
      last,
    );
    if (!interfered) series.push({ id: "planned", role: "green", label: "Planned", planned: true, ...planned });
    series.push({
      id: "traffic",
      role: "green",
      label: "Green",
      bare: true,
      ...done,
      low: done.y.map(() => 0),
      high: done.y,
    });
  }
  const checks = results?.plan.looks.filter((at) => at <= until) ?? [];
  return {
    kind: "lines",
    id: "traffic",
    title: shadow ? "Phones copied to green" : "Phones sent to green",
    help: "The share of the phones that green judges. In shadow, green gets a copy of each phone and its verdict is not used. setWeight and setMirrorRoute are the names that Argo Rollouts gives to these steps. A diamond is a check of the analysis; it is filled once the check is done.",
    unit: "% of phones · solid: done, dotted: planned",
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: 100, ticks: [0, 50, 100] },
    series,
    marks: results
      ? [
          ...nowLine(values, moment),
          ...named
            .filter(({ minute }) => minute <= until)
            .map(
              ({ minute: x, label, weight, mirror }): StepMark => ({
                kind: "step",
                x,
                y: reach(weight, mirror),
                label,
              }),
            ),
          ...checks.map((x): LookMark => ({ kind: "look", x, label: checkText(results, x, moment) })),
        ]
      : [],
    timeline: true,
    height: "low",
  };
}

/** Both versions now, of all phones or line by line. */
export function misjudgedIntervals(results: ReleaseResults, moment: number, byLine = false): IntervalChart | undefined {
  const minute = results.at(moment);
  if (!minute) return undefined;
  const found = (byLine ? minute.byLine : [minute.rates]).flatMap((rates, line) =>
    versions.map((version) => ({
      role: version,
      label: byLine ? `${lineNames[line]}, ${version}` : names[version],
      ...rates[version],
    })),
  );
  const known = found.filter(({ audited }) => audited > 0);
  const max = Math.max(rateAxisMax(results, moment), roundUp(1.1 * Math.max(0, ...known.map(({ middle }) => middle))));
  return {
    kind: "intervals",
    id: byLine ? "by-line" : "now",
    title: byLine ? "Misjudged phones by production line" : "Misjudged in 1,000",
    help: "Of the phones that an inspector also reviewed, the share that the version has misjudged since the release. Marker: the share found; line: its 95 % interval (Wilson 1927), cut at the end of the axis.",
    unit: byLine ? "in 1,000 reviewed phones, with 95 % interval" : "with 95 % interval",
    digits: 0,
    columns: ["share found", "95 % interval, from", "95 % interval, to"],
    x: { label: "", min: 0, max },
    rows: known.map(({ role, label, low, middle, high }) => ({ role, label, low, middle, high: Math.min(high, max) })),
    marks: limitLine(results.limit),
  };
}

export function charts(results: ReleaseResults | undefined, values: ReleaseValues, moment: number): Chart[] {
  const byLine = results && values.slices === "on" ? misjudgedIntervals(results, moment, true) : undefined;
  return [
    misjudgedChart(results, values, moment),
    trafficChart(results, values, moment),
    ...(byLine && byLine.rows.length > 0 ? [byLine] : []),
  ];
}
