/** The code cell of the race: the weight of an example by its age, and what can be reached with it. */
import { newestLabelled } from "../core/statistics/month-weights";
import type { Calls } from "../runtime/own-code";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Challenge, CodeStanding, OwnCode } from "../ui/shell/own-code";
import { costChart } from "./chart";
import { strategyOptions } from "./contest";
import { monthsBefore } from "./frames";
import type { RetrainingValues } from "./knobs";
import type { RetrainingResults } from "./results";

const types = `/**
 * The weight of one example in training.
 *   age    how many months older it is than the newest month with labels
 *          (0: it is of that month)
 *   month  the month that the model is for (0: the release)
 * Give a number, 0 or more. Only ratios count: the largest weight becomes 1.
 */
function weight(age: number, month: number): number`;

const original = `// All data:       return 1;
// Recent window:  return age < 3 ? 1 : 0;
// Weighted:       return 2 ** (-age / 3);

function weight(age, month) {
  return 1 / (1 + age);
}
`;

/** Ages in the first months and the last: what fails there does not enter the race. */
function trial({ months, labelDelay }: RetrainingValues): Calls {
  const rows = [0, 1, Math.floor(months / 2), months - 1].flatMap((month) => {
    const oldest = newestLabelled(month, labelDelay) + monthsBefore;
    return Array.from({ length: oldest + 1 }, (_, age) => [age, month] as const);
  });
  return {
    kind: "rows",
    columns: [Float64Array.from(rows, ([age]) => age), Float64Array.from(rows, ([, month]) => month)],
  };
}

function standing(results: RetrainingResults): CodeStanding | undefined {
  const { contest, values } = results;
  const chart = costChart(results);
  if (!contest || !chart) return undefined;
  const options = strategyOptions(values);
  const own = options.findIndex(({ id }) => id === "yours");
  const number = (value: number) => formatNumber(value, chart.digits ?? 0);
  const won = (label: string) => contest.shares[options.findIndex((option) => option.label === label)]!;
  const { leader, beyondChance, replicas, shares } = contest;
  const best = leader === undefined ? undefined : options[leader]!.label;
  const lead = beyondChance ? "" : " This lead could be chance.";
  return {
    sentence:
      leader === own
        ? `Your weights were cheapest in ${countText(shares[own]!, replicas)}.${lead}`
        : `Your weights were cheapest in ${countText(shares[own]!, replicas)}${best ? `; ${best.toLowerCase()} in ${formatNumber(shares[leader!]!, Number.isInteger(shares[leader!]!) ? 0 : 1)}` : ""}.`,
    columns: ["strategy", `${chart.title}, median`, "10–90 %", "cheapest in"],
    rows: chart.rows.map(({ label, low, middle, high }) => ({
      cells: [label, number(middle), `${number(low)} to ${number(high)}`, countText(won(label), replicas)],
      ...(label === options[own]?.label ? { own: true as const } : {}),
    })),
  };
}

const isReached = ({ contest, values }: RetrainingResults): boolean =>
  contest !== undefined &&
  contest.leader !== undefined &&
  contest.beyondChance &&
  strategyOptions(values)[contest.leader]!.id === "yours";

const challenges: readonly Challenge<RetrainingValues, RetrainingResults>[] = [
  {
    id: "back-and-forth",
    task: "Old and new prices alternate every three months. Be cheaper than all four strategies, by more than chance.",
    preset: "recurring",
    hint: "The change comes in month 12. The month of an example is month - 1 - age, because every label is known at once here. Which months had the same prices as the month that the model is for? Give the others a small weight, and not 0: in month 12 there is no example of the new prices yet.",
    solution: `// 1: the new prices, 0: the old ones.
function prices(month) {
  if (month < 12) return 0;
  return Math.floor((month - 12) / 3) % 2 === 0 ? 1 : 0;
}

function weight(age, month) {
  const then = month - 1 - age;
  return prices(then) === prices(month) ? 1 : 0.02;
}
`,
    isReached,
  },
  {
    id: "sudden-little",
    task: "Prices change once, in month 12, and only 9 houses are sold a month. Be cheaper than all four strategies, by more than chance.",
    preset: "sudden-little",
    hint: "Until the change all examples are of use. After it only those from month 12 on describe the new prices, but at first there are few of them, and old ones still make the model more stable.",
    solution: `function weight(age, month) {
  const then = month - 1 - age;
  if (month <= 12 || then >= 12) return 1;
  // Old examples: the more new months there are, the less they count.
  return 0.3 / (month - 12) ** 2;
}
`,
    isReached,
  },
];

export const ownCode: OwnCode<RetrainingValues, RetrainingResults> = {
  knob: "rule",
  types,
  original,
  trial,
  standing,
  challenges,
};
