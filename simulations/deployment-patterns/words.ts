/** The release desk in sentences: the question, and what is known at a moment. */
import { deadlineMs, lastMinute } from "./frames";
import type { ReleaseValues } from "./knobs";
import type { ReleaseResults } from "./results";
import type { Rate } from "./results-minute";
import { candidateText, numberText } from "./texts";

export function question(values: ReleaseValues): string {
  const { candidate, judge } = values;
  const what =
    candidate === "hidden"
      ? "You do not know whether it is better or worse than blue."
      : `It is ${candidateText[candidate]}. You know this; ${judge === "analysis" ? "the analysis does" : "the people at the belt do"} not.`;
  return `A new version, green, has passed its tests. ${what} How many phones will be misjudged because of this release within ${lastMinute(values)} minutes?`;
}

/** Where the limit lies against green's interval. */
function limitText({ low, high }: Rate, limit: number, rolledBack: boolean): string {
  if (low > limit) return `The whole interval is above the limit of ${limit}.`;
  if (high < limit) return `The whole interval is below the limit of ${limit}.`;
  return `The limit of ${limit} is inside the interval, so these phones do not show ${rolledBack ? "" : "yet "}on which side of the limit green’s rate lies.`;
}

/** A step by its name in the plan, with what it does: "setWeight 25 (green gets 25 % of the phones)". */
function stepText(label: string): string {
  const [step, share] = label.split(" ");
  if (step === "setWeight") return `${label} (green gets ${share} % of the phones)`;
  if (step === "setMirrorRoute") return `${label} (green gets copies of ${share} % of the phones)`;
  return label;
}

export function words({ at, limit, nextStep }: ReleaseResults, moment: number): string {
  const minute = at(moment);
  if (!minute) return "";
  const { detectedAt, p95Ms, rolledBack, rolledBackAt } = minute;
  const { weight, mirror } = minute.shares;
  const { blue, green } = minute.rates;
  const sentences = [
    weight === 0 && mirror > 0
      ? `At minute ${moment} green judges every phone, but its verdicts are not used.`
      : weight === 0
        ? `At minute ${moment} no phone goes to green.`
        : weight === 100
          ? `At minute ${moment} every phone goes to green.`
          : `At minute ${moment} green gets ${numberText(weight)} % of the phones and blue gets the rest.`,
  ];
  if (green.audited === 0) sentences.push("Inspectors have not reviewed any of green’s phones yet.");
  else {
    const beside =
      blue.audited > 0 ? ` Of blue’s reviewed phones, blue misjudged ${numberText(blue.middle)} in 1,000.` : "";
    sentences.push(
      `Inspectors have reviewed ${numberText(green.audited)} of green’s phones. Of these, green misjudged ${numberText(green.middle)} in 1,000.${beside} Green’s 95 % interval reaches from ${numberText(green.low)} to ${numberText(green.high)}.`,
    );
    if (limit !== undefined) sentences.push(limitText(green, limit, rolledBack));
  }
  const [slow, usual] = [p95Ms.green, p95Ms.blue];
  if (slow > deadlineMs)
    sentences.push(
      `5 % of green’s answers take longer than ${numberText(slow)} ms${usual >= 0 ? `, 5 % of blue’s longer than ${numberText(usual)} ms` : ""}. After ${deadlineMs} ms the belt moves on.`,
    );
  if (rolledBack)
    sentences.push(
      rolledBackAt >= 0
        ? `Green was rolled back at minute ${numberText(rolledBackAt)}.`
        : `The rollback began at minute ${numberText(detectedAt)} and is not complete: blue is being started again.`,
    );
  const next = nextStep(moment);
  if (next) sentences.push(`The next step is ${stepText(next.label)} at minute ${numberText(next.minute)}.`);
  return sentences.join(" ");
}
