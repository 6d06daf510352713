/** The finder: the two groups and the 60 other slices of one replica, those with the most errors first. */
import { valuesOfAttribute } from "../core/worlds/applicants";
import { type Rates, type Slice, sliceOf } from "./rates";

export interface Scanned extends Slice {
  /** "larch", "maple", or the number of the slice. */
  readonly id: string;
  readonly label: string;
}

interface Looked {
  readonly rates: Rates;
  readonly slices: readonly (readonly Slice[])[];
}

const attributeNames = ["Month", "Branch", "Campaign", "Region", "Device"] as const;

export function scanned({ rates, slices }: Looked, replica: number): Scanned[] {
  const own = slices[replica]!;
  const all = own.slice(0, valuesOfAttribute).reduce((sum, { wrong }) => sum + wrong, 0);
  const group = (g: 0 | 1, id: string, label: string): Scanned => {
    const { n, accuracy } = rates.groups[g];
    return { id, label, ...sliceOf(n[replica]!, Math.round((1 - accuracy[replica]!) * n[replica]!), all) };
  };
  const others = own.map((slice, s) => ({
    id: String(s),
    label: `${attributeNames[Math.floor(s / valuesOfAttribute)]} ${(s % valuesOfAttribute) + 1}`,
    ...slice,
  }));
  return [group(0, "larch", "Larch"), group(1, "maple", "Maple"), ...others]
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.wrong / b.n - a.wrong / a.n);
}

/** What the finder puts first in each replica. */
export const foundIn = (results: Looked): Scanned[] =>
  results.slices.map((_, replica) => scanned(results, replica)[0]!);
