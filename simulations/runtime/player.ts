/** Moves the moment on by itself, and tells the status of a run that is not being computed. */
import type { Core } from "./core-state";
import type { ExperimentState } from "./experiment-state";
import type { Frame } from "./simulation";

/** Where there is no story, playing from the first to the last moment takes this long at speed 1: nothing moves on its own for more than five seconds. */
const PLAY_MS = 4800;
/** Faster than the screen there is nothing to see: then a tick takes several steps. */
const LEAST_TICK_MS = 16;
/** A tick that comes later than this was held up by more than a busy page. */
const MOST_LATE_MS = 1000;

export interface Player {
  play(): void;
  stop(): void;
  /** done at the run's end, paused before it, running while it plays. */
  restingStatus(): ExperimentState["status"];
}

/** Where no time passes nothing moves, and a run is done once it is there. */
const timeless = <F extends Frame>({ get }: Core<F>): Player => ({
  play() {},
  stop() {},
  restingStatus: () => (get().run ? "done" : "idle"),
});

export function createPlayer<F extends Frame>(core: Core<F>, computing: () => boolean): Player {
  const { get, patch, moments, story, now } = core;
  if (!moments) return timeless(core);
  const momentsNow = () => moments(get().run?.values ?? get().values);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const player: Player = {
    play() {
      const { run, playing, moment } = get();
      if (!run || playing) return;
      if (moment === undefined) patch({ moment: moments(run.values).min });
      patch({ playing: true });
      if (!computing()) patch({ status: "running" });
      tick(now());
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      if (get().playing) patch({ playing: false });
    },
    restingStatus() {
      const { run, moment, playing } = get();
      if (playing) return "running";
      if (!run) return "idle";
      return moment === undefined || moment >= moments(run.values).max ? "done" : "paused";
    },
  };

  /** @param since when the moment shown was due */
  function tick(since: number): void {
    const { min, max, step } = momentsNow();
    const every = (story?.playMs ?? PLAY_MS) / Math.max(1, Math.round((max - min) / step)) / get().speed;
    const steps = Math.max(1, Math.round(LEAST_TICK_MS / every));
    timer = setTimeout(() => {
      const late = now() - since;
      // A busy page does not slow time down; a page that slept goes on where it was.
      const due = late > MOST_LATE_MS ? steps : Math.max(steps, Math.floor(late / every));
      const next = (get().moment ?? max) + step * due;
      if (next >= max) {
        player.stop();
        patch({ moment: undefined });
        if (!computing()) patch({ status: player.restingStatus() });
      } else {
        patch({ moment: next });
        tick(late > MOST_LATE_MS ? now() : since + due * every);
      }
    }, every * steps);
  }
  return player;
}
