/** A sound as models of charts, for a clip's own pictures and for the charts of a simulation. Pure. */
import type { Sound } from "../../runtime/sound";
import type { SpectrogramChart, WaveformChart } from "../chart/model";

/** What the axes reach. Clips that are compared share one, or the eye takes a quiet clip for a loud one. */
export interface SoundScale {
  /** Seconds. */
  readonly seconds: number;
  /** The waveform's axis goes from −level to level. */
  readonly level: number;
  /** The power that is 0 dB. */
  readonly loudest: number;
}

export const secondsOf = ({ samples, rate }: Sound): number => samples.length / rate;

export function peakOf({ samples }: Sound): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}

/** Ends of the waveform's axis. */
const LEVELS = [0.1, 0.25, 0.5, 0.75] as const;

/** The scale that holds all of them. */
export function scaleOf(sounds: readonly Sound[]): SoundScale {
  const peak = Math.max(0, ...sounds.map(peakOf));
  return {
    seconds: Math.max(0, ...sounds.map(secondsOf)),
    level: LEVELS.find((level) => peak <= level) ?? 1,
    loudest: sounds.reduce((most, { powers }) => powers.reduce((a, b) => Math.max(a, b), most), 0),
  };
}

/** What is paler than this is not drawn, dB. */
const SHOWN_DB = 50;
/** No power at all has no decibels: it is told as this. */
const FLOOR_DB = -100;

const decibels = (power: number, loudest: number): number =>
  power > 0 && loudest > 0 ? Math.max(FLOOR_DB, 10 * Math.log10(power / loudest)) : FLOOR_DB;

type Common = "id" | "title" | "help" | "marks" | "timeline";

/** What a chart may say in other words. Without a scale the sound has its own. */
export interface WaveformWords extends Partial<Pick<WaveformChart, Common | "role">> {
  readonly scale?: SoundScale | undefined;
}

export function waveformOf(sound: Sound, { scale = scaleOf([sound]), ...words }: WaveformWords = {}): WaveformChart {
  return {
    kind: "waveform",
    id: "waveform",
    title: "Waveform",
    help: "How far the air moves at each moment: the lowest and the highest sample in each column. A taller column is louder.",
    unit: "samples, from −1 to 1",
    digits: 2,
    x: { label: "seconds", min: 0, max: scale.seconds },
    role: "ink",
    samples: sound.samples,
    start: 0,
    rate: sound.rate,
    level: scale.level,
    timeline: false,
    ...words,
  };
}

export interface SpectrogramWords extends Partial<Pick<SpectrogramChart, Common>> {
  readonly scale?: SoundScale | undefined;
}

export function spectrogramOf(
  sound: Sound,
  { scale = scaleOf([sound]), ...words }: SpectrogramWords = {},
): SpectrogramChart {
  const { powers, bands, step } = sound;
  return {
    kind: "spectrogram",
    id: "spectrogram",
    title: "Spectrogram",
    help: "How loud each band of frequencies is at each moment: low frequencies at the bottom, high frequencies at the top. The bands are narrower where frequencies are low, because the ear hears finer differences there (mel scale); the numbers at the axis are rounded. The more a place stands out from the background, the louder it is. 0 dB is the loudest place; 10 dB less is a tenth of the power.",
    unit: "power in dB · frequency in Hz",
    digits: 0,
    x: { label: "seconds", min: 0, max: scale.seconds },
    start: 0,
    step,
    bands,
    bandUnit: "Hz",
    values: Array.from({ length: Math.floor(powers.length / bands.length) }, (_, frame) =>
      powers.subarray(frame * bands.length, (frame + 1) * bands.length).map((power) => decibels(power, scale.loudest)),
    ),
    shades: { min: -SHOWN_DB, max: 0, unit: "dB" },
    timeline: false,
    ...words,
  };
}
