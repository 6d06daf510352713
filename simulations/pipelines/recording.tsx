/** One recording of the first replica: heard as it was captured and as it is sent, seen, and told. */
import { useCallback, useId, useMemo, useState } from "react";
import { pagePool } from "../pool";
import type { Sound } from "../runtime/sound";
import { ChartFigure } from "../ui/chart/chart-figure";
import type { FieldMark } from "../ui/chart/model";
import { tablesOf } from "../ui/chart/table";
import { useBand, useTheme } from "../ui/design/screen";
import { Said } from "../ui/ink/said";
import { TableView } from "../ui/results/table-view";
import { Clip, ClipList } from "../ui/sound/clips";
import { scaleOf } from "../ui/sound/sound-charts";
import { lanesChart } from "./chart-lanes";
import type { HeardRecording } from "./frames";
import type { PipelinesValues } from "./knobs";
import { pipelines } from "./simulation";
import { recordingWords } from "./words-recording";
import "./pipelines.css";

const timeLimitMs = 30_000;
/** Recordings that can be chosen. */
const shown = 6;
const outside = `${process.env.NEXT_PUBLIC_BASE_PATH ?? ""}/vad/fvad.wasm`;

/** Asked for once; whoever fails may ask again. */
function askFor(values: PipelinesValues, which: number): () => Promise<HeardRecording> {
  let asked: Promise<HeardRecording> | undefined;
  return () => {
    asked ??= pagePool()
      .ask(pipelines, "recording", { values, which, outside }, { timeLimitMs })
      .catch((error: unknown) => {
        asked = undefined;
        throw error;
      });
    return asked;
  };
}

function Lanes({ heard, changed }: { readonly heard: HeardRecording; readonly changed: boolean }) {
  const theme = useTheme();
  const band = useBand();
  const chart = useMemo(() => lanesChart(heard, changed), [heard, changed]);
  return (
    <>
      <ChartFigure chart={chart} theme={theme} band={band} moment={0} />
      <p className="dl-recording-words">
        <Said text={recordingWords(heard, changed)} />
      </p>
      <details className="dl-clip-numbers">
        <summary>
          Table<span className="dl-hidden">: what is said, and what is sent</span>
        </summary>
        <TableView tables={tablesOf(chart)} />
      </details>
    </>
  );
}

interface Props {
  readonly values: PipelinesValues;
}

export function OneRecording({ values }: Props) {
  const [which, setWhich] = useState(0);
  const id = useId();
  const { change, vadThreshold, preRoll, hangOver, snr, seed } = values;
  const key = [change, vadThreshold, preRoll, hangOver, snr, seed, which].join();
  const [found, setFound] = useState<{ readonly key: string; readonly heard: HeardRecording }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key holds all that matters
  const ask = useMemo(() => askFor(values, which), [key]);
  const load = useCallback(
    (part: (heard: HeardRecording) => Sound) => async () => {
      const heard = await ask();
      setFound({ key, heard });
      return part(heard);
    },
    [ask, key],
  );
  const whole = useMemo(() => load((heard) => heard.whole), [load]);
  const sent = useMemo(() => load((heard) => heard.sent), [load]);
  const heard = found?.key === key ? found.heard : undefined;
  const marks = useMemo<FieldMark[]>(
    () => (heard?.after ?? []).map(({ from, to }) => ({ kind: "field", from, to, label: "sent", quiet: true })),
    [heard],
  );
  const scale = useMemo(() => heard && scaleOf([heard.whole, heard.sent]), [heard]);
  return (
    <section className="dl-one-recording" aria-label="One recording">
      <h4>One recording of replica 1</h4>
      <p className="dl-one-recording-choice">
        <label htmlFor={id}>Recording</label>{" "}
        <select id={id} value={which} onChange={(event) => setWhich(Number(event.target.value))}>
          {Array.from({ length: shown }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: recordings are numbered
            <option key={i} value={i}>
              {i + 1}
            </option>
          ))}
        </select>
      </p>
      <ClipList key={key} label="The recording and what is sent of it" show="waveform" scale={scale}>
        <Clip name="Whole recording" load={whole} marks={marks} />
        <Clip name="What is sent" load={sent} />
      </ClipList>
      {heard && <Lanes heard={heard} changed={change !== "none"} />}
    </section>
  );
}
