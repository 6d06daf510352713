/** The year in a few figures: medians over replicas with the 10th and 90th percentile; bad answers a year. */
import { bandOf, bandOfKnown, type Named, namedBand } from "../core/statistics/band";
import { type FaultKind, faultKinds } from "../core/worlds/parts";
import { type FaultSeen, isIn, type MissingPartsFrame, selectionOf, selections } from "./frames";
import { type MissingPartsValues, type PartName, partNames, prices } from "./knobs";

/** A selection of parts with its price and what it leaves. */
export interface Choice {
  readonly parts: readonly PartName[];
  /** Weeks of work a year. */
  readonly price: number;
  /** Bad answers a year, mean of the replicas: rare and expensive faults count. */
  readonly meanBadAnswers: number;
}

export interface Years {
  readonly faults: readonly FaultSeen[];
  /** [replica]: with the parts as they are set. */
  readonly badAnswers: readonly number[];
  /** [part][replica]: with that part left out (or as it is, where it is off). */
  readonly without: readonly (readonly number[])[];
  /** [part][replica]: with that part switched over, off where it is on and on where it is off. */
  readonly switched: readonly (readonly number[])[];
  /** [part][replica]: what the part prevents, the others as they are: switched off where it is on, switched on where it is off. */
  readonly worth: readonly (readonly number[])[];
  readonly chosen: Choice;
  /** The selection that the budget affords with the lowest mean; of equal ones the cheapest. */
  readonly best: Choice;
}

export function yearsOf(frames: readonly MissingPartsFrame[], values: MissingPartsValues): Years {
  const of = (selection: number) =>
    frames.flatMap(({ badAnswers, replicas: { from, to } }) =>
      Array.from(badAnswers.subarray(selection * (to - from), (selection + 1) * (to - from))),
    );
  const chosen = selectionOf(values);
  const badAnswers = of(chosen);
  const choices = Array.from({ length: selections }, (_, selection): Choice => {
    const parts = partNames.filter((_, p) => isIn(selection, p));
    const all = of(selection);
    return {
      parts,
      price: parts.reduce((sum, name) => sum + prices[name], 0),
      meanBadAnswers: all.reduce((sum, bad) => sum + bad, 0) / all.length,
    };
  });
  const [best] = choices
    .filter(({ price }) => price <= values.budget)
    .sort((a, b) => a.meanBadAnswers - b.meanBadAnswers || a.price - b.price);
  return {
    faults: frames.flatMap(({ faults }) => faults),
    badAnswers,
    without: partNames.map((_, p) => of(chosen & ~(2 ** p))),
    switched: partNames.map((_, p) => of(chosen ^ (2 ** p))),
    worth: partNames.map((_, p) => {
      const off = of(chosen & ~(2 ** p));
      return of(chosen | (2 ** p)).map((on, r) => off[r]! - on);
    }),
    chosen: choices[chosen]!,
    best: best!,
  };
}

type OrNull<Name extends string> = Named<Name, number | null>;
const known = <Name extends string>(name: Name, values: readonly number[]): OrNull<Name> => {
  const { low, middle, high } = bandOfKnown(values);
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  return namedBand(name, { low: orNull(low), middle: orNull(middle), high: orNull(high) });
};

export interface FaultRow {
  readonly name: FaultKind;
  readonly kind: "ml" | "other";
  /** How often it came in all replicas. */
  readonly times: number;
  /** Share that a part noticed or prevented. */
  readonly noticedShare: number;
  readonly caughtBy: readonly { readonly part: PartName; readonly share: number }[];
}

export type MissingPartsSummary = Named<"badAnswers"> & {
  readonly faults: readonly (OrNull<"daysToNotice"> & OrNull<"badAnswers"> & FaultRow)[];
  readonly worth: readonly (Named<"badAnswersWithout"> & Named<"worth"> & { readonly part: PartName })[];
  readonly price: number;
  readonly withinBudget: boolean;
  readonly best: Choice;
};

export function summarize(
  { faults, badAnswers, without, worth, chosen, best }: Years,
  { budget }: MissingPartsValues,
): MissingPartsSummary {
  return {
    ...namedBand("badAnswers", bandOf(badAnswers)),
    faults: faultKinds.flatMap(({ name, kind }) => {
      const came = faults.filter((fault) => fault.name === name);
      if (came.length === 0) return [];
      const days = came.map(({ daysToNotice }) => daysToNotice ?? Number.NaN);
      return [
        {
          name,
          kind,
          times: came.length,
          noticedShare: came.filter(({ caughtBy }) => caughtBy).length / came.length,
          ...known("daysToNotice", days),
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
    worth: partNames.map((part, p) => ({
      part,
      ...namedBand("badAnswersWithout", bandOf(without[p]!)),
      ...namedBand("worth", bandOf(worth[p]!)),
    })),
    price: chosen.price,
    withinBudget: chosen.price <= budget,
    best,
  };
}
