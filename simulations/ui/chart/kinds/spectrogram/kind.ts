import { formatNumber } from "../../../ink/format";
import { asNumber, markSentence, sentences, withUnit } from "../../cells";
import type { ChartKind } from "../../kind";
import { markRows } from "../../marks";
import type { SpectrogramChart } from "./model";

const bandText = ({ bands, bandUnit, rowName }: SpectrogramChart, band: number): string => {
  const { from, to } = bands[band]!;
  if (rowName) return `${rowName} ${formatNumber(from, 0)}`;
  return `${formatNumber(from, 0)}–${formatNumber(to, 0)} ${bandUnit}`;
};

function loudest({ values }: SpectrogramChart): { frame: number; band: number; value: number } {
  let best = { frame: 0, band: 0, value: Number.NEGATIVE_INFINITY };
  values.forEach((row, frame) => {
    row.forEach((value, band) => {
      if (value > best.value) best = { frame, band, value };
    });
  });
  return best;
}

export const spectrogram: ChartKind<SpectrogramChart> = {
  sentence(chart) {
    const { values, start, step, bands, digits, shades, x } = chart;
    if (values.length === 0) return sentences(`${chart.title}, ${chart.unit}`, "No frames yet");
    const { frame, band, value } = loudest(chart);
    if (chart.rowName)
      return sentences(
        `${chart.title}, ${chart.unit}`,
        `The highest value is ${formatNumber(value, digits)} ${shades.unit}: ${bandText(chart, band)}, ${x.label} ${formatNumber(start + frame * step, 0)}`,
        "The values are under Table",
      );
    return sentences(
      `${chart.title}, ${chart.unit}`,
      `${values.length} frames and ${bands.length} bands; the loudest is ${bandText(chart, band)} at ${formatNumber(start + frame * step, 2)} on the axis ${x.label}, with ${formatNumber(value, digits)} ${shades.unit}`,
      markSentence(chart),
      "The values are under Table",
    );
  },
  tables(chart) {
    const { bands, values, start, step, digits } = chart;
    return [
      {
        caption: withUnit(chart),
        columns: [chart.x.label, ...bands.map((_, band) => bandText(chart, band))],
        rows: [
          ...values.map((row, frame) => [
            asNumber(start + frame * step, 3),
            ...Array.from(row, (value) => asNumber(value, digits)),
          ]),
          ...markRows(chart.marks).map(({ x, label }) => [
            asNumber(x, 3),
            label,
            ...new Array<string>(Math.max(0, bands.length - 1)).fill(""),
          ]),
        ],
      },
    ];
  },
  figures: (chart) => [
    ...chart.values.flatMap((row, frame) =>
      Array.from(row, (value, band) => ({
        series: bandText(chart, band),
        x: Number((chart.start + frame * chart.step).toPrecision(12)),
        value,
      })).filter(({ value }) => Number.isFinite(value)),
    ),
    ...markRows(chart.marks).map(({ label, x }) => ({ series: label, x })),
  ],
  load: () => import("./draw"),
  timed: ({ timeline }) => (timeline ? "plot" : undefined),
  at(chart, moment) {
    const reached = Math.max(0, Math.floor((moment - chart.start) / chart.step + 1e-9) + 1);
    if (!chart.timeline || reached >= chart.values.length) return chart;
    return { ...chart, values: chart.values.slice(0, reached) };
  },
};
