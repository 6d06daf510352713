import { counted, type Draws, type Sample } from "../../sample";
import type { SpectrogramChart } from "./model";

/** Edges of bands that are equally wide in mel (O'Shaughnessy 1987). */
function melEdges(from: number, to: number, bands: number): number[] {
  const mel = (hz: number) => 2595 * Math.log10(1 + hz / 700);
  const hz = (m: number) => 700 * (10 ** (m / 2595) - 1);
  return counted(bands + 1).map((i) => hz(mel(from) + ((mel(to) - mel(from)) * i) / bands));
}

export function sample(draws: Draws): Sample<SpectrogramChart> {
  const edges = melEdges(100, 3800, 12);
  const frames = 148;
  const formant = 2 + draws.integer(2);
  const chart: SpectrogramChart = {
    kind: "spectrogram",
    id: "spectrogram",
    title: "Spectrogram",
    help: "Power in 12 bands that are equally wide in mel, in frames of 25 ms, one every 10 ms. The more a cell stands out from the background, the louder it is.",
    unit: "power in dB · frequency in Hz, low at the bottom",
    digits: 0,
    x: { label: "seconds", min: 0, max: 1.5, ticks: counted(4).map((i) => i / 2) },
    start: 0,
    step: 0.01,
    bands: edges.slice(1).map((to, i) => ({ from: edges[i]!, to })),
    bandUnit: "Hz",
    values: counted(frames).map((frame) => {
      const t = frame / 100;
      const voiced = t > 0.3 && t < 1.2 ? Math.max(0, Math.sin(((t - 0.3) / 0.225) * Math.PI)) : 0;
      return counted(12).map((band) => {
        const glide = formant + 3 * Math.sin(4 * t);
        const peak = Math.exp(-((band - glide) ** 2) / 3) + 0.6 * Math.exp(-((band - glide - 5) ** 2) / 2);
        return -62 + 55 * Math.sqrt(voiced) * peak + draws.normal(0, 2.5);
      });
    }),
    shades: { min: -60, max: -10, unit: "dB" },
    timeline: true,
  };
  return { charts: [chart], rows: [frames] };
}
