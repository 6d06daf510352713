"use client";
/** The next purchase: one of the list, with what is promised of it now. What it brings is told once it is bought. */
import { ShoppingCart, Undo2 } from "lucide-react";
import { useId, useState } from "react";
import { bandOfKnown } from "../core/statistics/band";
import { useFocusKept } from "../ui/design/focus-kept";
import { Announce } from "../ui/ink/announce";
import { Said } from "../ui/ink/said";
import type { ShownSlotProps } from "../ui/shell/presentation";
import { type Purchase, purchases } from "./frames";
import { promiseOf } from "./measures";
import type { AnalysisResults } from "./results";
import { points, purchaseText } from "./texts";
import { roundText } from "./words";
import "./bench.css";

interface BuyProps extends ShownSlotProps<AnalysisResults> {
  readonly onBuy: (bought: readonly Purchase[]) => void;
}

export function Buy({ values, results, onBuy }: BuyProps) {
  const [chosen, setChosen] = useState<Purchase>("data-car");
  const id = useId();
  const focusKept = useFocusKept<HTMLDivElement>();
  const { bought, rounds, now, run } = results;
  const left = values.budget - bought.length;
  const latest = rounds.at(-1);
  const told = latest ? roundText(latest, run.replicasDone) : "";
  return (
    <div className="dl-buy">
      <Announce quiet={!run.complete} text={told} />
      <div className="dl-buy-row" {...focusKept}>
        <label className="dl-buy-title" htmlFor={id}>
          {left > 0
            ? `Purchase ${bought.length + 1} of ${values.budget}`
            : `Budget spent: ${values.budget} of ${values.budget}`}
        </label>
        <select
          id={id}
          value={chosen}
          disabled={left <= 0}
          onChange={(event) => setChosen(event.currentTarget.value as Purchase)}
        >
          {purchases.map((purchase) => {
            const promised = promiseOf(now, purchase);
            return (
              <option key={purchase} value={purchase}>
                {`${purchaseText(purchase)}: ${promised ? `${points(bandOfKnown(promised).middle)} points promised` : "nothing promised"}`}
              </option>
            );
          })}
        </select>
        <button type="button" className="dl-outlined" disabled={left <= 0} onClick={() => onBuy([...bought, chosen])}>
          <ShoppingCart aria-hidden="true" /> <span>Buy and retrain</span>
        </button>
        {bought.length > 0 && (
          <button type="button" className="dl-quiet" onClick={() => onBuy(bought.slice(0, -1))}>
            <Undo2 aria-hidden="true" /> <span>Take back the last purchase</span>
          </button>
        )}
      </div>
      {told !== "" && (
        <p className="dl-buy-told">
          <Said text={told} />
        </p>
      )}
    </div>
  );
}
