/** What the release did to phones, over replicas: by what green was where that differs. */
import type { IntervalChart } from "../ui/chart/model";
import { roundUp } from "../ui/chart/round-up";
import { type CandidateName, lastMinute, minutesAfter } from "./frames";
import type { ReleaseResults } from "./results";

const short: Readonly<Record<CandidateName, string>> = {
  better: "better",
  same: "the same",
  "slice-regression": "worse on one line",
  worse: "worse",
  slow: "slow",
};

export function harmIntervals({ kinds, summary: s, values }: ReleaseResults): IntervalChart {
  const last = lastMinute(values);
  const byKind = kinds.length > 0;
  const green = { role: "green" as const };
  const rows = byKind
    ? kinds.map(({ name, replicas, harmed }) => ({ ...green, label: `${short[name]} (${replicas})`, ...harmed }))
    : [
        { ...green, label: "misjudged", low: s.harmedP10, middle: s.harmed, high: s.harmedP90 },
        { ...green, label: "corrected", low: s.savedP10, middle: s.saved, high: s.savedP90 },
        { ...green, label: "not corrected", low: s.missedP10, middle: s.missed, high: s.missedP90 },
      ];
  return {
    kind: "intervals",
    id: "harm",
    title: byKind ? "Misjudged because of the release, by kind of green" : "What the release did",
    help: `Misjudged: phones that green misjudged and blue would have judged correctly. Corrected: the reverse. Not corrected: phones that blue misjudged and green would have judged correctly. Counted until minute ${last}, which is ${minutesAfter} minutes after the planned end. Marker: median of the replicas; line: 10–90 %.${byKind ? " In brackets: how many replicas drew this kind." : ""}`,
    unit: "phones",
    digits: 0,
    x: { label: "", min: 0, max: roundUp(Math.max(10, ...rows.map(({ high }) => high)) * 1.05) },
    rows,
  };
}
