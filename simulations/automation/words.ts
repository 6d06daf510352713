/** "How much automation" in sentences: the question, which degree was cheapest, and what the threshold does. */
import type { Table } from "../ui/chart/model";
import { formatNumber } from "../ui/format";
import type { Outcome } from "../ui/presentation";
import { degreeIntervals } from "./chart";
import { type AutomationRun, cheapestOf, degrees, options } from "./degrees";
import { type DegreeName, degreeNames } from "./frames";
import type { AutomationValues } from "./knobs";
import { summarize } from "./summary";

export const question = ({ mistakeCost, reviewCost, humanAccuracy }: AutomationValues): string =>
  `An inspector is right in ${formatNumber(humanAccuracy, Number.isInteger(humanAccuracy) ? 0 : 1)} of 100 phones, a look costs ${formatNumber(reviewCost, 2)} €, a mistake ${formatNumber(mistakeCost, 2)} €. Which degree of automation costs least?`;

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

export function outcome(run: AutomationRun, values: AutomationValues, guess: string | undefined): Outcome {
  const cheapest = cheapestOf(run, values);
  const count = (id: DegreeName) => cheapest.filter((one) => one === id).length;
  const first = [...degreeNames].sort((a, b) => count(b) - count(a))[0]!;
  const of = `${count(first)} of ${cheapest.length}`;
  const guessed = options.find(({ id }) => id === guess);
  return {
    verdict: [
      { strong: degrees[first].label },
      " costs least in ",
      { strong: of },
      " replicas.",
      ...(guessed
        ? [
            " Your guess, ",
            { guess: lower(degrees[guessed.id].label) },
            guessed.id === first ? ", is the one." : `, was cheapest in ${count(guessed.id)}.`,
          ]
        : []),
    ],
    tally: { options: cheapest, caption: `${degrees[first].label}: cheapest in ${of} replicas, one mark each` },
    intervals: degreeIntervals(run, values),
  };
}

export function words(run: AutomationRun, values: AutomationValues): string {
  const summary = summarize(run.frames, values);
  const of = (name: DegreeName) => summary.degrees.find((degree) => degree.name === name)!;
  const [human, partial, full] = [of("human"), of("partial"), of("full")];
  const inThousand = (error: number) => formatNumber(1000 * error, 0);
  const euro = (cost: number) => `${formatNumber(cost, 2)} €`;
  const delay = (seconds: number | null) =>
    seconds === null ? "a line that grows all shift" : `${formatNumber(seconds, 1)} s`;
  const overloaded = summary.degrees
    .filter((degree) => degree.overloaded)
    .map(({ name }) => lower(degrees[name].label));
  return [
    `At a threshold of ${values.threshold} % inspectors see ${formatNumber(100 * partial.humanShare, 0)} % of the phones.`,
    `Partial automation misjudges ${inThousand(partial.error)} in 1,000 at ${euro(partial.cost)} a phone; inspectors alone ${inThousand(human.error)} at ${euro(human.cost)}, the model alone ${inThousand(full.error)} at ${euro(full.cost)}.`,
    `A verdict takes ${delay(partial.delaySeconds)}, with inspectors alone ${delay(human.delaySeconds)}.`,
    `Partial automation is cheapest at ${summary.bestThreshold} %, and there it beats both ends in ${formatNumber(100 * summary.partialBeatsBothShare, 0)} % of the replicas.`,
    ...(overloaded.length > 0 ? [`More work than the inspectors can do: ${overloaded.join(", ")}.`] : []),
  ].join(" ");
}

export function tables(run: AutomationRun, values: AutomationValues): Table[] {
  const { degrees: rows } = summarize(run.frames, values);
  const seconds = (value: number | null) => (value === null ? "grows" : Number(value.toFixed(1)));
  return [
    {
      caption: `The five degrees at a threshold of ${values.threshold} % (medians of the replicas)`,
      columns: [
        "degree",
        "misjudged in 1,000",
        "€ a phone",
        "mean delay, s",
        "p95 of delay, s",
        "seen by inspectors, %",
      ],
      rows: rows.map(({ name, error, cost, delaySeconds, delayP95Seconds, humanShare }) => [
        degrees[name].label,
        Number((1000 * error).toFixed(1)),
        Number(cost.toFixed(3)),
        seconds(delaySeconds),
        seconds(delayP95Seconds),
        Math.round(100 * humanShare),
      ]),
    },
  ];
}
