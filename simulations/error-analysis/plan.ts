/** Systems and what purchases make of them. A system is what the notes call it: code, hyperparameters and data. */
import { actsOf } from "../runtime/acts";
import { type Purchase, type Tag, tags } from "./frames";
import type { AnalysisValues } from "./knobs";

export interface System {
  /** Code: whether every clip is brought to the same volume first. */
  readonly normalise: boolean;
  /** Hyperparameter. */
  readonly hidden: number;
  /** Data: how many times clips of each kind were bought, in the order of `kinds`. */
  readonly bought: readonly number[];
}

/** Clips that can be bought: those of a tag, or any. */
export const kinds: readonly (Tag | "any")[] = [...tags, "any"];

/** Clips that nobody chose by. */
export const freshCount = 1500;
/** Replicas that are tested on the same fresh clips. */
export const group = 8;

/** Wider than this no model gets. */
const widest = 64;

export const firstSystem = ({ hidden }: Pick<AnalysisValues, "hidden">): System => ({
  normalise: false,
  hidden,
  bought: kinds.map(() => 0),
});

export function withPurchase(system: System, purchase: Purchase): System {
  if (purchase === "model-wider")
    return { ...system, hidden: Math.max(system.hidden, Math.min(widest, 2 * system.hidden)) };
  if (purchase === "code-normalise") return { ...system, normalise: true };
  const kind = purchase.slice("data-".length);
  return { ...system, bought: system.bought.map((times, k) => times + (kinds[k] === kind ? 1 : 0)) };
}

/** What was bought, in order, as far as the budget goes. */
export const boughtBy = ({ purchases, budget }: Pick<AnalysisValues, "purchases" | "budget">): Purchase[] =>
  actsOf<Purchase>(purchases)
    .slice(0, budget)
    .map(({ act }) => act);

/** The first system, then the one after each purchase. */
export function systemsOf(values: AnalysisValues): System[] {
  const systems = [firstSystem(values)];
  for (const purchase of boughtBy(values)) systems.push(withPurchase(systems.at(-1)!, purchase));
  return systems;
}

/** Equal for systems that are the same, in whatever order they were bought together. */
export const nameOf = ({ normalise, hidden, bought }: System): string => `${normalise} ${hidden} ${bought.join(" ")}`;
