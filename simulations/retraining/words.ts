/** The race in sentences: the question before it, the verdict after it, and what the charts show at a moment. */
import { quantile } from "../core/statistics/quantile";
import { measureOf } from "../core/worlds/measures";
import { formatNumber, listText } from "../ui/format";
import type { Option, Outcome, Phrase } from "../ui/presentation";
import { changeText, costChart, errorChart, lastMonth } from "./chart";
import { changes, contestOf, type RetrainingRun, strategies, strategyNames } from "./contest";
import type { StrategyName } from "./frames";
import type { RetrainingValues } from "./knobs";

export const options: readonly Option[] = strategyNames.map((name) => ({
  id: name,
  label: name === "weighted" ? "More weight for the new" : name === "window" ? "Recent window" : strategies[name].label,
  role: strategies[name].role,
}));

const supply = (values: RetrainingValues): string => {
  const { examplesPerMonth: n, world } = values;
  if (world === "houses") return n < 30 ? `only ${n} houses are sold a month` : `${n} houses are sold a month`;
  if (world === "queries") return `${n} queries a month get a label`;
  return `${n} days are drawn from each month`;
};

export function question(values: RetrainingValues): string {
  if (!changes(values)) {
    const what = { houses: "Prices stay", queries: "What people mean stays", weather: "The station stays" }[
      values.world
    ];
    return `${what} as they were, and ${supply(values)}. Which way of retraining costs least?`
      .replace("stays as they were", "stays as it was")
      .replace("station stays as it was", "station stays where it is");
  }
  const how = {
    none: "",
    sudden: "",
    gradual: " little by little",
    incremental: " in six steps",
    recurring: "",
  }[values.shape];
  const from = values.shape === "sudden" ? `In month ${values.onset}` : `From month ${values.onset} on`;
  return `${from} ${changeText(values)}${how}, and ${supply(values)}. Which way of retraining costs least from then on?`;
}

const count = (n: number, of: number) => `${n} of ${of}`;

export function outcome(run: RetrainingRun, values: RetrainingValues, guess: string | undefined): Outcome {
  const contest = contestOf(run.frames, values);
  if (!contest) return { verdict: [] };
  const { wins, winners } = contest;
  const replicas = winners.length;
  const [first, second] = [...strategyNames].sort((a, b) => wins[b] - wins[a]) as [StrategyName, StrategyName];
  const named = (name: StrategyName) => options.find(({ id }) => id === name)!.label;
  const verdict: Phrase[] = [
    { strong: named(first) },
    " costs least, in ",
    { strong: count(wins[first], replicas) },
    " replicas",
  ];
  if (!contest.sure) verdict.push(` – a lead inside the noise: ${strategies[second].name} does in ${wins[second]}`);
  verdict.push(".");
  if (guess !== undefined && guess in strategies) {
    const guessed = guess as StrategyName;
    verdict.push(" Your guess, ", { guess: strategies[guessed].name });
    verdict.push(guessed === first ? ", is the one." : `, does in ${wins[guessed]}.`);
  }
  const intervals = costChart(run, values);
  return {
    verdict,
    tally: {
      options: winners,
      caption: `${strategies[first].label}: ${count(wins[first], replicas)} replicas, one mark each`,
    },
    ...(intervals ? { intervals } : {}),
  };
}

export function words(run: RetrainingRun, values: RetrainingValues, moment: number): string {
  const { unit, digits } = measureOf(values);
  const { series } = errorChart(run, values);
  const inUnit = (value: number) => `${formatNumber(value, digits)}${unit === "%" ? " %" : ` ${unit}`}`;
  const at = (month: number) =>
    series.map(({ label, x, y }) => ({ label, error: y[x.indexOf(month)]! })).sort((a, b) => a.error - b.error);
  const month = Math.floor(moment);
  const sentences: string[] = [];
  const { onset } = values;
  if (changes(values) && month >= onset) {
    const before = at(onset - 1);
    const low = formatNumber(before[0]!.error, digits);
    const high = inUnit(before.at(-1)!.error);
    sentences.push(`In month ${onset - 1}, before the change, the four errors lie between ${low} and ${high}.`);
    const struck = at(onset).map(({ error }) => error);
    const jump = quantile(struck, 0.5) > 1.3 * before.at(-1)!.error;
    if (jump)
      sentences.push(
        `In month ${onset} they jump to ${formatNumber(struck[0]!, digits)} to ${inUnit(struck.at(-1)!)}.`,
      );
    else sentences.push(`In month ${onset} they are ${formatNumber(struck[0]!, digits)} to ${inUnit(struck.at(-1)!)}.`);
  }
  const now = at(month);
  sentences.push(
    `In month ${month}: ${listText(now.map(({ label, error }) => `${label.toLowerCase()} ${inUnit(error)}`))}.`,
  );
  if (month >= lastMonth(values)) {
    const contest = contestOf(run.frames, values);
    if (contest) {
      const { leader, sure, wins, winners } = contest;
      const span = changes(values) ? "Since the change" : "Over these months";
      sentences.push(
        sure
          ? `${span} ${strategies[leader].name} costs least on average, and in ${count(wins[leader], winners.length)} replicas.`
          : `${span} ${strategies[leader].name} costs least on average, by no more than luck could do.`,
      );
    }
  }
  return sentences.join(" ");
}
