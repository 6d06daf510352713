/** What a sound is like, for who does not hear it: length, when and at which frequencies it is loud, how it stands out. Never its word. Pure. */
import type { Sound } from "../../runtime/sound";
import { formatNumber, listText } from "../ink/format";
import { peakOf, secondsOf } from "./sound-charts";

/** A frame is loud that has at least this share of the loudest one's power (−12 dB). */
const LOUD = 10 ** -1.2;
/** Inside a word there are pauses, too, s. */
const PAUSE = 0.15;
/** More than this share of the frames: loud throughout. */
const THROUGHOUT = 0.9;
/** "Mostly": this share of the power. */
const MOSTLY = 0.6;
/** From here on the rest counts as silent, dB. */
const SILENT_DB = 55;
/** More stretches are counted, not listed. */
const LISTED = 3;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Loud frames as stretches of frames; short pauses belong to them. */
function stretchesOf(loud: readonly boolean[], step: number): Stretch[] {
  const found: Stretch[] = [];
  loud.forEach((isLoud, frame) => {
    if (!isLoud) return;
    const last = found.at(-1);
    if (last && (frame - last.to) * step <= PAUSE) found[found.length - 1] = { from: last.from, to: frame + 1 };
    else found.push({ from: frame, to: frame + 1 });
  });
  return found;
}

/** The fewest neighbouring bands that hold most of the power; of equally many, those with more. */
function mainBands(power: readonly number[]): Stretch {
  const wanted = MOSTLY * power.reduce((a, b) => a + b, 0);
  for (let count = 1; count < power.length; count++) {
    const sums = power.slice(0, power.length - count + 1).map((_, i) => {
      return power.slice(i, i + count).reduce((a, b) => a + b, 0);
    });
    const most = Math.max(...sums);
    if (most >= wanted) return { from: sums.indexOf(most), to: sums.indexOf(most) + count };
  }
  return { from: 0, to: power.length };
}

const hertz = (hz: number): string => formatNumber(Number(hz.toPrecision(2)), 0);

function bandText({ bands, powers }: Sound, loud: readonly boolean[]): string {
  const power = bands.map((_, band) =>
    loud.reduce((sum, isLoud, frame) => sum + (isLoud ? powers[frame * bands.length + band]! : 0), 0),
  );
  const { from, to } = mainBands(power);
  if (to - from > bands.length / 2)
    return `spread over frequencies from ${hertz(bands[0]!.from)} to ${hertz(bands.at(-1)!.to)} Hz`;
  return `mostly between ${hertz(bands[from]!.from)} and ${hertz(bands[to - 1]!.to)} Hz`;
}

function timeText(stretches: readonly Stretch[], step: number): string {
  const at = (frame: number) => formatNumber(frame * step, 2);
  if (stretches.length <= LISTED)
    return `Loudest ${listText(stretches.map(({ from, to }) => `from ${at(from)} to ${at(to)} s`))}`;
  return `Loud in ${stretches.length} stretches between ${at(stretches[0]!.from)} and ${at(stretches.at(-1)!.to)} s`;
}

/** Middle against middle: where a word begins and fades, frames are neither. */
function restText(energy: readonly number[], inside: (frame: number) => boolean): string {
  const middle = (frames: number[]) => frames.sort((a, b) => a - b)[frames.length >> 1]!;
  const loud = middle(energy.filter((_, frame) => inside(frame)));
  const rest = middle(energy.filter((_, frame) => !inside(frame)));
  const quieter = 10 * Math.log10(loud / rest);
  return quieter < SILENT_DB ? `the rest is ${formatNumber(quieter, 0)} dB quieter` : "the rest is silent";
}

/** @example "1.0 seconds long. Loudest from 0.32 to 0.71 s, mostly between 300 and 900 Hz; the rest is 21 dB quieter. Its peak is 0.42 of 1." */
export function soundWords(sound: Sound): string {
  const { powers, bands, step } = sound;
  const length = `${formatNumber(secondsOf(sound), 1)} seconds long`;
  const energy = Array.from({ length: Math.floor(powers.length / bands.length) }, (_, frame) =>
    powers.subarray(frame * bands.length, (frame + 1) * bands.length).reduce((a, b) => a + b, 0),
  );
  const most = Math.max(0, ...energy);
  if (most === 0) return `${length}, and silent.`;
  const loud = energy.map((power) => power >= LOUD * most);
  const stretches = stretchesOf(loud, step);
  const inside = (frame: number) => stretches.some(({ from, to }) => from <= frame && frame < to);
  const covered = stretches.reduce((sum, { from, to }) => sum + to - from, 0) / energy.length;
  const where =
    covered > THROUGHOUT
      ? `About equally loud throughout, ${bandText(sound, loud)}`
      : `${timeText(stretches, step)}, ${bandText(sound, loud)}; ${restText(energy, inside)}`;
  return `${length}. ${where}. Its peak is ${formatNumber(peakOf(sound), 2)} of 1.`;
}
