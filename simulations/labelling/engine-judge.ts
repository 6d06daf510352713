/** How good answers, labels and a list of suspects are. */
import { multiclassMetrics } from "../core/metrics/multiclass";
import { words } from "../core/worlds/clips/words";
import type { Desk } from "./engine-desk";
import type { Suspects } from "./engine-finder";
import { flaggedShown, type LabellingFrame, levelGroups, tenths } from "./frames";

const wordNumbers = words.map((_, i) => i);

export const kappaOf = (a: Uint8Array, b: Uint8Array): number => multiclassMetrics(a, b, wordNumbers).cohenKappa;

// #region excerpt: share
export function sameShare(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let i = 0; i < a.length; i++) same += Number(a[i] === b[i]);
  return same / a.length;
}
// #endregion

/** Share of labels that are the most usual label of their clip's word. */
export function ceilingOf(truth: Uint8Array, labels: Uint8Array): number {
  const counts = words.map(() => new Uint16Array(words.length));
  for (let i = 0; i < truth.length; i++) counts[truth[i]!]![labels[i]!]! += 1;
  return counts.reduce((sum, of) => sum + Math.max(...of), 0) / truth.length;
}

/** NaN for a word that no test clip has. */
export function errorsByWord(heard: Uint8Array, truth: Uint8Array): number[] {
  return wordNumbers.map((word) => {
    let wrong = 0;
    let count = 0;
    for (let i = 0; i < truth.length; i++) {
      if (truth[i] !== word) continue;
      count += 1;
      wrong += Number(heard[i] !== word);
    }
    return wrong / count;
  });
}

export function groupMeans(order: readonly number[], figure: (i: number) => number): number[] {
  const size = order.length / levelGroups;
  return Array.from({ length: levelGroups }, (_, g) => {
    const group = order.slice(Math.round(g * size), Math.round((g + 1) * size));
    return group.reduce((sum, i) => sum + figure(i), 0) / group.length;
  });
}

export function judgeList({ order }: Suspects, { truth, given }: Desk) {
  const count = order.length;
  const wrong = (i: number) => Number(given[i] !== truth[i]);
  const found = [0];
  for (const i of order) found.push(found.at(-1)! + wrong(i));
  const all = found[count]!;
  const top = Math.round(count / 10);
  return {
    baseRate: all / count,
    precisionAtTop: found[top]! / top,
    found: Array.from({ length: tenths }, (_, t) => {
      const share = t / (tenths - 1);
      return all > 0 ? found[Math.round(share * count)]! / all : share;
    }),
  };
}

export const flaggedOf = (
  { order, suggested }: Suspects,
  { training, truth, given }: Desk,
): LabellingFrame["flagged"] =>
  Array.from(order.subarray(0, flaggedShown), (i) => ({
    recording: training[i]!,
    label: given[i]!,
    suggested: suggested[i]!,
    truth: truth[i]!,
  }));
