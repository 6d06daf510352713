/** "How much automation" in sentences: the question, which degree was cheapest, and what the threshold does. */
import type { Table } from "../ui/chart/model";
import { formatNumber, listText } from "../ui/ink/format";
import { countText, leadVerdict, marksOf, tallyCaption } from "../ui/results/lead-words";
import type { Outcome } from "../ui/results/verdict";
import { degreeIntervals } from "./chart";
import { degrees, namedDegrees } from "./degrees";
import type { DegreeName } from "./frames";
import type { AutomationValues } from "./knobs";
import type { AutomationResults } from "./results";

const euro = (cost: number) => `${formatNumber(cost, 2)} €`;
const percent = (share: number) => formatNumber(share, Number.isInteger(share) ? 0 : 1);

export const question = ({ mistakeCost, reviewCost, humanAccuracy }: AutomationValues): string =>
  `An inspector judges ${percent(humanAccuracy)} % of the phones correctly. A review costs ${euro(reviewCost)}, a mistake ${euro(mistakeCost)}. Which degree of automation costs least?`;

export function outcome(results: AutomationResults, guess: string | undefined): Outcome {
  const { standing } = results;
  return {
    verdict: leadVerdict(standing, namedDegrees, guess),
    tally: { options: marksOf(standing, namedDegrees), ...tallyCaption(standing, namedDegrees) },
    intervals: degreeIntervals(results),
  };
}

export function words({ run, values, summary }: AutomationResults): string {
  const of = (name: DegreeName) => summary.degrees.find((degree) => degree.name === name)!;
  const [human, partial, full] = [of("human"), of("partial"), of("full")];
  const misjudged = ({ error }: typeof human) => formatNumber(1000 * error, 0);
  const delay = (who: string, seconds: number | null) =>
    seconds === null
      ? `With ${who}, the time to a verdict grows during the whole shift, because the queue grows.`
      : `With ${who}, a verdict takes ${formatNumber(seconds, 1)} s on average.`;
  const overloaded = summary.degrees
    .filter((degree) => degree.overloaded)
    .map(({ name }) => degrees[name].label.toLowerCase());
  const beats = Math.round(summary.partialBeatsBothShare * run.replicasDone);
  return [
    `At a threshold of ${values.threshold} % inspectors review ${formatNumber(100 * partial.humanShare, 0)} % of the phones.`,
    `Partial automation misjudges ${misjudged(partial)} in 1,000 phones and costs ${euro(partial.cost)} a phone. Inspectors alone misjudge ${misjudged(human)} and cost ${euro(human.cost)}; the model alone misjudges ${misjudged(full)} and costs ${euro(full.cost)}.`,
    delay("partial automation", partial.delaySeconds),
    delay("inspectors alone", human.delaySeconds),
    `Partial automation is cheapest at ${summary.bestThreshold} %. There it costs less than inspectors alone and less than the model alone in ${countText(beats, run.replicasDone)}.`,
    ...(overloaded.length > 0 ? [`With these degrees the inspectors cannot keep up: ${listText(overloaded)}.`] : []),
  ].join(" ");
}

export function tables({ values, summary }: AutomationResults): Table[] {
  const { degrees: rows } = summary;
  const seconds = (value: number | null) => (value === null ? "grows" : Number(value.toFixed(1)));
  return [
    {
      caption: `The five degrees at a threshold of ${values.threshold} % (medians of the replicas)`,
      columns: [
        "degree",
        "misjudged in 1,000",
        "€ a phone",
        "mean time to verdict, s",
        "95th percentile of time, s",
        "reviewed by inspectors, %",
        "cheapest, % of replicas",
      ],
      rows: rows.map(({ name, error, cost, delaySeconds, delayP95Seconds, humanShare, cheapestShare }) => [
        degrees[name].label,
        Number((1000 * error).toFixed(1)),
        Number(cost.toFixed(3)),
        seconds(delaySeconds),
        seconds(delayP95Seconds),
        Math.round(100 * humanShare),
        Math.round(100 * cheapestShare),
      ]),
    },
  ];
}
