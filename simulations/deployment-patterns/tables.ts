/** Times and shares over the replicas, once they may be told. */
import type { Table } from "../ui/chart/model";
import type { ReleaseResults } from "./results";
import { revealed } from "./story";
import { replicasText } from "./texts";

export function tables(results: ReleaseResults, moment: number): Table[] {
  if (!revealed(results, moment)) return [];
  const s = results.summary;
  const cell = (value: number | null, digits: number) => (value === null ? "–" : Number(value.toFixed(digits)));
  const row = (label: string, low: number | null, middle: number | null, high: number | null, digits = 0) => [
    label,
    cell(low, digits),
    cell(middle, digits),
    cell(high, digits),
  ];
  const share = (label: string, value: number | null) => [
    label,
    "",
    value === null ? "–" : Math.round(100 * value),
    "",
  ];
  return [
    {
      caption: `The release over ${replicasText(results.run.replicasDone)}`,
      columns: ["measure", "10 %", "median or share", "90 %"],
      rows: [
        row("phones misjudged because of the release", s.harmedP10, s.harmed, s.harmedP90),
        row("phones corrected by the release", s.savedP10, s.saved, s.savedP90),
        row("phones that green would have corrected", s.missedP10, s.missed, s.missedP90),
        row("minutes until a check failed or you rolled back", s.timeToDetectP10, s.timeToDetect, s.timeToDetectP90),
        row("minutes until blue had all phones again", s.timeToRollbackP10, s.timeToRollback, s.timeToRollbackP90),
        row("minutes until green had all phones", s.timeToFullP10, s.timeToFull, s.timeToFullP90),
        row("unused verdicts per phone", s.extraComputeP10, s.extraCompute, s.extraComputeP90, 2),
        share("rolled back, % of replicas", s.rolledBackShare),
        share("good versions rolled back, % of good ones", s.falseRollbackShare),
        share("bad versions promoted, % of bad ones", s.missedShare),
      ],
    },
  ];
}
