/** The reader's own voice before the VAD: on this device only, and only while the reader wants it. */
import { Mic, Square } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { pagePool } from "../pool";
import { formatNumber } from "../ui/ink/format";
import { Said } from "../ui/ink/said";
import type { PipelinesValues } from "./knobs";
import { createLive, type Heard } from "./live";
import { type OpenMicrophone, openMicrophone, reasonOf, takenAway } from "./microphone";
import { pipelines } from "./simulation";
import "./pipelines.css";

type State =
  | { readonly is: "off" }
  | { readonly is: "asking" }
  | { readonly is: "on"; readonly heard: Heard }
  | { readonly is: "failed"; readonly words: string };

const timeLimitMs = 30_000;
const nothingYet: Heard = { level: -100, voice: 0, open: false, seconds: 0, sent: 0 };
/** dB that the meter begins with. */
const softest = -70;

/** Lets go of the microphone that another experiment of the page holds: one listens at a time. */
let letOthersGo: (() => void) | undefined;

function useOwnVoice(values: PipelinesValues) {
  const [state, setState] = useState<State>({ is: "off" });
  const open = useRef<OpenMicrophone>(undefined);
  /** Which press the microphone belongs to: what comes of an earlier one is let go. */
  const turn = useRef(0);

  const stop = useCallback((next: State = { is: "off" }) => {
    turn.current++;
    open.current?.stop();
    open.current = undefined;
    setState(next);
  }, []);

  const stopAsked = useCallback(() => stop(), [stop]);

  const start = async () => {
    if (letOthersGo !== stopAsked) letOthersGo?.();
    letOthersGo = stopAsked;
    const own = ++turn.current;
    setState({ is: "asking" });
    try {
      const detector = await pagePool().ask(pipelines, "detector", values.seed, { timeLimitMs });
      if (own !== turn.current) return;
      let live: ReturnType<typeof createLive> | undefined;
      const opened = await openMicrophone(
        (samples, rate) => {
          if (own !== turn.current) return;
          live ??= createLive(detector, values, rate);
          setState({ is: "on", heard: live(samples) });
        },
        () => own === turn.current && stop({ is: "failed", words: takenAway }),
      );
      if (own !== turn.current) return opened.stop();
      open.current = opened;
      setState({ is: "on", heard: nothingYet });
    } catch (error) {
      if (own === turn.current) stop({ is: "failed", words: reasonOf(error) });
    }
  };

  // Nobody listens to a page that is hidden or left, or to settings that are no longer set.
  useEffect(() => {
    const hide = () => document.hidden && stop();
    const leave = () => stop();
    document.addEventListener("visibilitychange", hide);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", hide);
      removeEventListener("pagehide", leave);
    };
  }, [stop]);
  const { seed, vadThreshold, preRoll, hangOver } = values;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed knob stops it
  useEffect(() => () => stop(), [stop, seed, vadThreshold, preRoll, hangOver]);
  return { state, start, stop };
}

function Meter({ heard }: { readonly heard: Heard }) {
  const { level, open, seconds, sent } = heard;
  const shown = Math.min(0, Math.max(softest, level));
  const saved = seconds > 0 ? 100 * (1 - sent / seconds) : 0;
  return (
    <div className="dl-own-voice-heard" data-open={open}>
      <meter aria-label="Level of the microphone in dB" min={softest} max={0} value={shown} />
      <p>
        <strong>
          <Said text={open ? "Voice: would be sent" : "No voice: not sent"} />
        </strong>
        <Said
          text={` · ${formatNumber(sent, 1)} of ${formatNumber(seconds, 1)} seconds would be sent: ${formatNumber(saved, 0)} % of the bandwidth saved`}
        />
      </p>
    </div>
  );
}

export function OwnVoice({ values }: { readonly values: PipelinesValues }) {
  const { state, start, stop } = useOwnVoice(values);
  const on = state.is === "on" || state.is === "asking";
  return (
    <section className="dl-own-voice" aria-label="Your own voice" data-microphone={state.is}>
      <h4>Your own voice</h4>
      <p>
        The VAD of replica 1 can listen to your microphone. Your voice stays on this device: nothing is recorded, kept
        or sent. Listening stops when you press the button again, change a setting, or leave or hide this page. You do
        not need a microphone for this lesson.
      </p>
      <button
        type="button"
        className="dl-quiet"
        aria-busy={state.is === "asking"}
        onClick={() => (on ? stop() : void start())}
      >
        {on ? <Square aria-hidden="true" /> : <Mic aria-hidden="true" />}{" "}
        <Said text={on ? "Stop listening" : "Use my microphone"} />
      </button>
      {state.is === "on" && <Meter heard={state.heard} />}
      {state.is === "failed" && (
        <p role="alert" className="dl-own-voice-trouble">
          {state.words}
        </p>
      )}
    </section>
  );
}
