import type { Chart } from "./model";

/** The unit without what stands after it, e.g. "thousand €" of "thousand €, months 12–23 summed" or "thousand € · median of 32". */
const unitOf = ({ unit }: Chart): string => unit.split(/,| · /)[0]!;

/** Whether two runs of a chart may share an axis: another world's figures would stand on it without meaning anything. */
export const sameMeasure = (a: Chart, b: Chart): boolean =>
  a.id === b.id && a.kind === b.kind && a.digits === b.digits && unitOf(a) === unitOf(b);
