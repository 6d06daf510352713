/** Plays a sound when it is pressed, and stops it when it is pressed again. */
import { Play, Square } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Sound } from "../../runtime/sound";
import { useReducedMotion } from "../design/screen";
import { type PlayState, pageSpeaker, type Turn } from "./speaker";
import "./sound.css";

interface PlayButtonProps {
  /** What is played, as the button says it: "clip 3". */
  readonly name: string;
  /** Asked at every press. */
  readonly load: () => Promise<Sound>;
  /** Where the sound is, s, with every redraw of the screen; undefined once it is over. */
  readonly onMoment?: (seconds: number | undefined) => void;
}

export function PlayButton({ name, load, onMoment }: PlayButtonProps) {
  const [state, setState] = useState<PlayState>({ kind: "silent" });
  const turn = useRef<Turn>(undefined);
  const tell = useRef(onMoment);
  const still = useReducedMotion();
  const plays = state.kind === "playing";
  const on = plays || state.kind === "loading";

  useEffect(() => {
    tell.current = onMoment;
  });

  useEffect(() => () => turn.current?.stop(), []);

  useEffect(() => {
    if (!plays || still) return;
    let next = requestAnimationFrame(function follow() {
      tell.current?.(turn.current?.seconds());
      next = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(next);
      tell.current?.(undefined);
    };
  }, [plays, still]);

  return (
    <>
      <button
        type="button"
        className="dl-round dl-sound-play"
        aria-label={`${on ? "Stop" : "Play"} ${name}`}
        aria-busy={state.kind === "loading"}
        data-sound={state.kind}
        onClick={() => {
          if (on) turn.current?.stop();
          else turn.current = pageSpeaker().play(load, setState);
        }}
      >
        {on ? <Square aria-hidden="true" /> : <Play aria-hidden="true" />}
      </button>
      {state.kind === "failed" && (
        <p role="alert" className="dl-sound-trouble" data-of={state.of}>
          {state.words}
        </p>
      )}
    </>
  );
}
