/**
 * What the page plays: one sound at a time, and only after a press. The browser's AudioContext is made with the first press and
 * sleeps while nothing is heard. Loud sounds are played softer, quiet ones stay quiet; how loud all of it is, the reader's device says.
 */
import type { Sound } from "../../runtime/sound";
import { peakOf, secondsOf } from "./sound-charts";

/** No sample leaves the page larger than this. */
const MOST_LEVEL = 0.5;
/** A sound that begins or ends within less than this clicks, s. */
const FADE = 0.005;
/** After this long without a sound the device's audio is let go. */
const SLEEP_MS = 2000;
/** A browser or device that has not begun by now does not play. */
const PATIENCE_MS = 1500;

export type PlayState =
  | { readonly kind: "silent" | "loading" | "playing" }
  /** `words`: what the reader can do. `of`: whether there is no sound, or no way to play it. */
  | { readonly kind: "failed"; readonly of: "load" | "audio"; readonly words: string };

/** One press of Play. */
export interface Turn {
  stop(): void;
  /** Where the sound is, s; undefined before and after. */
  seconds(): number | undefined;
}

export interface Speaker {
  /** To be called by a press itself: browsers let sound begin only then. Whatever played before stops. */
  play(load: () => Promise<Sound>, onState: (state: PlayState) => void): Turn;
  stop(): void;
}

const failed = (words: string, of: "load" | "audio" = "audio"): PlayState => ({ kind: "failed", of, words });

const NO_AUDIO = failed("This browser cannot play sound here. The pictures show the clip, and the text describes it.");
const REFUSED = failed(
  "The browser does not let this page play sound. Allow sound for this site, then press Play again.",
);
const NO_OUTPUT = failed("This device plays no sound. Check its loudspeaker or headphones, then press Play again.");

/** Asks of the pool are rejected with a sentence for the reader. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\.?$/, ".");

const notLoaded = (error: unknown): PlayState =>
  failed(`The sound could not be loaded. ${reasonOf(error)} Press Play to try again.`, "load");
const notPlayed = (error: unknown): PlayState => failed(`The sound cannot be played. ${reasonOf(error)}`);

/** The same promise, or undefined once it has taken too long. */
const withPatience = <T>(promise: Promise<T>): Promise<T | undefined> =>
  Promise.race([promise, new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS))]);

/** How loud a sound is played. */
export const gainFor = (sound: Sound): number => Math.min(1, MOST_LEVEL / peakOf(sound));

/** Hands the sound to the context, faded in and out. */
function begin(context: AudioContext, sound: Sound, onEnded: () => void) {
  const buffer = context.createBuffer(1, sound.samples.length, sound.rate);
  buffer.getChannelData(0).set(sound.samples);
  const source = context.createBufferSource();
  const gain = context.createGain();
  source.buffer = buffer;
  source.connect(gain).connect(context.destination);
  const from = context.currentTime;
  const to = from + secondsOf(sound);
  const level = gainFor(sound);
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(level, from + FADE);
  gain.gain.setValueAtTime(level, Math.max(from + FADE, to - FADE));
  gain.gain.linearRampToValueAtTime(0, to);
  source.onended = onEnded;
  source.start(from);
  return {
    seconds: () => Math.min(to - from, Math.max(0, context.currentTime - from)),
    stop() {
      source.onended = null;
      const now = context.currentTime;
      gain.gain.cancelScheduledValues(now);
      gain.gain.setTargetAtTime(0, now, FADE / 2);
      source.stop(now + 4 * FADE);
    },
  };
}

export function createSpeaker(open: () => AudioContext): Speaker {
  let context: AudioContext | undefined;
  let current: Turn | undefined;
  let sleep: ReturnType<typeof setTimeout> | undefined;

  /** Awake by the press; undefined where there is no audio. */
  function woken(): { context: AudioContext; running: Promise<void> } | undefined {
    clearTimeout(sleep);
    try {
      context ??= open();
      // Also where it still runs: it may be about to fall asleep.
      return { context, running: context.resume() };
    } catch {
      return undefined;
    }
  }

  function play(load: () => Promise<Sound>, onState: (state: PlayState) => void): Turn {
    current?.stop();
    let playing: ReturnType<typeof begin> | undefined;
    let watch: ReturnType<typeof setTimeout> | undefined;
    const turn: Turn = {
      stop: () => over({ kind: "silent" }),
      seconds: () => playing?.seconds(),
    };
    function over(state: PlayState): void {
      if (current !== turn) return;
      current = undefined;
      clearTimeout(watch);
      playing?.stop();
      playing = undefined;
      sleep = setTimeout(() => void context?.suspend().catch(() => undefined), SLEEP_MS);
      onState(state);
    }
    current = turn;
    onState({ kind: "loading" });
    const audio = woken();
    if (!audio) {
      over(NO_AUDIO);
      return turn;
    }
    void (async () => {
      const sound = await load().catch((error: unknown) => over(notLoaded(error)));
      if (!sound || current !== turn) return;
      await withPatience(audio.running.catch(() => undefined));
      if (current !== turn) return;
      if (audio.context.state !== "running") return over(REFUSED);
      try {
        playing = begin(audio.context, sound, turn.stop);
      } catch (error) {
        return over(notPlayed(error));
      }
      onState({ kind: "playing" });
      // The clock of a context without a device stands still.
      watch = setTimeout(() => playing?.seconds() === 0 && over(NO_OUTPUT), PATIENCE_MS);
    })();
    return turn;
  }
  return { play, stop: () => current?.stop() };
}

let speaker: Speaker | undefined;

/** The page's own. A page that is hidden or left is silent. */
export function pageSpeaker(): Speaker {
  if (speaker) return speaker;
  const made = createSpeaker(() => new AudioContext());
  addEventListener("pagehide", made.stop);
  document.addEventListener("visibilitychange", () => document.hidden && made.stop());
  speaker = made;
  return made;
}
