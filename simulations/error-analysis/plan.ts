/** Systems and what purchases make of them; a system is what the notes call it: code, hyperparameters and data. And which clips there are. */
import type { Place } from "../core/worlds/clips/places";
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

export interface Mix {
  /** Places with their shares; the first takes what is left. */
  readonly places: readonly (readonly [Place, number])[];
  readonly speaker: number;
  readonly high: number;
  readonly soft: number;
}

export const service: Mix = {
  places: [
    ["quiet", 0.35],
    ["car", 0.4],
    ["crowd", 0.12],
    ["narrow", 0.1],
    ["far", 0.03],
  ],
  speaker: 0.25,
  high: 0.04,
  soft: 0.2,
};
export const office: Mix = {
  places: [
    ["quiet", 0.86],
    ["car", 0.02],
    ["crowd", 0.04],
    ["narrow", 0.08],
  ],
  speaker: 0.06,
  high: 0,
  soft: 0,
};

/** Voices by their number in words.ts. */
export const speakerC = 2;
export const highVoice = 3;
/** Signal-to-noise ratio asked for in each place, dB: the mean, with a standard deviation of 3. */
export const snr: Readonly<Record<Place, number>> = { quiet: 12, car: 6, crowd: 9, narrow: 12, far: 9, hiss: 9 };
export const softer = -20;
