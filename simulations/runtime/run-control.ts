/**
 * Values in, frames out. While a run has not answered yet, newer values wait in one place (the newest wins), so that a
 * dragged slider is followed without a queue and without starving the first answer.
 */
import { collectRun } from "./collect-run";
import type { Core } from "./core-state";
import type { AnyValues } from "./knobs";
import type { Pins } from "./pins";
import { createPlayer } from "./player";
import type { Task } from "./pool";
import type { Frame } from "./simulation";

export function createRunControl<F extends Frame>(core: Core<F>, pins: Pins<F>) {
  const { simulation, pool, moments, story, isStill, now, get, patch } = core;
  let task: Task | undefined;
  /** Newer values wait for the first answer of the run before. */
  let pending = false;
  let answered = false;
  /** The next frames are of another run of events: shown from its first moment. */
  let replay = false;
  let heldWhilePlaying = false;
  let unsubscribe: (() => void) | undefined;
  const player = createPlayer(core, () => task !== undefined);

  function compute(values: AnyValues): void {
    unsubscribe ??= pool.subscribe(() => patch(backend()));
    task?.cancel();
    pending = false;
    answered = false;
    patch({ status: "running", failure: undefined, stale: get().run !== undefined, ...backend() });
    task = collectRun<F>(
      pool,
      { simulation, values, now },
      {
        onProgress(run) {
          // What is played is the first replica: nothing is shown before it is here.
          if (story && run.frames[0]?.replicas.from !== 0) return;
          answered = true;
          patch({ run, stale: false });
          if (replay && !pending) {
            replay = false;
            if (!isStill?.()) player.play();
          }
          if (pending && !run.complete) again();
        },
        onDone() {
          task = undefined;
          if (pending) again();
          else {
            patch({ status: player.restingStatus() });
            pins.compute();
          }
        },
        onFailed(message) {
          task = undefined;
          pending = false;
          player.stop();
          patch({ status: "failed", failure: message, stale: get().run !== undefined });
        },
      },
    );
  }

  function again(): void {
    patch({ runCount: get().runCount + 1 });
    compute(get().values);
  }

  function backend() {
    const { backend, arithmetic, note } = pool.status();
    return { backend, arithmetic, backendNote: note };
  }

  return {
    player,
    compute,
    backend,
    /** Computes the values as they are now, as soon as the run before has answered. */
    follow() {
      if (get().status === "failed" || !task || answered) again();
      else pending = true;
    },
    /** Whether what is being computed has these very values. */
    isCurrent: () => task !== undefined && !pending,
    /** The next run of events is shown from its first moment. */
    rewind(values: AnyValues) {
      player.stop();
      replay = true;
      patch({ moment: moments?.(values).min });
    },
    /** An act's consequences are not known yet: time goes on when they are. */
    waitForConsequences() {
      player.stop();
      replay = true;
    },
    settle() {
      if (!task) patch({ status: player.restingStatus() });
    },
    pause() {
      const wasPlaying = get().playing;
      player.stop();
      heldWhilePlaying = wasPlaying && task !== undefined;
      if (task) {
        task.hold();
        patch({ status: "paused" });
      } else if (wasPlaying) patch({ status: player.restingStatus() });
    },
    resume() {
      if (task && get().status === "paused") {
        patch({ status: "running" });
        task.release();
        if (heldWhilePlaying) player.play();
      } else player.play();
    },
    /** Ends what is computed and played; what is pinned goes on. */
    stop() {
      task?.cancel();
      task = undefined;
      pending = false;
      replay = false;
      player.stop();
    },
    leave() {
      unsubscribe?.();
      unsubscribe = undefined;
    },
  };
}
