/** One of a reader's columns in both periods. */
import type { Chart, Role } from "../ui/chart/model";
import { niceRange } from "../ui/chart/scale";
import type { ComparedColumn } from "./own-data";

/** As in the experiment's world: what training knew, and now. */
const roles: { readonly reference: Role; readonly current: Role } = { reference: "grey", current: "blue" };

/** What has no room is cut; equal beginnings are told apart by their place. */
const cut = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
const cutLabels = (labels: readonly string[]): string[] => {
  const short = labels.map((label) => cut(label, longestLabel));
  return short.map((label, i) => (short.indexOf(label) < i ? `${label} (${i + 1})` : label));
};
const longestLabel = 18;
const longestName = 48;

const digitsFor = (width: number) => Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(width))));

export function columnChart({ name, shape }: ComparedColumn): Chart {
  const { reference, current } = shape;
  const highest = Math.max(...reference, ...current);
  if (shape.kind === "categories")
    return {
      kind: "intervals",
      id: "column",
      title: cut(name, longestName),
      help: "Circle: share of the current rows with this value. Cross: share of the reference rows. The most frequent values come first; beyond 20 they are put together.",
      unit: "% of the rows · circle: current, cross: reference",
      digits: 1,
      columns: ["current", "current", "current"],
      x: { label: "", min: 0, max: niceRange([0, 100 * highest], { min: 0 })[1] },
      rows: cutLabels(shape.labels).map((label, i) => ({
        role: roles.current,
        label,
        low: 100 * current[i]!,
        middle: 100 * current[i]!,
        high: 100 * current[i]!,
        beside: { role: roles.reference, label: "reference", at: 100 * reference[i]! },
      })),
    };
  const { edges } = shape;
  const x = edges.slice(1).map((edge, i) => (edge + edges[i]!) / 2);
  const line = (id: string, role: Role, label: string, y: readonly number[]) => ({ id, role, label, x, y, figure: "" });
  return {
    kind: "lines",
    id: "column",
    title: cut(name, longestName),
    help: "The values fall into 20 bins of equal width. Each point is the share of the rows whose value lies in a bin; the outer bins hold everything beyond them.",
    unit: "% of the rows in each bin",
    digits: digitsFor((edges.at(-1)! - edges[0]!) / x.length) > 2 ? 2 : 1,
    x: { label: cut(name, longestLabel), min: edges[0]!, max: edges.at(-1)! },
    y: { min: 0, max: niceRange([0, highest], { min: 0 })[1], format: "percent" },
    series: [
      line("reference", roles.reference, "Reference", reference),
      line("current", roles.current, "Current", current),
    ],
    timeline: false,
  };
}
