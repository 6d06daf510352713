/** Three scoreboards side by side: the best models of each. */
import { cast } from "../course/cast";
import { formatNumber } from "../ui/ink/format";
import { ScoreTable } from "../ui/results/score-table";
import { ordinal, percent } from "./chart";
import type { BoardName } from "./models";
import type { GoalsResults } from "./results";

const places = 5;

interface Props {
  readonly results: GoalsResults;
}

export function Boards({ results: { models, values } }: Props) {
  const board = (name: BoardName) =>
    [...models]
      .sort((a, b) => a.rank[name] - b.rank[name] || a.capacity - b.capacity)
      .slice(0, places)
      .map(({ capacity, score }) => {
        const share = name === "lost" ? 1 - score.lost.middle : score[name].middle;
        return `${formatNumber(capacity, 0)} (${percent(share)})`;
      });
  const columns = [board("train"), board("test"), board("lost")];
  return (
    <ScoreTable
      caption={`Three scoreboards, the best ${places} of ${models.length} models`}
      columns={[
        { label: "Place" },
        { label: "Training error", role: cast.training },
        { label: "Test error", role: cast.test },
        { label: "Value", role: cast.value },
      ]}
      rows={Array.from({ length: places }, (_, i) => ({
        label: ordinal(i + 1),
        cells: columns.map((column) => column[i] ?? "–"),
      }))}
      note={`Features of the model, and its median. Of equal models the smaller one stands first. A correct answer to a navigational request counts ${values.navigationalValue}.`}
    />
  );
}
