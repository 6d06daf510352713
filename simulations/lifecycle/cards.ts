/** What each stage's card tells: of the run as it is now, or of what was signed off. */
import { bandOf } from "../core/statistics/band";
import type { AnyValues } from "../runtime/knobs";
import { formatNumber } from "../ui/ink/format";
import { conditionLabels } from "./condition-labels";
import { conditions, responseNames } from "./frames";
import { replyMonth } from "./plan";
import type { Stage, StageState } from "./project";
import { responseOf, responseOptions } from "./responses";
import type { LifecycleResults } from "./results";

export interface CardLine {
  readonly label: string;
  readonly value: string;
}

export const stageWords: Readonly<
  Record<Stage, { readonly title: string; readonly card: string; readonly makes: string; readonly sign: string }>
> = {
  scoping: {
    title: "Scoping",
    card: "Target card",
    makes: "What the system must reach before it is released.",
    sign: "Sign the target",
  },
  data: {
    title: "Data",
    card: "Data card",
    makes: "How many clips there are, who labelled them, and how many labels are wrong.",
    sign: "Sign off the data",
  },
  modelling: {
    title: "Modelling",
    card: "Model card",
    makes: "How large the model is, and how well it understands commands in each place.",
    sign: "Sign off the model",
  },
  deployment: {
    title: "Deployment",
    card: "Release card",
    makes: "How fast the answers come, and whether the target is met.",
    sign: "Release",
  },
};

const percent = (share: number | undefined) => `${formatNumber(share ?? Number.NaN, 0, "percent")} %`;
const count = (number: number | undefined) => formatNumber(number ?? Number.NaN, 0);
const middle = (values: readonly number[]) => bandOf(values).middle;

/** What a card counts, in the order in which it is told; medians over the replicas. */
export function figuresOf(stage: Stage, { teams, values }: LifecycleResults): number[] {
  if (stage === "scoping") return [];
  if (stage === "data") return [middle(teams.wrongLabels)];
  if (stage === "modelling") return [middle(teams.accuracy), ...teams.byCondition.map(middle)];
  const { accuracy, latencyMs, throughput, met, after } = teams;
  return [
    middle(latencyMs),
    middle(throughput),
    met.filter(Boolean).length,
    met.length,
    accuracy.filter((share) => 100 * share < values.targetAccuracy).length,
    latencyMs.filter((ms) => ms > values.targetLatency).length,
    throughput.filter((each) => each < values.targetThroughput).length,
    middle(after[responseNames.indexOf(responseOf(values))]!),
  ];
}

/** "accuracy in 6, latency in 32" */
function missed([, , , , accuracy = 0, latency = 0, throughput = 0]: readonly number[]): string {
  const parts = Object.entries({ accuracy, latency, throughput }).filter(([, teams]) => teams > 0);
  return parts.map(([name, teams]) => `${name} in ${teams}`).join(", ") || "nothing";
}

/** @param figures as `figuresOf` gives them; fewer are told as missing */
export function linesOf(stage: Stage, values: AnyValues, figures: readonly number[]): CardLine[] {
  if (stage === "scoping")
    return [
      { label: "Accuracy", value: `at least ${values.targetAccuracy} %` },
      { label: "p95 latency", value: `at most ${values.targetLatency} ms` },
      { label: "Throughput", value: `at least ${values.targetThroughput} a second` },
    ];
  if (stage === "data")
    return [
      { label: "Clips", value: formatNumber(Number(values.clips), 0) },
      { label: "Labels by the guide", value: `${values.consistent} %` },
      { label: "Wrong labels", value: percent(figures[0]) },
    ];
  if (stage === "modelling")
    return [
      { label: "Hidden units", value: String(values.hidden) },
      { label: "Accuracy", value: percent(figures[0]) },
      ...conditions.map((condition, c) => ({ label: conditionLabels[condition], value: percent(figures[c + 1]) })),
    ];
  const changes = values.newCondition !== "none";
  const response = responseOptions.find(({ id }) => id === values.response);
  return [
    { label: "p95 latency", value: `${count(figures[0])} ms` },
    { label: "Throughput", value: `${count(figures[1])} a second` },
    {
      label: "Target met",
      value: `in ${count(figures[2])} of ${count(figures[3])} ${figures[3] === 1 ? "replica" : "replicas"}`,
    },
    { label: "Missed", value: missed(figures) },
    ...(changes ? [{ label: "Response", value: response?.label ?? "" }] : []),
    { label: `Accuracy from month ${replyMonth} on`, value: percent(figures[7]) },
  ];
}

const older: Readonly<Record<Stage, string>> = {
  scoping: "Made for an older target",
  data: "Made from older data",
  modelling: "Made from an older model",
  deployment: "",
};

/** The state of a stage in words. */
export function stateText(state: StageState): string {
  if (state.is === "waiting") return "Not started";
  if (state.is === "signed") return "Signed off";
  if (state.is === "older") return older[state.changed];
  return state.before ? "At work again" : "At work";
}
