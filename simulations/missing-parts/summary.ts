/** The year in a few figures: medians over replicas with the 10th and 90th percentile, thousands of bad answers a year. */
import { bandOf, bandOfKnown, type Named, namedBand } from "../core/statistics/band";
import { type FaultKind, faultKinds } from "../core/worlds/parts";
import type { FaultSeen, MissingPartsFrame } from "./frames";
import { type PartName, partNames } from "./knobs";

export interface Years {
  readonly faults: readonly FaultSeen[];
  readonly badAnswers: readonly number[];
  /** [part][replica] */
  readonly without: readonly (readonly number[])[];
}

export function yearsOf(frames: readonly MissingPartsFrame[]): Years {
  return {
    faults: frames.flatMap(({ faults }) => faults),
    badAnswers: frames.flatMap(({ badAnswers }) => Array.from(badAnswers)),
    without: partNames.map((_, p) =>
      frames.flatMap(({ without, replicas: { from, to } }) =>
        Array.from(without.subarray(p * (to - from), (p + 1) * (to - from))),
      ),
    ),
  };
}

type OrNull<Name extends string> = Named<Name, number | null>;
const known = <Name extends string>(name: Name, values: readonly number[]): OrNull<Name> => {
  const { low, middle, high } = bandOfKnown(values);
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return namedBand(name, { low: orNull(low), middle: orNull(middle), high: orNull(high) });
};

export type MissingPartsSummary = Named<"badAnswers"> & {
  readonly faults: readonly (OrNull<"daysToNotice"> &
    OrNull<"badAnswers"> & {
      readonly name: FaultKind;
      readonly kind: "ml" | "other";
      /** How often it came in all replicas. */
      readonly times: number;
      /** Share that a part noticed or prevented. */
      readonly noticedShare: number;
      readonly caughtBy: readonly { readonly part: PartName; readonly share: number }[];
    })[];
  readonly worth: readonly (Named<"badAnswersWithout"> & { readonly part: PartName })[];
};

export function summarize({ faults, badAnswers, without }: Years): MissingPartsSummary {
  return {
    ...namedBand("badAnswers", bandOf(badAnswers)),
    faults: faultKinds.flatMap(({ name, kind }) => {
      const came = faults.filter((fault) => fault.name === name);
      if (came.length === 0) return [];
      const caught = came.filter(({ caughtBy }) => caughtBy);
      return [
        {
          name,
          kind,
          times: came.length,
          noticedShare: caught.length / came.length,
          ...known(
            "daysToNotice",
            came.map(({ daysToNotice }) => daysToNotice),
          ),
          ...known(
            "badAnswers",
            came.map((fault) => fault.badAnswers),
          ),
          caughtBy: partNames.flatMap((part) => {
            const share = came.filter(({ caughtBy }) => caughtBy === part).length / came.length;
            return share > 0 ? [{ part, share }] : [];
          }),
        },
      ];
    }),
    worth: partNames.map((part, p) => ({ part, ...namedBand("badAnswersWithout", bandOf(without[p]!)) })),
  };
}
