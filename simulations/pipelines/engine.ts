/**
 * The pipeline: a phone captures sound, a voice-activity detector (VAD) decides which stretches are sent, a recogniser answers
 * each of them.
 *
 * VAD and recogniser are trained before anything changes and stay as they are. Then one thing upstream of the recogniser is
 * changed, and the same recordings are heard with and without the change. Stretches sent before and after are crossed with the
 * sound before and after, so that the loss can be told apart. Metrics of all stages are compared with those of a reference window:
 * other recordings, before the change.
 */
import { createMemory, type Memory } from "../core/memory";
import { framesOnly } from "../core/steps";
import { summed } from "../core/worlds/clips/pooled";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type Capture, captureOf, recordingsOf, type WindowName } from "./engine-capture";
import { capturedWindow, gateOf, type Listened, listen, stretchesOf } from "./engine-detector";
import { metricsOf, movedBy } from "./engine-metrics";
import { type Models, modelOf, trainModels } from "./engine-models";
import { accuracyOf, answersTo, lostShare, type Sent, savedShare } from "./engine-recogniser";
import { cells, frontierThresholds, metrics, type PipelinesFrame } from "./frames";
import type { PipelinesValues } from "./knobs";

interface Curve {
  readonly saved: readonly number[];
  readonly accuracy: readonly number[];
}

/** Models do not depend on the knobs, what a VAD hears not on its gate, and a curve over thresholds not on the threshold that is set. */
interface Remembered {
  readonly models: Memory<Models>;
  readonly listened: Memory<Listened>;
  readonly curves: Memory<Curve>;
}

function remember<T>(memory: Memory<T>, key: readonly (string | number)[], make: () => T): T {
  const name = key.join();
  let found = memory.get(name);
  if (found === undefined) {
    found = make();
    memory.set(name, found);
  }
  return found;
}

function* simulate(
  remembered: Remembered,
  values: PipelinesValues,
  replicas: ReplicaRange,
): Generator<PipelinesFrame | undefined> {
  yield undefined;
  const { seed } = values;
  const size = replicas.to - replicas.from;
  const key = [seed, replicas.from, replicas.to].join();
  let models = remembered.models.get(key);
  if (!models) {
    models = yield* trainModels(seed, replicas);
    remembered.models.set(key, models);
  }
  const frame = emptyFrame(replicas);
  for (let r = 0; r < size; r++) {
    judge(remembered, values, models, r, frame);
    yield undefined;
  }
  yield frame;
}

function emptyFrame(replicas: ReplicaRange): PipelinesFrame {
  const numbers = (things: number) => new Float32Array(things * (replicas.to - replicas.from));
  const curves = 2 * frontierThresholds.length;
  return {
    moment: 0,
    replicas,
    accuracy: numbers(cells.length),
    lost: numbers(2),
    saved: numbers(2),
    frontier: { saved: numbers(curves), accuracy: numbers(curves) },
    metrics: {
      reference: numbers(metrics.length),
      current: numbers(metrics.length),
      moved: numbers(metrics.length),
    },
  };
}

/** Runs the recordings of the r-th replica through the pipeline and writes what comes of it into the frame. */
function judge(
  { listened, curves }: Remembered,
  values: PipelinesValues,
  { detectors, recognisers }: Models,
  r: number,
  frame: PipelinesFrame,
): void {
  const { seed, snr, change, preRoll, hangOver } = values;
  const size = frame.replicas.to - frame.replicas.from;
  const replica = frame.replicas.from + r;
  const recogniser = modelOf(recognisers, r);
  const hear = (window: WindowName, capture: Capture) => {
    const powers = capturedWindow({ window, capture, seed, snr, replica });
    const heard = remember(listened, [window, capture, seed, snr, replica], () => listen(detectors, r, powers));
    return { heard, sums: powers.map(summed) };
  };
  const reference = hear("reference", "usual");
  const before = hear("current", "usual");
  const capture = captureOf(change);
  const after = capture === "usual" ? before : hear("current", capture);
  const old = gateOf(values, false);
  const now = gateOf(values, change === "vad-update");
  const oldSent = stretchesOf(before.heard, old);
  const newSent = stretchesOf(after.heard, now);
  // #region excerpt: stages
  const sent: readonly Sent[] = [
    { stretches: oldSent, sums: before.sums },
    { stretches: oldSent, sums: after.sums },
    { stretches: newSent, sums: before.sums },
    { stretches: newSent, sums: after.sums },
    { stretches: stretchesOf(reference.heard, old), sums: reference.sums },
  ];
  // #endregion
  const answers = answersTo(recogniser, sent);
  const recordings = recordingsOf("current", seed, snr, replica);
  cells.forEach((_, c) => {
    frame.accuracy[c * size + r] = accuracyOf(recordings, sent[c]!, answers[c]!);
  });
  [oldSent, newSent].forEach((stretches, i) => {
    frame.lost[i * size + r] = lostShare(recordings, stretches);
    frame.saved[i * size + r] = savedShare(recordings, stretches);
  });
  [
    { which: "none", gate: old, source: before },
    { which: change, gate: now, source: after },
  ].forEach(({ which, gate, source }, i) => {
    const curve = remember(curves, [which, seed, snr, preRoll, hangOver, replica], () => {
      const at = frontierThresholds.map(
        (threshold): Sent => ({ stretches: stretchesOf(source.heard, { ...gate, threshold }), sums: source.sums }),
      );
      const given = answersTo(recogniser, at);
      return {
        saved: at.map(({ stretches }) => savedShare(recordings, stretches)),
        accuracy: at.map((each, t) => accuracyOf(recordings, each, given[t]!)),
      };
    });
    frontierThresholds.forEach((_, t) => {
      const place = (i * frontierThresholds.length + t) * size + r;
      frame.frontier.saved[place] = curve.saved[t]!;
      frame.frontier.accuracy[place] = curve.accuracy[t]!;
    });
  });
  const then = metricsOf(reference.heard, sent[4]!.stretches, answers[4]!);
  const current = metricsOf(after.heard, newSent, answers[3]!);
  metrics.forEach((_, m) => {
    const moved = movedBy(then[m]!, current[m]!);
    frame.metrics.reference[m * size + r] = moved.reference;
    frame.metrics.current[m * size + r] = moved.current;
    frame.metrics.moved[m * size + r] = moved.moved;
  });
}

/** Enough for the windows of 32 replicas before and after one change, and after another. */
const mostListened = 128;

export function createEngine() {
  const remembered: Remembered = {
    models: createMemory(16),
    listened: createMemory(mostListened),
    curves: createMemory(2 * mostListened),
  };
  return {
    run: (values: PipelinesValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<PipelinesValues, PipelinesFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export const run = (values: PipelinesValues, replicas: ReplicaRange): Generator<PipelinesFrame> =>
  framesOnly(shared.run(values, replicas));
