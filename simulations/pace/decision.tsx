"use client";
/** A new model, at any month, while the learner decides. */
import { RefreshCw } from "lucide-react";
import { actsOf } from "../runtime/acts";
import { formatNumber } from "../ui/ink/format";
import { type Choice, DecisionPlace } from "../ui/shell/decision";
import type { StageProps } from "../ui/shell/presentation";
import type { PaceResults } from "./results";
import { isOver, knownMonth, lastMonth } from "./story";
import { ageOf, modelsText, monthsText, priceText } from "./words";

type DecisionProps = StageProps<PaceResults> & { readonly onRetrain: () => void };

/** A model made now is used from the next month on. */
export const nextMonth = (moment: number): number => Math.min(Math.floor(moment) + 1, lastMonth);

const retrainNow = (price: number): Choice<"retrain"> => ({
  act: "retrain",
  letter: "r",
  icon: <RefreshCw aria-hidden="true" />,
  label: "Retrain now",
  more: ` for ${priceText(price)}`,
});

export function Decision({ values, results, moment, playing, onRetrain }: DecisionProps) {
  const over = isOver(moment);
  const month = Math.floor(moment);
  const retrains = actsOf(values.retrains).map(({ time }) => time);
  const made = retrains.filter((time) => time <= nextMonth(moment));
  const later = retrains.length - made.length;
  const known = knownMonth(values, moment);
  const age = ageOf(retrains, month);
  const error = results.told.hand.errors[known];
  const last = retrains.at(-1);
  return (
    <DecisionPlace
      running={playing || !over}
      said={last === undefined ? undefined : `A new model is in use from month ${last} on.`}
      title={over ? "The four years are over" : `Month\u00a0${month}: a new model for month\u00a0${nextMonth(moment)}?`}
      facts={[
        `The model in use is ${age === 0 ? "new" : `${monthsText(age)} old`}.`,
        error === undefined
          ? "No error is known yet."
          : `Error in month\u00a0${known}: ${formatNumber(error, 2)} (noise: 1).`,
        `${modelsText(made.length)} so far: ${priceText(made.length * values.retrainCost)}.`,
        later > 0 && "A new decision here replaces all later ones.",
        over && "Go back to an earlier month to decide again.",
      ]
        .filter(Boolean)
        .join(" ")}
      choices={over ? [] : [retrainNow(values.retrainCost)]}
      onDecide={onRetrain}
    />
  );
}
