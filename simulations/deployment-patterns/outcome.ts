/** The answer, once it may be told: what green was, what was done, and how many phones it cost. */
import type { Outcome, Phrase } from "../ui/results/verdict";
import { harmIntervals } from "./chart-harm";
import { decisionsOf } from "./decisions";
import { lastMinute } from "./frames";
import { options, rangeText } from "./harm";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";
import type { ReplicaEnd } from "./summary";
import { candidateText, numberText, phonesText, replicasText } from "./texts";

function actText(values: ReleaseValues, end: ReplicaEnd): string {
  const decisions = decisionsOf(values).map(
    ({ act, time }) => `${act === "promote" ? "promoted it" : "rolled it back"} at minute ${time}`,
  );
  if (decisions.length > 0) return `You ${decisions.join(" and ")}. `;
  if (end.detectedAt >= 0) return `The analysis rolled it back at minute ${numberText(end.detectedAt)}. `;
  if (values.judge === "analysis")
    return end.promotedAt >= 0
      ? `The analysis found nothing and promoted it at minute ${numberText(end.promotedAt)}. `
      : "The analysis found nothing. ";
  return values.pattern === "shadow"
    ? "Nobody promoted it, so it stayed in shadow mode. "
    : "Nobody decided, so the steps came at their planned times. ";
}

export function outcome(results: ReleaseResults, guess: string | undefined): Outcome {
  const { ends, came, values, summary } = results;
  const own = ends[0]!;
  const last = lastMinute(values);
  const verdict: Phrase[] = [
    ...(own.green === undefined ? [] : ["Green was ", { strong: candidateText[own.green] }, ". "]),
    actText(values, own),
    { strong: phonesText(own.harmed) },
    ` ${own.harmed === 1 ? "was" : "were"} misjudged because of the release by minute ${last}`,
    own.saved > 0
      ? `, and ${phonesText(own.saved)} that blue would have misjudged ${own.saved === 1 ? "was" : "were"} judged correctly.`
      : ".",
  ];
  if (guess !== undefined && options.some(({ id }) => id === guess)) {
    const others = came.filter((range) => range === guess).length;
    verdict.push(
      " Your guess, ",
      { guess: rangeText(guess) },
      came[0] === guess ? ", was right" : ", was not right",
      ends.length === 1 ? "." : ` in your release. It was right in ${others} of ${replicasText(ends.length)}.`,
    );
  }
  if (ends.length > 1) {
    const [low, high] = [numberText(summary.harmedP10), numberText(summary.harmedP90)];
    const spread = low === high ? "" : `; 80 % of the replicas lie between ${low} and ${high}`;
    verdict.push(` Your release is replica 1. The median of all replicas is ${phonesText(summary.harmed)}${spread}.`);
  }
  return {
    verdict,
    tally: { options: came, caption: captionOf(came) },
    intervals: harmIntervals(results),
  };
}

/** Marks of one kind have no key beside them: the caption says what they are. */
function captionOf(came: readonly string[]): string {
  const [first = "0", ...others] = new Set(came);
  const what = "phones misjudged because of the release: one mark for each replica";
  return others.length > 0
    ? `P${what.slice(1)}`
    : `${rangeText(first).replace(/^./, (letter) => letter.toUpperCase())} ${what}`;
}
