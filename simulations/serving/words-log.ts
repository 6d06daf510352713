/** The request log in sentences: how many of the users it gives away, and whether drift is found in it. */
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Outcome } from "../ui/results/verdict";
import { identifiedBy, logOptions } from "./identified";
import type { ServingValues } from "./knobs";
import { percentText } from "./period";
import type { ServingResults } from "./results";
import type { Found, PartResults } from "./results-part";
import { guessPhrases, tallyOf } from "./words";

export function logQuestion(values: ServingValues): string {
  const { logForm, logRate, users, requests, driftSize } = values;
  const people = `${formatNumber(users, 0)} people send ${formatNumber(requests, 0)} requests.`;
  const drift =
    driftSize > 0 ? `The input has moved by ${formatNumber(driftSize, 2)} standard deviations since training.` : "";
  const rate = percentText(logRate / 100, Number.isInteger(logRate) ? 0 : 1);
  const kept = {
    raw: `${rate} of the requests are logged as they are, with the name.`,
    hashed: `${rate} of the requests are logged with hashes of the name, age, region and device.`,
    nothing: "No request is logged.",
  }[logForm];
  return [people, drift, kept, "How many of the people can be identified from the log?"].filter(Boolean).join(" ");
}

const timesFound = ({ count, replicas }: Found): string => countText(count, replicas);

const foundText = ({ driftSize }: ServingValues, { found }: PartResults): string =>
  driftSize > 0
    ? `finds the drift in ${timesFound(found("driftP"))}`
    : `raises a false alarm in ${timesFound(found("calmP"))}, because nothing has drifted`;

const rowsText = (rows: number): string => `${formatNumber(rows, 0)} ${Math.round(rows) === 1 ? "row" : "rows"}`;

const isEmpty = ({ logForm }: ServingValues, { band }: PartResults): boolean =>
  logForm === "nothing" || band("logRows").middle === 0;

const emptyLog = "The log holds no request. It identifies nobody, and no drift can be found in it.";

export function logOutcome(results: ServingResults, guess: string | undefined): Outcome {
  const { end, values, logStanding } = results;
  if (end.replicas === 0) return { verdict: [] };
  const verdict = isEmpty(values, end)
    ? [emptyLog]
    : [
        `From ${rowsText(end.band("logRows").middle)}, `,
        { strong: percentText(end.band(identifiedBy(values)).middle, 0) },
        ` of all users can be identified. The test ${foundText(values, end)}.`,
      ];
  return {
    verdict: [...verdict, ...guessPhrases(logStanding, logOptions, guess)],
    tally: tallyOf(logStanding, logOptions),
  };
}

export function logWords({ at, values }: ServingResults, moment: number): string {
  const part = at(moment);
  if (part.replicas === 0) return "";
  if (isEmpty(values, part)) return emptyLog;
  const share = (name: "namedShare" | "singledOutShare") => percentText(part.band(name).middle, 1);
  const falsely =
    values.driftSize > 0
      ? `On the same rows without drift the test raises a false alarm in ${timesFound(part.found("calmP"))}.`
      : "";
  return [
    `The log now holds ${rowsText(part.band("logRows").middle)}. The test ${foundText(values, part)}.`,
    falsely,
    `The log names ${share("namedShare")} of all users. ${share("singledOutShare")} of all users have a row in it and are the only ones with their age, region and device.`,
  ]
    .filter(Boolean)
    .join(" ");
}
