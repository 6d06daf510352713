import { counted, type Draws, type Sample } from "../../sample";
import type { WaveformChart } from "./model";

const rate = 8000;

/** A spoken word as far as the eye is concerned: noise, and from 0.3 s on four syllables of falling loudness. */
export function samplesOf(draws: Draws, seconds: number): Float32Array {
  const pitch = 110 + 40 * draws.uniform();
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    const t = i / rate;
    const syllable =
      t > 0.3 && t < 1.2 ? Math.max(0, Math.sin(((t - 0.3) / 0.225) * Math.PI)) ** 0.7 * (1.1 - 0.6 * t) : 0;
    const voice = [1, 2, 3, 5].reduce((sum, k) => sum + Math.sin(2 * Math.PI * pitch * k * t) / k, 0) / 2;
    return 0.7 * syllable * voice + draws.normal(0, 0.012);
  });
}

export function sample(draws: Draws): Sample<WaveformChart> {
  const seconds = 1.5;
  const chart: WaveformChart = {
    kind: "waveform",
    id: "waveform",
    title: "Recording",
    help: "Each column shows the lowest and the highest sample in it.",
    unit: "amplitude, from −1 to 1",
    digits: 2,
    x: { label: "seconds", min: 0, max: seconds, ticks: counted(4).map((i) => i / 2) },
    role: "ink",
    samples: samplesOf(draws, seconds),
    start: 0,
    rate,
    level: 1,
    timeline: true,
    marks: [{ kind: "field", from: 0.28, to: 1.22, label: "sent to the cloud" }],
  };
  return { charts: [chart], rows: [50 + 2] };
}
