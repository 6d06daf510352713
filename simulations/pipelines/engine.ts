/**
 * The pipeline: a phone captures sound, a detector decides which stretches are sent, a recogniser answers each of them.
 *
 * Detector and recogniser are trained before anything changes and stay as they are. Then one thing upstream of the recogniser is
 * changed, and the same recordings are heard with and without the change. Stretches sent before and after are crossed with the
 * sound before and after, so that the loss can be told apart. Metrics of all stages are compared with those of a reference window:
 * other recordings, before the change.
 */
import { createMemory, type Memory } from "../core/memory";
import { framesOnly } from "../core/steps";
import { framesOfStretches } from "../core/worlds/clips/voice";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type Capture, captureOf, recordingsOf, type WindowName } from "./engine-capture";
import { capturedWindow, gateOf, type Listened, listen, type Source, stretchesOf } from "./engine-detector";
import { metricsOf, movedBy } from "./engine-metrics";
import { type Models, modelOf, trainModels } from "./engine-models";
import { accuracyOf, answersTo, lostShare, type Sent } from "./engine-recogniser";
import { cells, frontierThresholds, metrics, type PipelinesFrame } from "./frames";
import type { PipelinesValues } from "./knobs";

/** Models do not depend on the knobs, and what a detector hears not on its gate. */
interface Remembered {
  readonly models: Memory<Models>;
  readonly listened: Memory<Listened>;
}

function* simulate(
  remembered: Remembered,
  values: PipelinesValues,
  replicas: ReplicaRange,
): Generator<PipelinesFrame | undefined> {
  yield undefined;
  const { seed } = values;
  const size = replicas.to - replicas.from;
  const key = JSON.stringify([seed, replicas.from, replicas.to]);
  let models = remembered.models.get(key);
  if (!models) {
    models = yield* trainModels(seed, replicas);
    remembered.models.set(key, models);
  }
  const frame: PipelinesFrame = {
    moment: 0,
    replicas,
    accuracy: new Float32Array(cells.length * size),
    lost: new Float32Array(2 * size),
    saved: new Float32Array(2 * size),
    frontier: {
      saved: new Float32Array(2 * frontierThresholds.length * size),
      accuracy: new Float32Array(2 * frontierThresholds.length * size),
    },
    metrics: {
      reference: new Float32Array(metrics.length * size),
      current: new Float32Array(metrics.length * size),
      moved: new Float32Array(metrics.length * size),
    },
  };
  for (let r = 0; r < size; r++) {
    judge(remembered.listened, values, replicas.from + r, models, r, frame);
    yield undefined;
  }
  yield frame;
}

/** Runs one replica's recordings through the pipeline and writes what comes of it into the frame. */
function judge(
  listened: Memory<Listened>,
  values: PipelinesValues,
  replica: number,
  { detectors, recognisers }: Models,
  r: number,
  frame: PipelinesFrame,
): void {
  const { seed, snr, change } = values;
  const size = frame.replicas.to - frame.replicas.from;
  const hear = (window: WindowName, capture: Capture) => {
    const source: Source = { window, capture, seed, snr, replica };
    const key = JSON.stringify([window, capture, seed, snr, replica]);
    const powers = capturedWindow(source);
    let found = listened.get(key);
    if (!found) {
      found = listen(detectors, r, powers);
      listened.set(key, found);
    }
    return { ...found, powers };
  };
  const reference = hear("reference", "usual");
  const before = hear("current", "usual");
  const capture = captureOf(change);
  const after = capture === "usual" ? before : hear("current", capture);
  const updated = change === "vad-update";

  const old = gateOf(values, false);
  const now = gateOf(values, updated);
  const oldSent = stretchesOf(before, old);
  const newSent = stretchesOf(after, now);
  const curve = [
    ...frontierThresholds.map(
      (threshold): Sent => ({ stretches: stretchesOf(before, { ...old, threshold }), powers: before.powers }),
    ),
    ...frontierThresholds.map(
      (threshold): Sent => ({ stretches: stretchesOf(after, { ...now, threshold }), powers: after.powers }),
    ),
  ];
  const referenceSent: Sent = { stretches: stretchesOf(reference, old), powers: reference.powers };
  const sent: Sent[] = [
    { stretches: oldSent, powers: before.powers },
    { stretches: oldSent, powers: after.powers },
    { stretches: newSent, powers: before.powers },
    { stretches: newSent, powers: after.powers },
    referenceSent,
    ...(change === "none" ? curve.slice(0, frontierThresholds.length) : curve),
  ];
  const answers = answersTo(modelOf(recognisers, r), sent);
  const recordings = recordingsOf("current", seed, snr, replica);
  const frames = recordings.reduce((sum, recording) => sum + recording.frames, 0);
  const saved = (stretches: Sent["stretches"]) =>
    1 - stretches.reduce((sum, each) => sum + framesOfStretches(each), 0) / frames;

  cells.forEach((_, c) => {
    frame.accuracy[c * size + r] = accuracyOf(recordings, sent[c]!, answers[c]!);
  });
  [oldSent, newSent].forEach((stretches, i) => {
    frame.lost[i * size + r] = lostShare(recordings, stretches);
    frame.saved[i * size + r] = saved(stretches);
  });
  curve.forEach((_, i) => {
    const at = cells.length + 1 + (change === "none" ? i % frontierThresholds.length : i);
    frame.frontier.saved[i * size + r] = saved(sent[at]!.stretches);
    frame.frontier.accuracy[i * size + r] = accuracyOf(recordings, sent[at]!, answers[at]!);
  });
  const then = metricsOf(reference, referenceSent.stretches, answers[cells.length]!);
  const current = metricsOf(after, newSent, answers[3]!);
  metrics.forEach((_, m) => {
    const moved = movedBy(then[m]!, current[m]!);
    frame.metrics.reference[m * size + r] = moved.reference;
    frame.metrics.current[m * size + r] = moved.current;
    frame.metrics.moved[m * size + r] = moved.moved;
  });
}

/** Enough for the windows of 32 replicas before and after a change, and after another. */
const mostListened = 128;

export function createEngine() {
  const remembered: Remembered = { models: createMemory(16), listened: createMemory(mostListened) };
  return {
    run: (values: PipelinesValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<PipelinesValues, PipelinesFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export const run = (values: PipelinesValues, replicas: ReplicaRange): Generator<PipelinesFrame> =>
  framesOnly(shared.run(values, replicas));
