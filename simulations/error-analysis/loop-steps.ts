/** The walk through the two loops: what was done in this run, edge by edge. */
import { bandOfKnown } from "../core/statistics/band";
import type { AnalysisResults } from "./results";
import { gained, lower, percent, points, purchaseText, tagText } from "./texts";

export const loops = {
  modelling: { title: "Modelling loop", places: ["Idea", "Train", "Error analysis"] },
  deployment: { title: "Deployment loop", places: ["Deploy", "Traffic and data", "Performance analysis"] },
} as const;
export type LoopName = keyof typeof loops;

/** One edge that is walked: from a place of its loop to the next one. */
export interface LoopStep {
  readonly loop: LoopName;
  /** 0, 1, 2: the place it starts from. */
  readonly from: number;
  readonly text: string;
}

const middle = (values: readonly number[]) => bandOfKnown(values).middle;

export const edgeText = ({ loop, from }: Pick<LoopStep, "loop" | "from">): string => {
  const { places } = loops[loop];
  return `${places[from]!} → ${places[(from + 1) % places.length]!}`;
};

export function stepsOf({ values, rounds, dev, fresh, largest, now }: AnalysisResults): LoopStep[] {
  const step = (loop: LoopName, from: number, text: string): LoopStep => ({ loop, from, text });
  const last = rounds.length;
  const promise = middle(now.find(({ tag }) => tag === largest)!.promised);
  const next = `The largest promise is that of ${tagText[largest].clips}: ${points(promise)} points.`;
  return [
    step(
      "modelling",
      0,
      `The first idea: ${values.clips} office clips (data), ${values.hidden} hidden units (hyperparameters), raw volume (code). The system is trained.`,
    ),
    step(
      "modelling",
      1,
      `The system is tested on the dev set: it understands ${percent(dev[0]!.middle)} of the clips.${last === 0 ? ` ${next}` : ""}`,
    ),
    ...rounds.flatMap(({ round, purchase, promised, gained: gains }) => [
      step(
        "modelling",
        2,
        `Error analysis leads to the next idea: ${lower(purchaseText(purchase))}. ${promised ? `It promises ${points(middle(promised))} points.` : "Error analysis promises nothing for it."}`,
      ),
      step(
        "modelling",
        0,
        `The system is trained again with this purchase. It brings ${gained(middle(gains))} points on fresh clips.`,
      ),
      step(
        "modelling",
        1,
        `The system is tested on the dev set again: it understands ${percent(dev[round]!.middle)} of the clips.${round === last ? ` ${next}` : ""}`,
      ),
    ]),
    step("deployment", 0, "The latest system is deployed. From now on users send clips, and nobody chooses which."),
    step(
      "deployment",
      1,
      `1,500 fresh clips of the service arrive and are labelled. The system understands ${percent(fresh[last]!.middle)} of them; on the dev set it was ${percent(dev[last]!.middle)}.`,
    ),
    step(
      "deployment",
      2,
      "Performance analysis leads to the next deployment. In a real service, new kinds of clips appear in the traffic: they go into the dev set, and the modelling loop begins again.",
    ),
  ];
}
