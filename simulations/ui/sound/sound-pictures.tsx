/** Waveform and spectrogram of one sound on one axis of seconds, small enough for a list of clips. */
import { useMemo, useRef } from "react";
import type { Sound } from "../../runtime/sound";
import { HeadedChart, uprightsOf } from "../chart/chart-figure";
import type { ChangeMark, Chart, FieldMark } from "../chart/model";
import type { Upright } from "../chart/uprights";
import { useBand, useTheme, useWidth } from "../design/screen";
import { isPresented } from "../design/tokens";
import { presentedScale } from "../design/type-scale";
import { type SoundScale, spectrogramOf, waveformOf } from "./sound-charts";
import "./sound.css";

/** px between the axes, unpresented. */
const PLOT = { waveform: 48, spectrogram: 72 } as const;

export type Shown = "waveform" | "spectrogram" | "both";

export interface PicturesProps {
  readonly sound: Sound;
  /** What it is of: "Clip 3". */
  readonly name: string;
  readonly show?: Shown | undefined;
  /** Shared by sounds that are compared; else the sound has its own. */
  readonly scale?: SoundScale | undefined;
  /** Stretches and moments, s; named under Table, and in the picture where there is room. */
  readonly marks?: readonly (ChangeMark | FieldMark)[] | undefined;
}

/** Upper first. */
export function picturesOf({ sound, name, show = "both", scale, marks = [] }: PicturesProps): Chart[] {
  const words = { scale, marks };
  return [
    ...(show === "spectrogram" ? [] : [waveformOf(sound, { ...words, title: `${name}, waveform` })]),
    ...(show === "waveform" ? [] : [spectrogramOf(sound, { ...words, title: `${name}, spectrogram` })]),
  ];
}

interface DrawnProps extends PicturesProps {
  /** Where the sound is while it plays, s. */
  readonly moment?: number | undefined;
  /** false: what is drawn and in which unit is said above, as a list of clips does once for all. */
  readonly headed?: boolean;
}

const NO_PIN: readonly Chart[] = [];
const ALL = Number.POSITIVE_INFINITY;

export function SoundPictures({ sound, name, show, scale, marks, moment, headed = true }: DrawnProps) {
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const theme = useTheme();
  const band = useBand();
  const plotScale = isPresented(theme) ? presentedScale[band] : 1;
  const charts = useMemo(() => picturesOf({ sound, name, show, scale, marks }), [sound, name, show, scale, marks]);
  const changes = useMemo(() => charts.slice(0, 1).flatMap(uprightsOf), [charts]);
  const uprights: Upright[] = moment === undefined ? changes : [...changes, { kind: "moment", x: moment }];
  return (
    <div ref={ref} className="dl-sound-pictures">
      {width > 0 &&
        charts.map((chart, i) => (
          <figure key={chart.id} className="dl-chart">
            <HeadedChart
              {...{ chart, width, theme, band, uprights, headed }}
              pinned={NO_PIN}
              moment={ALL}
              ticksBelow={i === charts.length - 1}
              named={i === 0}
              plot={Math.round(PLOT[chart.kind as keyof typeof PLOT] * plotScale)}
            />
          </figure>
        ))}
    </div>
  );
}
