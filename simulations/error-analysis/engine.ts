/**
 * The error-analysis bench: a recogniser of spoken words, trained on an office's clips for a service whose clips differ from them.
 *
 * The first system, each purchase alone and the learner's own systems are trained on the same draws: what two of them share,
 * clips and first weights, is equal. Dev clips are what error analysis looks at; fresh clips chose nothing.
 */
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type Clips, humanLevel } from "./engine-clips";
import { createBench, type Scores } from "./engine-systems";
import { type AnalysisFrame, purchases, tags, type WrongClip } from "./frames";
import type { AnalysisValues } from "./knobs";
import { firstSystem, systemsOf, withPurchase } from "./plan";

const wrongShown = 3;

export function createEngine() {
  const bench = createBench();

  function* run(values: AnalysisValues, replicas: ReplicaRange): Generator<AnalysisFrame | undefined> {
    yield undefined;
    const numbers = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
    const first = firstSystem(values);
    const alone = [first, ...purchases.map((purchase) => withPurchase(first, purchase))];
    const rounds = systemsOf(values);
    const scoresOf = yield* bench.judge(
      values,
      numbers.flatMap((replica) => [...alone, ...rounds].map((system) => ({ replica, system }))),
    );
    const scored = (systems: typeof alone) =>
      systems.map((system) => numbers.map((replica) => scoresOf({ replica, system })));
    const sets = numbers.map((replica) => bench.dev(values, replica));
    const [one, own] = [scored(alone), scored(rounds)];
    yield {
      moment: 0,
      replicas,
      share: table(tags, (_, t) => sets.map(({ byTag, clips }) => byTag[t]!.length / clips.length)),
      human: table(tags, (_, t) => sets.map((set) => humanLevel(set, set.byTag[t]!))),
      untagged: Float32Array.from(
        sets,
        ({ clips }) => clips.filter((clip) => clip.tags.length === 0).length / clips.length,
      ),
      dev: table(one, (all) => all.map(({ dev }) => dev)),
      fresh: table(one, (all) => all.map(({ fresh }) => fresh)),
      devByTag: byTag(one, "devByTag"),
      freshByTag: byTag(one, "freshByTag"),
      roundDev: table(own, (all) => all.map(({ dev }) => dev)),
      roundFresh: table(own, (all) => all.map(({ fresh }) => fresh)),
      roundDevByTag: byTag(own, "devByTag"),
      roundFreshByTag: byTag(own, "freshByTag"),
      ...(replicas.from === 0 && { wrong: wrongOf(sets[0]!, own.at(-1)![0]!.heard) }),
    };
  }

  return { run } satisfies Engine<AnalysisValues, AnalysisFrame>;
}

/** [row, replica] */
const table = <T>(rows: readonly T[], read: (row: T, at: number) => readonly number[]): Float32Array =>
  Float32Array.from(rows.flatMap(read));

/** [row, tag, replica] */
const byTag = (rows: readonly (readonly Scores[])[], which: "devByTag" | "freshByTag"): Float32Array =>
  table(rows, (all) => tags.flatMap((_, t) => all.map((scores) => scores[which][t]!)));

/** The first few of each tag; a clip of several tags stands once. */
function wrongOf({ clips, byTag: positions }: Clips, heard: Uint8Array): WrongClip[] {
  const wrong = (i: number) => heard[i] !== clips[i]!.recording.utterances[0]!.word;
  const shown = new Set(positions.flatMap((all) => all.filter(wrong).slice(0, wrongShown)));
  return [...shown].map((i) => {
    const { recording, tags: has } = clips[i]!;
    return { recording, said: recording.utterances[0]!.word, heard: heard[i]!, tags: has };
  });
}
