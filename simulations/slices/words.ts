/** The slice explorer in sentences: which slice fails, before and after the finder looks, and what the charts show. */
import { bandOf } from "../core/statistics/band";
import { sliceCount } from "../core/worlds/applicants";
import { cast } from "../course/cast";
import { formatNumber, listText } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome, Phrase } from "../ui/results/verdict";
import { gapLabels } from "./chart";
import type { Scanned } from "./finder";
import type { SlicesValues } from "./knobs";
import { type GroupRates, gapNames } from "./rates";
import type { SlicesResults } from "./results";
import { intervalOf, level, worstOf } from "./summary";

export const options: readonly Option[] = [
  { id: "larch", label: "Larch", role: cast.larch },
  { id: "maple", label: "Maple", role: cast.maple },
  { id: "other", label: `One of the ${sliceCount} other slices`, role: cast.never },
];

const optionOf = ({ id }: Scanned): string => (id === "larch" || id === "maple" ? id : "other");
const percent = (share: number) => `${formatNumber(share, 0, "percent")} %`;

export const question = ({ groupShare }: SlicesValues): string =>
  `${groupShare} % of the applications come from Maple, the others from Larch. A finder compares ${sliceCount + 2} slices: both groups, and ${sliceCount} by month, branch, campaign, region and device. Which slice has the largest share of wrong decisions?`;

export function outcome({ rates, found }: SlicesResults, guess: string | undefined): Outcome {
  const ids = found.map(optionOf);
  const times = options.map(({ id }) => ids.filter((each) => each === id).length);
  const most = Math.max(...times);
  const first = options.filter((_, i) => times[i] === most);
  const names = listText(first.map(({ id, label }) => (id === "other" ? "one of the other slices" : label)));
  const verdict: Phrase[] = [
    "Of all decisions, ",
    { strong: percent(bandOf(rates.accuracy).middle) },
    " are correct; in Maple, ",
    { strong: percent(bandOf(rates.groups[1].accuracy).middle) },
    ". The finder’s worst slice is ",
    { strong: names },
    ` in ${countText(most, ids.length)}${first.length > 1 ? " each" : ""}.`,
  ];
  const guessed = options.find(({ id }) => id === guess);
  if (guessed) {
    const right = ids.filter((id) => id === guessed.id).length;
    verdict.push(" Your guess, ", {
      guess: guessed.id === "other" ? "one of the other slices" : guessed.label,
    });
    verdict.push(`, was right in ${countText(right, ids.length)}.`);
  }
  return {
    verdict,
    tally: {
      options: ids,
      caption: `The worst slice, one mark for each replica. ${first.length === 1 ? `${first[0]!.label}: ${countText(most, ids.length)}` : `${countText(most, ids.length)} each`}`,
      ...(first.length === 1 ? { of: first[0]!.id } : {}),
    },
  };
}

/** Whether somebody is accepted, in the middle one of the replicas: without anybody there is no precision. */
const anybody = ({ accepted }: GroupRates): boolean => bandOf(accepted).middle > 0;

function precisionText(maple: GroupRates, larch: GroupRates): string {
  if (anybody(maple) && anybody(larch))
    return `Of those who are accepted, ${percent(bandOf(maple.ppv).middle)} repay in Maple and ${percent(bandOf(larch.ppv).middle)} in Larch.`;
  const without = [...(anybody(maple) ? [] : ["Maple"]), ...(anybody(larch) ? [] : ["Larch"])];
  return `Nobody is accepted in ${listText(without)}, so precision and predictive parity cannot be measured.`;
}

export function words({ rates, slices, lots, values, run }: SlicesResults): string {
  const share = (of: readonly number[]) => formatNumber(bandOf(of).middle, 2);
  const [larch, maple] = rates.groups;
  const { low, high } = intervalOf(maple, "accuracy");
  const worst = worstOf(slices);
  const under = (limit: number) => worst.filter((p) => p < limit).length;
  const lot = Math.max(...lots);
  const measured = gapNames.filter((name) => name !== "predictive" || (anybody(maple) && anybody(larch)));
  return [
    `A test has ${formatNumber(bandOf(maple.n).middle, 0)} applications of Maple and ${formatNumber(bandOf(larch.n).middle, 0)} of Larch. In Maple, ${percent(bandOf(maple.accuracy).middle)} of the decisions are correct (95 % interval of one test: ${formatNumber(low, 0, "percent")} to ${percent(high)}); in Larch, ${percent(bandOf(larch.accuracy).middle)}.`,
    `Of those who repay, ${percent(bandOf(maple.tpr).middle)} are accepted in Maple and ${percent(bandOf(larch.tpr).middle)} in Larch. Of those who do not repay, ${percent(bandOf(maple.fpr).middle)} are accepted in Maple and ${percent(bandOf(larch.fpr).middle)} in Larch.`,
    precisionText(maple, larch),
    `The gaps are: ${listText(measured.map((name) => `${gapLabels[name].toLowerCase()} ${share(rates.gaps[name])}`))}.`,
    values.policy === "odds" && lot > 0.005
      ? `To reach equal odds, up to ${percent(lot)} of the decisions in one group are drawn by lot.`
      : "",
    `The worst of ${sliceCount} slices that mean nothing has a p-value below ${level} in ${countText(under(level), run.replicasDone)}, and below ${level} / ${sliceCount} in ${under(level / sliceCount)}.`,
  ]
    .filter(Boolean)
    .join(" ");
}
