import { formatNumber } from "../../../ink/format";
import { asNumber, markSentence, sentences, withUnit } from "../../cells";
import { cutWords } from "../../cuts";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import { sampleCuts } from "./cuts";
import { envelopeOf } from "./envelope";
import type { WaveformChart } from "./model";

/** Rows of the table: a recording of a second and a half in steps of about 30 ms. */
const rows = 50;

function loudest({ samples, start, rate }: WaveformChart): { value: number; x: number } {
  let at = 0;
  for (let i = 1; i < samples.length; i++) if (Math.abs(samples[i]!) > Math.abs(samples[at]!)) at = i;
  return { value: Math.abs(samples[at] ?? 0), x: start + at / rate };
}

export const waveform: ChartKind<WaveformChart> = {
  sentence(chart) {
    const { samples, start, rate, digits, x } = chart;
    if (samples.length === 0) return sentences(`${chart.title}, ${chart.unit}`, "No samples yet");
    const peak = loudest(chart);
    const end = start + samples.length / rate;
    return sentences(
      `${chart.title}, ${chart.unit}`,
      `From ${formatNumber(start, 2)} to ${formatNumber(end, 2)} on the axis ${x.label}; the largest value is ${formatNumber(peak.value, digits)}, at ${formatNumber(peak.x, 2)}`,
      markSentence(chart),
      "The values are under Table",
    );
  },
  tables(chart) {
    const { x, step, low, high } = envelopeOf(chart, rows);
    return [
      {
        caption: withUnit(chart),
        columns: [`${chart.x.label}, from`, "to", "lowest", "highest"],
        rows: [
          ...x.map((from, i) => [
            asNumber(from, 3),
            asNumber(from + step, 3),
            asNumber(low[i], chart.digits),
            asNumber(high[i], chart.digits),
          ]),
          ...markRows(chart.marks).map((mark) => [asNumber(mark.x, 3), mark.label, "", ""]),
        ],
      },
    ];
  },
  figures: (chart) => [
    ...Array.from(chart.samples, (value, i) => ({ series: "samples", x: chart.start + i / chart.rate, value })),
    ...markRows(chart.marks).map(({ label, x }) => ({ series: label, x })),
  ],
  beyond: (chart) => cutWords(sampleCuts(chart)),
  load: () => import("./draw"),
  timed: ({ timeline }) => (timeline ? "low" : undefined),
  at(chart, moment) {
    const reached = Math.max(0, Math.floor((moment - chart.start) * chart.rate + 1e-9) + 1);
    if (!chart.timeline || reached >= chart.samples.length) return chart;
    return { ...chart, samples: chart.samples.slice(0, reached) };
  },
  range: ({ level }) => ({ y: [-level, level] }),
  onRange: (chart, { y }) => ({ ...chart, level: y[1] }),
};
