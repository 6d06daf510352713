/** Tags, purchases and words as the reader sees them; points are percentage points of accuracy. */
import { words as commands } from "../core/worlds/clips/words";
import { cast } from "../course/cast";
import { formatNumber } from "../ui/ink/format";
import type { Role } from "../ui/ink/roles";
import type { Purchase, Tag } from "./frames";
import { knobs } from "./knobs";

/** `clips`: its clips, in the middle of a sentence. */
export const tagText: Readonly<Record<Tag, { readonly name: string; readonly clips: string; readonly help: string }>> =
  {
    car: {
      name: "Car",
      clips: "clips from cars",
      help: "Said in a car: rumble of the road and an engine, about 6 dB below the word.",
    },
    speaker: {
      name: "Speaker C",
      clips: "clips of speaker C",
      help: "Spoken by speaker C, who was away when the office clips were recorded.",
    },
    soft: { name: "Soft", clips: "soft clips", help: "Recorded 20 dB softer than usual." },
    crowd: { name: "Crowd", clips: "clips from crowds", help: "Said among forty other voices." },
    narrow: {
      name: "Narrow band",
      clips: "narrow-band clips",
      help: "A microphone that loses low and high frequencies.",
    },
    high: {
      name: "High voice",
      clips: "clips of the high voice",
      help: "Spoken by the only high voice. The office clips do not contain it.",
    },
    far: {
      name: "Far microphone",
      clips: "clips from a far microphone",
      help: "A microphone some metres away, in a room that echoes.",
    },
  };

export const purchaseText = (purchase: Purchase): string => knobs.purchases.acts[purchase];

/** In the middle of a sentence. */
export const lower = (text: string): string => text[0]!.toLowerCase() + text.slice(1);

export const roleOf = (purchase: Purchase): Role => {
  if (purchase === "model-wider") return cast.hyperparameters;
  if (purchase === "code-normalise") return cast.code;
  return purchase === "data-any" ? "ink" : cast.data;
};

/** "8.4", of a share. */
export const points = (share: number): string => formatNumber(100 * share, 1);
/** "+8.4" or "−1.0". */
export const gained = (share: number): string => `${100 * share >= 0.05 ? "+" : ""}${points(share)}`;
/** "68.1 %" */
export const percent = (share: number): string => `${points(share)} %`;

export const commandText = (word: number): string => `“${commands[word]!}”`;
