/** The log's two sides on one axis: what it can find, and whom it gives away. */
import { wilsonInterval } from "../core/statistics/wilson";
import type { LineChart, Role, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { formatNumber } from "../ui/ink/format";
import type { ServingValues } from "./knobs";
import { meaning, overTime, type Parts } from "./period";
import { driftLevel, trainingRows } from "./summary";
import { figures, type ServingRun, spreadOf } from "./waits";

/** Rows in the log, the same axis for what they find and whom they give away. */
function logAxis(parts: Parts) {
  const rows = parts.map((frames) => spreadOf(figures(frames, "logRows")).middle);
  const most = Math.max(0, ...rows.filter(Number.isFinite));
  return { rows, x: { label: "rows in the log", min: 0, max: Math.max(10, most) } };
}

const wasLogged = ({ logForm, logRate }: ServingValues): boolean => logForm !== "nothing" && logRate > 0;

const nothingLogged = "nothing is logged";

export function powerChart(parts: Parts, run: ServingRun | undefined, values: ServingValues, part: number): LineChart {
  const { rows, x } = logAxis(parts);
  const found = (id: "driftP" | "calmP", role: Role, label: string): Series => {
    const upTo = parts.slice(0, part + 1).flatMap((frames, i) => {
      if (frames.length === 0) return [];
      const pValues = figures(frames, id);
      const hits = pValues.filter((p) => p <= driftLevel).length;
      const [low, high] = wilsonInterval(hits, pValues.length);
      return [{ x: rows[i]!, y: hits / pValues.length, low, high }];
    });
    return {
      id,
      role,
      label,
      x: upTo.map((one) => one.x),
      y: upTo.map((one) => one.y),
      low: upTo.map((one) => one.low),
      high: upTo.map((one) => one.high),
    };
  };
  const test = values.logForm === "hashed" ? "the chi-square test on tenths" : "the Kolmogorov–Smirnov test";
  return {
    kind: "lines",
    id: "power",
    title: "Drift found in the log",
    help: `After each part of the period, ${test} compares the logged inputs with ${formatNumber(trainingRows, 0)} inputs of training, at the ${formatNumber(driftLevel, 0, "percent")} % level. Drift found: the share of replicas in which the test finds the drift of ${formatNumber(values.driftSize, 2)} standard deviations. False alarm: the share in which it raises an alarm on the same rows without drift.`,
    unit: wasLogged(values) ? "% of replicas · band: 95 % interval (Wilson 1927)" : nothingLogged,
    digits: 0,
    x,
    y: { min: 0, max: 1, ticks: [0, 0.5, 1], format: "percent" },
    columns: ["share of replicas", "95 % interval, from", "95 % interval, to"],
    series:
      run && wasLogged(values)
        ? [found("driftP", "measure", "Drift found"), found("calmP", "measure-2", "False alarm")]
        : [],
    timeline: false,
    height: "low",
  };
}

export function peopleChart(parts: Parts, run: ServingRun | undefined, values: ServingValues, part: number): LineChart {
  const { rows, x } = logAxis(parts);
  const line = (id: "namedShare" | "singledOutShare", role: Role, label: string): Series => {
    const series = overTime(parts.slice(0, part + 1), { id, role, label }, (frames) => figures(frames, id));
    return { ...series, x: series.x.map((moment) => rows[moment - 1]!) };
  };
  const series =
    run && wasLogged(values)
      ? [line("namedShare", "measure", "Named"), line("singledOutShare", "measure-2", "Singled out")]
      : [];
  // The axis holds the whole period, so that it stands still while the reader scrubs.
  const shares = (["namedShare", "singledOutShare"] as const).flatMap((name) => figures(parts.at(-1)!, name));
  const most = Math.max(0, ...shares.filter(Number.isFinite));
  return {
    kind: "lines",
    id: "people",
    title: "Users identified by the log",
    help: `Share of all ${formatNumber(values.users, 0)} users. Named: a raw row holds the user’s name. Singled out: a row holds an age, region and device that no other user has (k-anonymity with k = 1, Sweeney 2002). Equal values have equal hashes, so a hash hides the name but not the combination.`,
    unit: wasLogged(values) ? `% of all users · ${meaning(run, values)}` : nothingLogged,
    digits: 1,
    x,
    y: { min: 0, max: Math.min(1, roundUp(Math.max(0.05, most))), format: "percent" },
    series,
    timeline: false,
    height: "low",
  };
}
