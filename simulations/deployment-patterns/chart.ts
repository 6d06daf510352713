/** What the release desk draws over its minutes: misjudged phones of both versions, green's traffic, and intervals by line. */
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
import { decidedAt, knownRate, limitOf, ownFrame, ownFrames, planOf, type ReleaseRun, type Version } from "./evidence";
import { lastMinute, type PlannedStep, rowNames } from "./frames";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";

const names: Readonly<Record<Version, string>> = { blue: "Blue", green: "Green" };
const versions = ["blue", "green"] as const;
/** With fewer audited phones a rate says nothing about how high the axis must be. */
const enoughAudited = 40;

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
export function rateAxisMax(run: ReleaseRun, moment: number): number {
  const known = ownFrames(run)
    .filter((frame) => frame.moment <= moment)
    .flatMap((frame) => versions.map((version) => knownRate(frame, version)))
    .filter(({ audited }) => audited >= enoughAudited)
    .map(({ rate }) => rate);
  return roundUp(Math.max(50, 2.2 * (limitOf(run) ?? 40), ...known.map((rate) => 1.1 * rate)));
}

export function misjudgedChart(run: ReleaseRun | undefined, values: ReleaseValues, moment: number): LineChart {
  const frames = run ? ownFrames(run) : [];
  const series = versions.flatMap((version): Series[] => {
    const minutes = frames.map((frame) => ({ at: frame.moment, ...knownRate(frame, version) }));
    if (!minutes.some(({ at, audited }) => at <= moment && audited > 0)) return [];
    return [
      {
        id: version,
        role: version,
        label: names[version],
        x: minutes.map(({ at }) => at),
        y: minutes.map(({ rate }) => rate),
        low: minutes.map(({ low }) => low),
        high: minutes.map(({ high }) => high),
      },
    ];
  });
  const limit = run && limitOf(run);
  return {
    kind: "lines",
    id: "misjudged",
    title: "Misjudged phones",
    help: "Your own release (replica 1). Of the phones that an inspector also reviewed, the share that the version has misjudged since the release. The band is a 95 % interval (Wilson 1927): these rates fit what the inspectors found. The limit is 1.5 times what blue misjudged in the hour before the release. It only helps to read the chart; no step depends on it.",
    unit: "in 1,000 reviewed phones, from release to now · band: 95 % interval",
    digits: 0,
    x: timeAxis(values),
    y: { min: 0, max: run ? rateAxisMax(run, moment) : 150 },
    series,
    marks: run ? [...nowLine(values, moment), ...limitLine(limit)] : [],
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
function checkResult(run: ReleaseRun, at: number, moment: number): string {
  const event = ownFrames(run)
    .filter((frame) => frame.moment <= moment)
    .flatMap(({ events }) => events)
    .find((one) => one.replica === 0 && one.kind.startsWith("check") && Math.abs(one.at - at) < 0.5);
  return event ? event.kind.slice("check".length) : "";
}

export function trafficChart(run: ReleaseRun | undefined, values: ReleaseValues, moment: number): LineChart {
  const plan = run && planOf(run);
  const shadow = values.pattern === "shadow";
  // A phone is answered by green or copied to it, never both.
  const reach = (weight: number, mirror: number) => Math.max(weight, mirror);
  const last = lastMinute(values);
  const named = namedSteps(plan?.steps ?? []);
  const series: Series[] = [];
  const failedAt = run ? ownFrame(run, moment)?.detectedAt[0] : undefined;
  const decided = decidedAt(values);
  // What was planned for later does not come once somebody has interfered.
  const until = Math.min(
    failedAt !== undefined && failedAt >= 0 ? failedAt : last,
    decided !== undefined && moment >= decided ? decided : last,
  );
  if (run && plan) {
    const interfered = until < last;
    const done = staircase(
      ownFrames(run).map((frame) => [frame.moment, reach(frame.weight[0]!, frame.mirror[0]!)] as const),
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
  const checks = plan?.looks.filter((at) => at <= until) ?? [];
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
    marks: run
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
          ...checks.map((x): LookMark => ({ kind: "look", x, label: `check${checkResult(run, x, moment)}` })),
        ]
      : [],
    timeline: true,
    height: "low",
  };
}

/** Both versions now; `rows` of `rowNames`. */
export function misjudgedIntervals(
  run: ReleaseRun,
  moment: number,
  rows: readonly number[] = [0],
): IntervalChart | undefined {
  const frame = ownFrame(run, moment);
  const limit = limitOf(run);
  if (!frame) return undefined;
  const found = rows.flatMap((row) => versions.map((version) => knownRate(frame, version, row).rate));
  const max = Math.max(rateAxisMax(run, moment), roundUp(1.1 * Math.max(0, ...found.filter(Number.isFinite))));
  const lines = rows.flatMap((row) =>
    versions.flatMap((version) => {
      const { rate, low, high, audited } = knownRate(frame, version, row);
      if (audited === 0) return [];
      const label = row === 0 ? names[version] : `${rowNames[row]}, ${version}`;
      return [{ role: version, label, low, middle: rate, high: Math.min(high, max) }];
    }),
  );
  const byLine = rows.some((row) => row > 0);
  return {
    kind: "intervals",
    id: byLine ? "by-line" : "now",
    title: byLine ? "Misjudged phones by production line" : "Misjudged in 1,000",
    help: "Of the phones that an inspector also reviewed, the share that the version has misjudged since the release. Marker: the share found; line: its 95 % interval (Wilson 1927), cut at the end of the axis.",
    unit: byLine ? "in 1,000 reviewed phones, with 95 % interval" : "with 95 % interval",
    digits: 0,
    columns: ["share found", "95 % interval, from", "95 % interval, to"],
    x: { label: "", min: 0, max },
    rows: lines,
    marks: limitLine(limit),
  };
}

export function charts(results: ReleaseResults | undefined, values: ReleaseValues, moment: number): Chart[] {
  const run = results?.run;
  const byLine = run && values.slices === "on" ? misjudgedIntervals(run, moment, [1, 2, 3, 4]) : undefined;
  return [
    misjudgedChart(run, values, moment),
    trafficChart(run, values, moment),
    ...(byLine && byLine.rows.length > 0 ? [byLine] : []),
  ];
}
