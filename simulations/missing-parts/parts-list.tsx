/** The six parts as a list with prices: each is switched here, and their sum is held against the budget. */
import { useEffect, useState } from "react";
import type { ShownSlotProps } from "../ui/shell/presentation";
import { type PartName, partNames, prices } from "./knobs";
import { partLabel } from "./labels";
import type { MissingPartsResults } from "./results";
import { bestText, budgetText } from "./words";
import "./parts-list.css";

export function PartsList({ values, results, actions }: ShownSlotProps<MissingPartsResults>) {
  // A switch moves at once; the run it asks for comes later.
  const [asked, setAsked] = useState(values);
  useEffect(() => setAsked(values), [values]);
  const price = partNames.reduce((sum, name) => sum + (asked[name] === "on" ? prices[name] : 0), 0);
  const over = price > values.budget;
  const change = (name: PartName, on: boolean) => {
    setAsked({ ...asked, [name]: on ? "on" : "off" });
    actions.set(name, on ? "on" : "off");
  };
  return (
    <fieldset className="dl-parts">
      <legend>Parts, and their price in weeks of work a year</legend>
      <ul>
        {partNames.map((name) => (
          <li key={name}>
            <label className="dl-pair dl-check">
              <input
                type="checkbox"
                checked={asked[name] === "on"}
                onChange={(event) => change(name, event.target.checked)}
              />
              <span>{partLabel(name)}</span>
              <span className="dl-small dl-figures">{prices[name]}</span>
            </label>
          </li>
        ))}
      </ul>
      <p className="dl-small" data-over={over}>
        <strong>{budgetText(price, values.budget)}</strong> {bestText(results)}
      </p>
    </fieldset>
  );
}
