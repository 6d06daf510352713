/** What the answers cost: by threshold, and beside the two constant answers. */
import { bandOf } from "../core/statistics/band";
import type { EventMark, IntervalChart, LineChart, Series } from "../ui/chart/model";
import { niceRange } from "../ui/chart/scale";
import { formatNumber } from "../ui/ink/format";
import { type Answer, constantCosts } from "./answers";
import { caseWords, missText, thresholdText } from "./cases";
import { thresholdHandle } from "./chart-scores";
import { thresholdSteps } from "./frames";
import type { SkewValues } from "./knobs";
import { perCases, type SkewResults } from "./results";
import { lineMeaning, modelSeries } from "./series";

/** About thirty thresholds a decade, each one that the knob can take. */
const drawnThresholds = [...new Set(Array.from({ length: 91 }, (_, i) => Math.round(10 ** (i / 30)) / thresholdSteps))];
const lowestDrawn = drawnThresholds[0]!;

/** The cheapest threshold; below the axis it means an alarm for every case. */
function bestEvent(threshold: number, cost: number): EventMark {
  const beyond = threshold < lowestDrawn;
  return {
    kind: "event",
    x: Math.max(lowestDrawn, threshold),
    y: cost,
    role: "alarm",
    label: beyond ? "cheapest: an alarm for every case" : `cheapest ${thresholdText(threshold)}`,
  };
}

export function costChart(results: SkewResults | undefined, values: SkewValues): LineChart {
  const { many, positives } = caseWords(values);
  const { missCost, threshold } = values;
  const { never, always } = constantCosts(values);
  // The better of two constants is the cost to beat; what costs much more leaves the picture.
  const top = niceRange([0, 1.6 * Math.min(never, always)], { min: 0 })[1];
  const best = results?.cheapest?.threshold.middle;
  const lowest = results?.cheapest?.cost.middle;
  const at = (t: number) => Math.min(top, bandOf(results!.costsAt(t)).middle);
  const digits = top < 20 ? 1 : 0;
  const theory = results?.theory;
  const own = results?.costs.find(({ id }) => id === "own");
  return {
    kind: "lines",
    id: "cost",
    title: "Cost by threshold",
    help: `Each missed case counts as ${missText(missCost)}, each false alarm as 1, on each replica’s test set. The cheapest threshold shown is the median of the replicas’ own${theory === undefined ? "" : `; for calibrated probabilities theory puts it at ${thresholdText(theory)}`}. Where the model costs much more than the better constant answer, its line leaves the picture. ${positives[0]!.toUpperCase()}${positives.slice(1)} that are caught cost nothing here.`,
    unit: `false alarms per ${formatNumber(perCases, 0)} ${many} · ${lineMeaning(results, values)}`,
    digits,
    x: { label: "threshold", min: lowestDrawn, max: 1, log: true },
    y: { min: 0, max: top },
    series: [
      ...(results && lowest !== undefined
        ? [costSeries(results, `${formatNumber(lowest, digits)} at its cheapest`)]
        : []),
      {
        id: "constant",
        role: "grey",
        label: 'print("0")',
        x: drawnThresholds,
        y: drawnThresholds.map(() => never),
      },
      ...(own ? [ownSeries(own, top, digits)] : []),
    ],
    marks:
      results && best !== undefined
        ? [
            bestEvent(best, at(best)),
            ...(best === 0 || Math.abs(Math.log(threshold / best)) > 0.25
              ? [
                  {
                    kind: "event" as const,
                    x: threshold,
                    y: at(threshold),
                    role: "you" as const,
                    label: thresholdText(threshold),
                  },
                ]
              : []),
          ]
        : [],
    handle: thresholdHandle,
    timeline: false,
  };
}

function costSeries({ run, costsAt }: SkewResults, figure: string): Series {
  const byThreshold = drawnThresholds.map((threshold) => costsAt(threshold));
  const replicas = Array.from({ length: run.replicasDone }, (_, r) => byThreshold.map((costs) => costs[r]!));
  return modelSeries(drawnThresholds, replicas, figure);
}

/** The reader's code has no threshold, so it costs the same all along the axis. */
function ownSeries({ role, label, costs }: Answer, top: number, digits: number): Series {
  const cost = bandOf(costs).middle;
  return {
    id: "own",
    role,
    label,
    x: drawnThresholds,
    y: drawnThresholds.map(() => (cost > top ? Number.NaN : cost)),
    figure: formatNumber(cost, digits),
  };
}

/** What the answers cost, beside the two constants. */
export function costIntervals({ values, costs }: SkewResults): IntervalChart {
  const { many } = caseWords(values);
  return {
    ...answerIntervals(costs),
    id: "costs",
    title: "Cost",
    help: `Each missed case counts as ${missText(values.missCost)}, each false alarm as 1. The model raises alarms from the threshold that is set, or from its cheapest one. print("0") never raises an alarm, print("1") always does. Marker: median of the replicas; line: 10–90 %. The cheapest threshold is found on each replica’s own test set, so it is a little too good.`,
    unit: `false alarms per ${formatNumber(perCases, 0)} ${many}`,
  };
}

/** One row an answer. */
export function answerIntervals(answers: readonly Answer[]): Pick<IntervalChart, "kind" | "digits" | "x" | "rows"> {
  const rows = answers.map(({ label, role, costs }) => ({ label, role, ...bandOf(costs) }));
  return {
    kind: "intervals",
    digits: rows.every(({ middle }) => middle > 20) ? 0 : 1,
    x: { label: "", min: 0, max: niceRange([0, ...rows.map(({ high }) => high)], { min: 0 })[1] },
    rows,
  };
}
