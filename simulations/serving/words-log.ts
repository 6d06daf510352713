/** The request log in sentences: how many of the users it gives away, and whether drift is found in it. */
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { Option, Outcome } from "../ui/results/verdict";
import type { ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { partAt, percentText } from "./period";
import type { ServingResults } from "./results";
import { driftLevel } from "./summary";
import { figures, framesByPart, spreadOf } from "./waits";
import { guessPhrases, tallyOf } from "./words";

/** Upper ends of the shares to choose from. */
const bounds = [0, 0.05, 0.2, 0.5, 1];

export const logOptions: readonly Option[] = [
  { id: "nobody", label: "Nobody" },
  { id: "few", label: `Up to ${100 * bounds[1]!} in 100` },
  { id: "some", label: `${100 * bounds[1]!} to ${100 * bounds[2]!} in 100` },
  { id: "many", label: `${100 * bounds[2]!} to ${100 * bounds[3]!} in 100` },
  { id: "most", label: "More than half of them" },
];

export const logOptionOf = (share: number): Option => logOptions[bounds.findIndex((bound) => share <= bound)]!;

/** Share of all users that somebody can identify in the log, per replica: all in a raw row, or those alone with their fields. */
const identifiedShares = (frames: readonly ServingFrame[], { logForm }: ServingValues): number[] =>
  figures(frames, logForm === "raw" ? "namedShare" : "singledOutShare");

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

function foundText(values: ServingValues, frames: readonly ServingFrame[]): string {
  const share = (name: "driftP" | "calmP") => {
    const pValues = figures(frames, name);
    return countText(pValues.filter((p) => p <= driftLevel).length, pValues.length);
  };
  return values.driftSize > 0
    ? `finds the drift in ${share("driftP")}`
    : `raises a false alarm in ${share("calmP")}, because nothing has drifted`;
}

const rowsText = (rows: number): string => `${formatNumber(rows, 0)} ${Math.round(rows) === 1 ? "row" : "rows"}`;

const isEmpty = (values: ServingValues, frames: readonly ServingFrame[]): boolean =>
  values.logForm === "nothing" || spreadOf(figures(frames, "logRows")).middle === 0;

const emptyLog = "The log holds no request. It identifies nobody, and no drift can be found in it.";

export function logOutcome({ run, values }: ServingResults, guess: string | undefined): Outcome {
  const last = framesByPart(run).at(-1)!;
  const shares = identifiedShares(last, values);
  if (shares.length === 0) return { verdict: [] };
  const came = shares.map(logOptionOf);
  const identified = percentText(spreadOf(shares).middle, 0);
  const rows = rowsText(spreadOf(figures(last, "logRows")).middle);
  const verdict = isEmpty(values, last)
    ? [emptyLog]
    : [
        `From ${rows}, `,
        { strong: identified },
        ` of all users can be identified. The test ${foundText(values, last)}.`,
      ];
  return { verdict: [...verdict, ...guessPhrases(came, logOptions, guess)], tally: tallyOf(came, logOptions) };
}

export function logWords({ run, values }: ServingResults, moment: number): string {
  const frames = framesByPart(run)[partAt(moment)]!;
  if (frames.length === 0) return "";
  if (isEmpty(values, frames)) return emptyLog;
  const [rows, named, alone] = (["logRows", "namedShare", "singledOutShare"] as const).map(
    (name) => spreadOf(figures(frames, name)).middle,
  );
  const calm = figures(frames, "calmP").filter((p) => p <= driftLevel).length;
  const falsely =
    values.driftSize > 0
      ? `On the same rows without drift the test raises a false alarm in ${countText(calm, figures(frames, "calmP").length)}.`
      : "";
  return [
    `The log now holds ${rowsText(rows!)}. The test ${foundText(values, frames)}.`,
    falsely,
    `The log names ${percentText(named!, 1)} of all users. ${percentText(alone!, 1)} of all users have a row in it and are the only ones with their age, region and device.`,
  ]
    .filter(Boolean)
    .join(" ");
}
