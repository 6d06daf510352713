/**
 * The reader's own classifier: their code decides every case of the test set of every replica, from the model's score and the amount.
 *
 * One job a replica, so that each stays far below the sandbox's limit of time. Cases are asked in random order: positives stand in
 * front of the test set, and code that counts its calls must not learn from that. Scored cases are kept, so that the next
 * code neither trains nor scores again; decisions are kept, so that another threshold does not call the code again.
 */
import { createMemory, type Memory } from "../core/memory";
import { createRandom } from "../core/random";
import type { RareWorld } from "../core/worlds/transactions";
import type { Interpret } from "../runtime/own-code";
import type { ReplicaRange } from "../runtime/simulation";
import { type OwnDecisions, ownFunction } from "./frames";

export interface ScoredCases {
  /** The model's probability of the positive class. */
  readonly scores: Float32Array;
  /** Amounts in cents; empty where cases have none. */
  readonly cents: Float64Array;
  readonly kinds: Uint8Array;
}

interface Question {
  readonly rule: string;
  readonly seed: number;
  readonly replicas: ReplicaRange;
  readonly world: RareWorld;
  /** The cases of replica r of the range. */
  readonly scored: (r: number) => ScoredCases;
}

/** Ranges of replicas: 4 of them are a run of 32. At 100,000 cases a replica they take 42 MB. */
const mostCases = 4;
const mostDecisions = 16;

export function createReader(interpret: Interpret) {
  const cases: Memory<ScoredCases[]> = createMemory(mostCases);
  const decisions: Memory<OwnDecisions> = createMemory(mostDecisions);

  /**
   * Breathes before each replica.
   *
   * @param key names the trained models
   * @throws CodeFault
   */
  async function* decide(key: string, question: Question): AsyncGenerator<undefined, OwnDecisions> {
    const name = `${key} ${question.rule}`;
    const known = decisions.get(name);
    if (known) return known;
    const { replicas, world } = question;
    const size = replicas.to - replicas.from;
    const tests = cases.get(key) ?? [];
    cases.set(key, tests);
    const own: OwnDecisions = {
      alarms: new Uint32Array(world.kinds.length * size),
      caughtCents: new Float64Array(world.centsOf ? size : 0),
    };
    for (let r = 0; r < size; r++) {
      yield;
      const test = tests[r] ?? question.scored(r);
      tests[r] = test;
      await decideReplica(interpret, question, own, r, test);
    }
    decisions.set(name, own);
    return own;
  }

  return { decide };
}

async function decideReplica(
  interpret: Interpret,
  { rule, seed, replicas, world }: Question,
  own: OwnDecisions,
  r: number,
  { scores, cents, kinds }: ScoredCases,
): Promise<void> {
  const random = createRandom(seed, "own classifier", replicas.from + r);
  const order = random.sample(scores.length, scores.length);
  const { values: answers } = await interpret({
    ...ownFunction,
    source: rule,
    seed: random.integer(2 ** 31),
    calls: {
      kind: "rows",
      columns: [Float64Array.from(order, (i) => scores[i]!), Float64Array.from(order, (i) => (cents[i] ?? 0) / 100)],
    },
  });
  const size = replicas.to - replicas.from;
  order.forEach((i, call) => {
    if (answers[call] !== 1) return;
    own.alarms[kinds[i]! * size + r]! += 1;
    if (world.kinds[kinds[i]!]!.positive && cents.length > 0) own.caughtCents[r]! += cents[i]!;
  });
}
