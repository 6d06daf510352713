/** The table of tags, and what the learner bought. */
import { type Band, bandOf, bandOfKnown } from "../core/statistics/band";
import type { Table } from "../ui/chart/model";
import { formatNumber } from "../ui/ink/format";
import { countText } from "../ui/results/lead-words";
import type { ScoreTableProps } from "../ui/results/score-table";
import { clipsBought, tags } from "./frames";
import type { TagFigures } from "./measures";
import type { AnalysisResults, Deal } from "./results";
import { gained, percent, points, purchaseText, tagText } from "./texts";

const middle = (values: readonly number[]) => bandOfKnown(values).middle;
const inPercent = (share: number) => formatNumber(100 * share, 0);

/** Shares of the tags, and how much they are together. */
export function sharesText({ now, untagged }: AnalysisResults): string {
  const sum = now.reduce((all, { share }) => all + middle(share), 0);
  return `The shares of the tags add up to ${inPercent(sum)} %, because a clip can have several tags; ${inPercent(untagged)} % of the clips have no tag.`;
}

export function tagTable(results: AnalysisResults): ScoreTableProps {
  const { now, alone, bought } = results;
  return {
    caption:
      bought.length === 0
        ? "Errors by tag: the first system"
        : `Errors by tag: the system after ${bought.length === 1 ? "1 purchase" : `${bought.length} purchases`}`,
    columns: [
      { label: "Tag, share of clips" },
      { label: "System / human, %" },
      { label: "Gap" },
      { label: "Promised" },
      { label: "Realised" },
    ],
    rows: now.map(({ tag, share, accuracy, human, gap, promised }, t) => ({
      label: tagText[tag].name,
      help: tagText[tag].help,
      detail: `${inPercent(middle(share))} %`,
      cells: [
        `${inPercent(middle(accuracy))} / ${inPercent(middle(human))}`,
        points(middle(gap)),
        points(middle(promised)),
        gained(middle(alone[t]!.gained)),
      ],
    })),
    note: `${sharesText(results)} Medians of the replicas. Share, accuracy of the system and human level are of the dev set; human level is the share of clips that we assume a careful listener to understand. Gap, promise (gap × share) and gain are in points of accuracy. Realised: the change on all fresh clips when the first system${bought.length === 0 ? "" : ", before your purchases,"} gets ${clipsBought} clips of the tag and nothing else.`,
  };
}

const three = ({ low, middle: mid, high }: Band) => [low, mid, high].map((share) => Number((100 * share).toFixed(1)));

const dealRow = (name: string, { promised, gained: gains }: Deal) => [
  name,
  promised ? Number((100 * middle(promised)).toFixed(1)) : "–",
  ...three(bandOf(gains)),
];

/** For the tables of the run: changes by tag of every purchase, and the learner's rounds. */
export function tables(results: AnalysisResults): Table[] {
  const { alone, rounds, run, fresh } = results;
  const figures = ({ share, accuracy, human, gap, promised }: TagFigures) =>
    [share, accuracy, human, gap, promised].map((values) => Number((100 * middle(values)).toFixed(1)));
  return [
    {
      caption: tagTable(results).caption,
      columns: ["tag", "share, %", "accuracy, %", "human, %", "gap, points", "promised", "realised by its clips alone"],
      rows: results.now.map((each, t) => [
        tagText[each.tag].name,
        ...figures(each),
        Number((100 * middle(alone[t]!.gained)).toFixed(1)),
      ]),
    },
    {
      caption: "Change of accuracy on fresh clips by tag, in points, when only this was bought (medians)",
      columns: ["purchase", ...tags.map((tag) => tagText[tag].name)],
      rows: alone.map(({ purchase, byTag }) => [
        purchaseText(purchase),
        ...byTag.map((change) => Number((100 * middle(change)).toFixed(1))),
      ]),
    },
    ...(rounds.length > 0
      ? [
          {
            caption: "Your purchases, in points of accuracy",
            columns: ["purchase", "promised", "10 %", "realised", "90 %", "accuracy on fresh clips", "got worse"],
            rows: rounds.map((round) => [
              ...dealRow(`${round.round}. ${purchaseText(round.purchase)}`, round),
              percent(fresh[round.round]!.middle),
              round.worse
                .map(
                  ({ tag, change, worseShare }) =>
                    `${tagText[tag].name}: ${gained(change)}, in ${countText(Math.round(worseShare * run.replicasDone), run.replicasDone)}`,
                )
                .join("; ") || "–",
            ]),
          },
        ]
      : []),
  ];
}
