/** The error-analysis bench in sentences: question, verdict, and what the charts show. */
import { bandOf, bandOfKnown } from "../core/statistics/band";
import { countText, leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import type { AnalysisValues } from "./knobs";
import { type AnalysisResults, asked, type Deal, type Round } from "./results";
import { gained, lower, percent, points, purchaseText, roleOf, tagText } from "./texts";

const roles = asked.map(roleOf);
export const options: readonly Option[] = asked.map((purchase, i) => ({
  id: purchase,
  label: purchaseText(purchase),
  // Two kinds of clips: one of them takes another marker.
  role: purchase === "data-high" ? "grey" : roles[i]!,
}));

const wording = { won: "raised accuracy most", even: "raised accuracy equally" };

export const question = ({ clips, hidden }: AnalysisValues): string =>
  `A recogniser with ${hidden} hidden units has learned from ${clips} office clips. In the service, 40 of 100 clips come from cars, and 4 of 100 are spoken by a high voice that it has never heard. Which of these purchases raises accuracy most?`;

const middle = (values: readonly number[]) => bandOfKnown(values).middle;

export function outcome(results: AnalysisResults, guess: string | undefined): Outcome {
  const { standing, bought, fresh } = results;
  const verdict = leadVerdict(standing, options, guess, wording);
  if (bought.length > 0)
    verdict.push(
      ` With your ${bought.length === 1 ? "purchase" : `${bought.length} purchases`}, accuracy on fresh clips went from ${percent(fresh[0]!.middle)} to `,
      { strong: percent(fresh.at(-1)!.middle) },
      ".",
    );
  return { verdict, tally: { options: marksOf(standing, options), ...tallyCaption(standing, options, wording) } };
}

const promiseText = ({ promised }: Deal) =>
  promised
    ? `Error analysis promised ${points(middle(promised))} points.`
    : "Error analysis promised nothing for this purchase.";

/** "Car clips brought 8.4 points. Error analysis promised 9.9." */
const dealText = (deal: Deal) =>
  `${purchaseText(deal.purchase)} brought ${gained(bandOf(deal.gained).middle)} points. ${promiseText(deal)}`;

export function worseText({ worse }: Round, replicas: number): string {
  if (worse.length === 0) return "In the median, no tag got worse.";
  return worse
    .map(
      ({ tag, change, worseShare }) =>
        `${tagText[tag].name} changed by ${gained(change)} points and got worse in ${countText(Math.round(worseShare * replicas), replicas)}.`,
    )
    .join(" ");
}

export const roundText = (round: Round, replicas: number): string =>
  `Round ${round.round}: ${lower(dealText(round))} ${worseText(round, replicas)}`;

export function words(results: AnalysisResults): string {
  const { run, summary, alone, rounds, largest, now } = results;
  const { rankCorrelation, looks, devOptimism, accuracy } = summary;
  const gap = [...results.first].sort((a, b) => middle(b.gap) - middle(a.gap))[0]!;
  const ofGap = alone.find(({ purchase }) => purchase === `data-${gap.tag}`)!;
  const best = [...alone].sort((a, b) => bandOf(b.gained).middle - bandOf(a.gained).middle)[0]!;
  const promise = now.find(({ tag }) => tag === largest)!;
  return [
    `The largest gap to human level is that of ${tagText[gap.tag].clips}: ${points(middle(gap.gap))} points. The tag belongs to ${percent(middle(gap.share))} of the clips. ${dealText(ofGap)}`,
    `The largest gain of one purchase alone: ${lower(dealText(best))}`,
    `Over the seven tags, the rank correlation with the gains is ${rankCorrelation.gapTimesShare.toFixed(2)} for gap × share and ${rankCorrelation.gapAlone.toFixed(2).replace("-", "−")} for the gap alone (medians).`,
    ...rounds.map((round) => roundText(round, run.replicasDone)),
    `The latest system understands ${percent(accuracy)} of the fresh clips. The largest promise is now that of ${tagText[largest].clips}: ${points(middle(promise.promised))} points.`,
    `${looks} systems were tried on the dev set. If you choose the best of them by the dev set, its accuracy there looks ${points(devOptimism)} points too high.`,
  ].join(" ");
}
