/** The service of each replica: its recogniser, really trained, the clips it answered, and the events that come over it. */
import { predictMlp } from "../core/models/mlp";
import { likeliest, trainRecognisersInSteps } from "../core/models/recogniser";
import { createRandom, type Random } from "../core/random";
import type { Steps } from "../core/steps";
import { type ClipSet, clipSet } from "../core/worlds/clips/features";
import { drawClip, type Recording } from "../core/worlds/clips/recording";
import { words } from "../core/worlds/clips/words";
import { type AnsweredClips, runService, type Service, type ServiceEvent } from "../core/worlds/service";
import type { ReplicaRange } from "../runtime/simulation";
import { burnRateAlarm } from "./engine-burn-rate";
import { detectorAlarm } from "./engine-detectors";
import { eventsOf } from "./engine-events";
import { type CountedLevels, countLevels } from "./engine-levels";
import { type Usual, usualOf } from "./engine-usual";
import type { OtherRule } from "./frames";
import type { MonitoringValues } from "./knobs";
import { hours } from "./plan";

/** The rules that have no setting: their alarms depend on the service alone. */
export type FixedRule = Exclude<OtherRule, "psi" | "ks">;
const fixedRules = [
  "burn-rate",
  "page-hinkley",
  "ddm",
  "eddm",
  "adwin",
  "kswin",
] as const satisfies readonly FixedRule[];

/** All that rules and dashboard read of a service, whatever is set on the bench. */
export interface Watched {
  readonly metrics: Service["metrics"];
  readonly events: readonly ServiceEvent[];
  readonly usual: Usual;
  /** Of each clip that requests draw from, as `RecordedAnswers` counts it. */
  readonly answers: Uint8Array;
  readonly levels: CountedLevels;
  readonly alarms: Readonly<Record<FixedRule, Uint8Array>>;
}

const trainingClips = 200;
const pool = 300;
/** The firmware halves the volume, and its noise filter takes another 6 dB: 12 dB in all. */
const quieterBy = 12;
/** Below this probability the recogniser gives no answer. */
const sureness = 0.5;
/** Words whose meaning changes under concept drift: people say them and want something else. */
const movingWords = ["up", "stop"].map((word) => words.indexOf(word));
/** The volume is not normalised, so that it matters how loud a clip is. */
const raw = { normalise: false };

/** Clips that the requests of all replicas are drawn from, as they are and after the firmware. */
export interface Requested {
  readonly clips: readonly Recording[];
  readonly usual: ClipSet;
  readonly quieter: ClipSet;
}

export function requestedClips(seed: number): Requested {
  const random = createRandom(seed, "monitoring", "requests");
  const clips = Array.from({ length: pool }, () => drawClip(random));
  return {
    clips,
    usual: clipSet(clips, raw),
    quieter: clipSet(
      clips.map((clip) => ({ ...clip, level: clip.level - quieterBy })),
      raw,
    ),
  };
}

/** What frames say of the clips, beside the answers. */
export const describedClips = ({ clips, usual }: Requested) => ({
  seconds: Float32Array.from(clips, ({ frames }) => frames / 100),
  level: Float32Array.from(clips, ({ level }) => level),
  moves: movesOf(usual),
});

const movesOf = ({ targets }: ClipSet) => Uint8Array.from(targets, (word) => Number(movingWords.includes(word)));

/** Services of a range of replicas, each with its events. */
export function* servicesOf(
  { seed, fault }: Pick<MonitoringValues, "seed" | "fault">,
  { clips, usual, quieter }: Requested,
  replicas: ReplicaRange,
): Steps<Watched[]> {
  const teams = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
  const sets: ClipSet[] = [];
  for (const team of teams) {
    const random = createRandom(seed, "monitoring", "training", team);
    sets.push(
      clipSet(
        Array.from({ length: trainingClips }, () => drawClip(random)),
        raw,
      ),
    );
    yield;
  }
  // #region excerpt: training
  const weights = yield* trainRecognisersInSteps({
    sets,
    classes: words.length,
    randoms: teams.map((team) => createRandom(seed, "monitoring", "network", team)),
  });
  // #endregion
  const size = weights.values.length / weights.models;
  const out: Watched[] = [];
  for (const [r, team] of teams.entries()) {
    const one = { ...weights, models: 1, values: weights.values.subarray(r * size, (r + 1) * size) };
    const answered = (set: ClipSet, louder: number): AnsweredClips => {
      const probabilities = predictMlp(one, set.inputs, set.count);
      const heard = likeliest(probabilities, one, set.count);
      return {
        count: set.count,
        seconds: Float32Array.from(clips, ({ frames }) => frames / 100),
        level: Float32Array.from(clips, ({ level }) => level + louder),
        answered: Uint8Array.from(heard, (word, i) => Number(probabilities[word * set.count + i]! >= sureness)),
        right: Uint8Array.from(heard, (word, i) => Number(word === set.targets[i])),
        moves: movesOf(set),
      };
    };
    const own = eventsOf({ seed, fault }, team);
    const [before, after] = [answered(usual, 0), answered(quieter, -quieterBy)];
    const answers = before.answered.map(
      (sure, i) => sure + 2 * before.right[i]! + 4 * after.answered[i]! + 8 * after.right[i]!,
    );
    const service = runService(createRandom(seed, "monitoring", "hours", team), {
      hours,
      events: own,
      usual: before,
      quieter: after,
    });
    yield;
    out.push(yield* watch(service, own, answers, () => createRandom(seed, "monitoring", "kswin", team)));
  }
  return out;
}

function* watch(
  service: Service,
  events: readonly ServiceEvent[],
  answers: Uint8Array,
  random: () => Random,
): Steps<Watched> {
  const alarms: Partial<Record<FixedRule, Uint8Array>> = {};
  for (const rule of fixedRules) {
    alarms[rule] = rule === "burn-rate" ? burnRateAlarm(service) : detectorAlarm(rule, service, random());
    yield;
  }
  return {
    metrics: service.metrics,
    events,
    usual: usualOf(service),
    answers,
    levels: countLevels(service),
    alarms: alarms as Record<FixedRule, Uint8Array>,
  };
}
