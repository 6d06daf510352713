/** The queries that must be right in sentences: the question, what the weight wins, and what the charts show. */
import { bandOf } from "../core/statistics/band";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import type { MustBeRightValues } from "./knobs";
import type { MustBeRightResults } from "./results";

const bounds = [0.5, 0.8, 0.95, Number.POSITIVE_INFINITY];
export const options: readonly Option[] = [
  { id: "few", label: "Fewer than 50" },
  { id: "some", label: "50 to 79" },
  { id: "most", label: "80 to 94" },
  { id: "nearly-all", label: "95 or more" },
];

const optionOf = (success: number): Option => options[bounds.findIndex((bound) => success < bound)]!;
const percent = (share: number, digits = 1) => `${formatNumber(share, digits, "percent")} %`;

export const question = ({ weight, share }: MustBeRightValues): string =>
  `${share} % of the queries are navigational. In training, ${weight === 1 ? "all queries count the same" : `a navigational query counts ${weight} times`}. Of 100 navigational queries, how many have their own site in the first place?`;

export function outcome({ ranked }: MustBeRightResults, guess: string | undefined): Outcome {
  const [own] = ranked;
  if (!own || own.success.length === 0) return { verdict: [] };
  const came = own.success.map(optionOf);
  const times = options.map((option) => came.filter((one) => one === option).length);
  const most = Math.max(...times);
  const first = options.filter((_, i) => times[i] === most);
  const verdict: Phrase[] = [
    { strong: `${formatNumber(bandOf(own.success).middle * 100, 0)} of 100` },
    " navigational queries have their own site first. Average quality is ",
    { strong: percent(bandOf(own.quality).middle) },
    `, and ${percent(bandOf(own.lost).middle)} of the users are lost in a month.`,
  ];
  const guessed = options.find(({ id }) => id === guess);
  if (guessed) {
    const right = came.filter((one) => one === guessed).length;
    verdict.push(" Your guess, ", { guess: guessed.label.toLowerCase() });
    verdict.push(`, was right in ${countText(right, came.length)}.`);
  }
  return {
    verdict,
    tally: {
      options: came.map(({ id }) => id),
      caption: `${first.map(({ label }) => label).join(" or ")}: ${countText(most, came.length)}${first.length > 1 ? " each" : ""}, one mark for each replica`,
      ...(first.length === 1 ? { of: first[0]!.id } : {}),
    },
  };
}

export function words({ ranked, values }: MustBeRightResults): string {
  const [own, plain] = ranked;
  if (!own || !plain || own.success.length === 0) return "";
  const middle = (of: readonly number[]) => bandOf(of).middle;
  const paired = (name: "quality" | "success") => middle(own[name].map((value, r) => value - plain[name][r]!));
  const change = paired("quality");
  const alone = `With weight 1, ${percent(middle(own.success))} of the navigational queries have their own site in the first place, and average quality is ${percent(middle(own.quality))}. If a miss costs ${values.missCost} % of the users who meet it, ${percent(middle(own.lost))} of all users are gone after a month.`;
  // There is nothing to compare it with.
  if (values.weight === 1) return alone;
  return [
    `With weight ${values.weight}, ${percent(middle(own.success))} of the navigational queries have their own site in the first place; with weight 1, ${percent(middle(plain.success))}.`,
    `The weight changes average quality by ${formatNumber(change, 1, "percent")} points and navigational success by ${formatNumber(paired("success"), 1, "percent")} points.`,
    `If a miss costs ${values.missCost} % of the users who meet it, ${percent(middle(own.lost))} of all users are gone after a month; with weight 1, ${percent(middle(plain.lost))}.`,
  ].join(" ");
}
