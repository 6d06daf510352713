/** The months of replica 1: the error of the model in use, and who made new models when. */
import { cast } from "../course/cast";
import type { EventChart, LineChart, Mark, Series } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import type { PaceValues } from "./knobs";
import { months, type PolicyName } from "./plan";
import { isByHand, policies } from "./policies";
import type { PaceResults } from "./results";
import { isOver, knownMonth, lastMonth } from "./story";

const timeAxis = {
  label: "months since the first model",
  min: 0,
  max: lastMonth,
  ticks: Array.from({ length: months / 6 }, (_, i) => 6 * i),
};

/** Of whom the months are shown; only one's own while the future is hidden. */
const shownPolicies = (values: PaceValues, moment: number): PolicyName[] =>
  isByHand(values) && !isOver(moment) ? ["hand"] : [values.policy, "optimum"];

/** Room for the errors to expect, so that the axis does not tell what is coming. */
const expectedTop = ({ pace, drift }: PaceValues): number => 2 + (drift === "shocks" ? 1 : 0.25) * pace ** 2;

export function errorChart(results: PaceResults | undefined, values: PaceValues, moment: number): LineChart {
  const byHand = isByHand(values);
  const known = knownMonth(values, byHand ? moment : lastMonth);
  const series: Series[] = results
    ? shownPolicies(values, moment).map((name) => {
        const errors = results.told[name].errors.slice(0, Math.max(0, known + 1));
        return { id: name, ...policies[name], x: errors.map((_, month) => month), y: errors };
      })
    : [];
  const looks: Mark[] = (results?.told[values.policy].retrains ?? []).map((month) => ({
    kind: "look",
    x: month,
    label: `new model, month ${month}`,
  }));
  return {
    kind: "lines",
    id: "error",
    title: "Error of the model in use, month by month",
    name: "Error by month",
    help: "Replica 1. Each month the forecasts of the model in use are compared with the demand that came: the mean squared error of 100 forecasts. Demand has noise with variance 1, so no model can have a lower error for long. A diamond marks the month in which a new model came into use.",
    unit: "mean squared error · line: replica 1",
    digits: 2,
    x: timeAxis,
    y: {
      min: 0,
      max: roundUp(Math.max(byHand ? expectedTop(values) : 1, ...series.flatMap(({ y }) => y))),
      ...(byHand && { held: true }),
    },
    series,
    marks: [
      { kind: "level", at: 1, role: cast.truth, label: "1: noise, no model can do better" },
      ...looks.filter((mark) => !byHand || (mark.kind === "look" && mark.x <= moment + 1)),
    ],
    timeline: true,
  };
}

export function retrainChart(results: PaceResults | undefined, values: PaceValues, moment: number): EventChart {
  const all: PolicyName[] = isByHand(values)
    ? isOver(moment)
      ? ["hand", "schedule", "trigger", "optimum"]
      : ["hand"]
    : ["schedule", "trigger", "optimum"];
  return {
    kind: "events",
    id: "retrains",
    title: "When new models were made",
    name: "New models",
    help: "Replica 1. Each mark is a new model, in the month in which it came into use. All policies have the same data.",
    unit: "replica 1",
    digits: 0,
    x: timeAxis,
    lanes: all.map((name) => ({
      ...policies[name],
      events: (results?.told[name].retrains ?? []).map((month) => ({ from: month, label: "new model" })),
    })),
    timeline: true,
  };
}
