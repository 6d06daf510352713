import { type Cut, cutsOf } from "../../cuts";
import type { RankedChart, RankedItem } from "./model";

/** An item whose bar or interval is longer than the picture. */
export const itemCuts = ({ value, high = value }: RankedItem, { x, digits }: RankedChart): Cut[] =>
  cutsOf([0], [Math.max(value, high)], [0, x.max], { digits });
