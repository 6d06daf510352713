/** One column of px, one stroke from the lowest to the highest sample in it. */
import { useMemo } from "react";
import { drawRole } from "../../../ink/roles";
import { axisOf } from "../../axes";
import { Foot, Grid } from "../../axes-drawn";
import { CutMarks } from "../../cut-marks";
import { chartFrame } from "../../frame";
import type { DrawProps } from "../../kind";
import { Fields } from "../../marks/field";
import { Marks } from "../../marks/marks";
import { marksOf } from "../../marks/model";
import { bandPath } from "../../paths";
import { type Plane, xPixel, yPixel } from "../../plane";
import { FONT } from "../../templates";
import { Uprights } from "../../uprights";
import { sampleCuts } from "./cuts";
import { envelopeOf } from "./envelope";
import type { WaveformChart } from "./model";

/** Silence is drawn too: a line this thick, px. */
const HAIR = 1;

export function Draw(props: DrawProps<WaveformChart>) {
  const { shown: chart, label, width, theme, band, moment, uprights, ticksBelow, named, plot } = props;
  const headroom = named && marksOf(chart.marks, "change").length > 0;
  const { level } = chart;
  const plane = useMemo((): Plane => {
    const frame = chartFrame({ width, theme, band, height: "low", ticksBelow, headroom, plot });
    return {
      frame,
      x: axisOf(props.chart.x),
      y: axisOf({ label: "", min: -level, max: level, ticks: [-level, 0, level] }),
    };
  }, [width, theme, band, ticksBelow, headroom, plot, props.chart.x, level]);
  const { frame } = plane;
  const role = drawRole(chart.role, theme, frame.large);
  const path = useMemo(() => {
    const [left, right] = [chart.start, chart.start + chart.samples.length / chart.rate].map((x) => xPixel(plane, x));
    const { x, step, low, high } = envelopeOf(chart, right! - left!);
    const y = (value: number) => yPixel(plane, Math.min(level, Math.max(-level, value)));
    return bandPath(
      x.map((at) => xPixel(plane, at + step / 2)),
      low.map((value) => y(value) + HAIR / 2),
      high.map((value) => y(value) - HAIR / 2),
    );
  }, [chart, plane, level]);
  const cuts = useMemo(() => sampleCuts(chart), [chart]);
  const place = { plane, theme, moment, named, start: chart.start, ends: [] };
  return (
    <svg className="dl-drawing" width={width} height={frame.height} role="img" aria-label={label} fontFamily={FONT}>
      <Fields marks={marksOf(chart.marks, "field")} {...place} />
      <Grid plane={plane} theme={theme} />
      <path d={path} fill={role.line} />
      <Uprights lines={uprights} {...place} from={frame.top} to={frame.height - frame.bottom} />
      <Marks marks={chart.marks} {...place} />
      <CutMarks
        cuts={cuts}
        pixel={(x) => xPixel(plane, x)}
        left={frame.left}
        right={frame.width - frame.right}
        top={frame.top}
        bottom={frame.height - frame.bottom}
        tickSize={frame.tickSize}
        theme={theme}
      />
      {ticksBelow && <Foot plane={plane} theme={theme} label={chart.x.label} />}
    </svg>
  );
}
