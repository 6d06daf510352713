/** Clips in a list, each to be heard, seen and read, with room for what belongs to it: a label, tags, an answer. */
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { Sound } from "../../runtime/sound";
import { ChartHead } from "../chart/chart-head";
import { useDrawing } from "../chart/drawing";
import { chartFrame } from "../chart/frame";
import type { Chart } from "../chart/model";
import { tablesOf } from "../chart/table";
import { useBand, useTheme } from "../design/screen";
import { TableView } from "../results/table-view";
import { PlayButton } from "./play-button";
import { type SoundScale, spectrogramOf, waveformOf } from "./sound-charts";
import { type PicturesProps, picturesOf, type Shown, SoundPictures } from "./sound-pictures";
import { soundWords } from "./sound-words";
import { useSound } from "./use-sound";
import "../results/table.css";
import "./sound.css";

interface Listed {
  readonly show: Shown;
  readonly scale?: SoundScale | undefined;
}

const InList = createContext<Listed>({ show: "both" });

const NO_SOUND: Sound = { samples: new Float32Array(), rate: 1, powers: new Float32Array(), step: 1, bands: [] };

/** Name, unit, (?) and key of one kind of picture, for all clips. */
function PictureHead({ chart }: { readonly chart: Chart }) {
  const found = useDrawing(chart);
  const frame = chartFrame({ width: 0, theme: useTheme(), band: useBand() });
  return (
    <ChartHead chart={chart}>
      {found && found !== "failed" && found.Key && <found.Key chart={chart} frame={frame} />}
    </ChartHead>
  );
}

interface ClipListProps extends Partial<Listed> {
  /** What they are: "Clips the model got wrong". */
  readonly label: string;
  /** Each a <Clip>, with a `key` that names its sound. */
  readonly children?: ReactNode;
}

export function ClipList({ label, show = "both", scale, children }: ClipListProps) {
  const listed = useMemo(() => ({ show, scale }), [show, scale]);
  return (
    <div className="dl-clips">
      <div className="dl-clips-head">
        {show !== "spectrogram" && <PictureHead chart={waveformOf(NO_SOUND)} />}
        {show !== "waveform" && <PictureHead chart={spectrogramOf(NO_SOUND)} />}
      </div>
      <ol aria-label={label}>
        <InList value={listed}>{children}</InList>
      </ol>
    </div>
  );
}

/** Made when it is opened: a spectrogram has a thousand numbers. */
function Numbers(pictures: PicturesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details className="dl-clip-numbers" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        Table<span className="dl-hidden">{`: ${pictures.name}`}</span>
      </summary>
      {open && <TableView tables={picturesOf(pictures).flatMap((chart) => tablesOf(chart))} />}
    </details>
  );
}

interface ClipProps extends Pick<PicturesProps, "name" | "marks"> {
  /** Asked once, when the clip comes into view or is played. */
  readonly load: () => Promise<Sound>;
  /** What belongs to it; reached after Play, before the table. */
  readonly children?: ReactNode;
}

export function Clip({ name, load, marks, children }: ClipProps) {
  const ref = useRef<HTMLLIElement>(null);
  const { sound, reason, load: ask } = useSound(ref, load);
  const [moment, setMoment] = useState<number>();
  const { show, scale } = useContext(InList);
  // Not with every redraw while it plays.
  const words = useMemo(() => sound && soundWords(sound), [sound]);
  return (
    <li ref={ref} className="dl-clip" data-clip={sound ? "there" : reason ? "missing" : "awaited"}>
      <div className="dl-clip-name">
        <PlayButton name={name} load={ask} onMoment={setMoment} />
        <strong>{name}</strong>
      </div>
      <div className="dl-clip-seen" data-show={show}>
        {sound && <SoundPictures {...{ sound, name, show, scale, marks, moment }} headed={false} />}
        {words && <p className="dl-clip-words">{words}</p>}
        <div role="status">
          {reason && (
            <p className="dl-clip-words">{`This clip could not be made. ${reason} Press Play to try again.`}</p>
          )}
        </div>
      </div>
      {children && <div className="dl-clip-own">{children}</div>}
      {sound && <Numbers {...{ sound, name, show, scale, marks }} />}
    </li>
  );
}
