/**
 * The labelling desk: what inconsistent labels, silence and volume cost a recogniser of spoken words.
 *
 * In each replica clips are drawn and labelled by a team, each clip by one annotator. Recognisers are trained on the labels as
 * given and on checked labels (the word that was spoken), with the same clips, first weights and batches; both are tested on
 * the same further clips. One figure, one replica: nothing depends on which others are computed with it.
 */
import { createMemory, type Memory } from "../core/memory";
import { createRandom } from "../core/random";
import type { Steps } from "../core/steps";
import { words } from "../core/worlds/clips/words";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { type Desk, setDesk } from "./engine-desk";
import { type Suspects, suspectsOf } from "./engine-finder";
import { hearings, type Pupil } from "./engine-hearing";
import { ceilingOf, errorsByWord, flaggedOf, groupMeans, judgeList, kappaOf, sameShare } from "./engine-judge";
import { drawStock, firstOf, type Purpose, type Stock } from "./engine-stock";
import { checkedSizes, curveSizes, type LabellingFrame, levelGroups, tenths } from "./frames";
import type { LabellingValues } from "./knobs";
import { testClips } from "./plan";

interface Remembered {
  readonly stocks: Memory<Stock>;
  readonly heard: Memory<Uint8Array>;
  readonly suspects: Memory<Suspects>;
}

/** Remembers clips, and what its models heard: a knob trains again only what depends on it. */
export function createEngine() {
  const remembered: Remembered = { stocks: createMemory(4), heard: createMemory(4096), suspects: createMemory(256) };
  return {
    run: (values: LabellingValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<LabellingValues, LabellingFrame>;
}

function* simulate(
  { stocks, heard, suspects }: Remembered,
  values: LabellingValues,
  replicas: ReplicaRange,
): Generator<LabellingFrame | undefined> {
  yield undefined;
  const { seed, snr, silence, clips, consistent, labelNoise, annotators } = values;
  const normalised = values.normalise === "on";
  const drawn = `${seed} ${snr} ${silence}`;
  function* stockOf(purpose: Purpose): Steps<Stock> {
    const name = `${drawn} ${purpose}`;
    const stock = stocks.get(name) ?? (yield* drawStock(purpose, values));
    stocks.set(name, stock);
    return stock;
  }
  const stock = yield* stockOf("training");
  const testStock = yield* stockOf("test");
  const desks: Desk[] = [];
  for (let r = replicas.from; r < replicas.to; r++) {
    desks.push(setDesk(values, stock, testStock, r));
    yield undefined;
  }

  const labelled = `${consistent} ${labelNoise} ${annotators}`;
  const setOf = ({ inputs, truth, given }: Desk, count: number, checked: boolean, normal = normalised) => ({
    inputs: firstOf(inputs(normal), count),
    targets: Float32Array.from((checked ? truth : given).subarray(0, count)),
  });
  const pupilsOf = (count: number, checked: boolean, normal = normalised): Pupil[] =>
    desks.map((desk) => ({
      name: `${drawn} ${desk.replica} ${normal} ${checked ? "checked" : labelled} ${count}`,
      seed,
      replica: desk.replica,
      clips: count,
      set: () => setOf(desk, count, checked, normal),
      test: () => ({ inputs: desk.testInputs(normal), count: testClips }),
    }));
  const groups = [
    ...curveSizes.slice(0, checkedSizes).map((count) => pupilsOf(count, true)),
    ...curveSizes.map((count) => pupilsOf(count, false)),
    pupilsOf(clips, true),
    pupilsOf(clips, false),
    pupilsOf(clips, true, true),
    pupilsOf(clips, true, false),
  ];
  const answers = yield* hearings(groups.flat(), heard);
  const answersOf = (group: number) => answers.slice(group * desks.length, (group + 1) * desks.length);
  const [checkedHere, givenHere, normalHere, rawHere] = [0, 1, 2, 3].map((i) =>
    answersOf(checkedSizes + curveSizes.length + i),
  ) as [Uint8Array[], Uint8Array[], Uint8Array[], Uint8Array[]];

  const lists = yield* findersOf(desks, suspects, `${drawn} ${normalised} ${labelled} ${clips}`, (desk) => ({
    ...setOf(desk, clips, false),
    random: createRandom(seed, "labelling finder", desk.replica),
  }));

  const each = (figure: (desk: Desk, r: number) => number) => Float32Array.from(desks, figure);
  const table = (rows: number, figures: (desk: Desk, r: number) => ArrayLike<number>) => {
    const out = new Float32Array(rows * desks.length);
    desks.forEach((desk, r) => {
      const found = figures(desk, r);
      for (let row = 0; row < rows; row++) out[row * desks.length + r] = found[row]!;
    });
    return out;
  };
  const curve = (from: number, sizes: number) =>
    table(sizes, ({ testTruth }, r) =>
      Array.from({ length: sizes }, (_, s) => sameShare(answersOf(from + s)[r]!, testTruth)),
    );
  const quietFirst = desks.map(({ test }) =>
    Array.from({ length: testClips }, (_, i) => i).sort((a, b) => test[a]!.level - test[b]!.level),
  );
  const byLevel = (heardHere: Uint8Array[]) =>
    table(levelGroups, ({ testTruth }, r) =>
      groupMeans(quietFirst[r]!, (i) => Number(heardHere[r]![i] !== testTruth[i])),
    );
  const found = desks.map((desk, r) => judgeList(lists[r]!, desk));

  yield {
    moment: 0,
    replicas,
    checked: curve(0, checkedSizes),
    given: curve(checkedSizes, curveSizes.length),
    checkedHere: each(({ testTruth }, r) => sameShare(checkedHere[r]!, testTruth)),
    givenHere: each(({ testTruth }, r) => sameShare(givenHere[r]!, testTruth)),
    measured: each(({ testGiven }, r) => sameShare(givenHere[r]!, testGiven[0])),
    ceiling: each(({ testTruth, testGiven }) => ceilingOf(testTruth, testGiven[0])),
    agreement: each(({ testGiven }) => sameShare(...testGiven)),
    kappa: each(({ testGiven }) => kappaOf(...testGiven)),
    human: each(({ careful, testTruth }) => sameShare(careful, testTruth)),
    wordsChecked: table(words.length, ({ testTruth }, r) => errorsByWord(checkedHere[r]!, testTruth)),
    wordsGiven: table(words.length, ({ testTruth }, r) => errorsByWord(givenHere[r]!, testTruth)),
    levelsNormalised: byLevel(normalHere),
    levelsRaw: byLevel(rawHere),
    levels: table(levelGroups, ({ test }, r) => groupMeans(quietFirst[r]!, (i) => test[i]!.level)),
    baseRate: each((_, r) => found[r]!.baseRate),
    precisionAtTop: each((_, r) => found[r]!.precisionAtTop),
    found: table(tenths, (_, r) => found[r]!.found),
    flagged: replicas.from === 0 ? flaggedOf(lists[0]!, desks[0]!) : [],
  };
}

function* findersOf(
  desks: readonly Desk[],
  memory: Memory<Suspects>,
  name: string,
  poolOf: (
    desk: Desk,
  ) => Parameters<typeof suspectsOf>[0][number] & { readonly random: ReturnType<typeof createRandom> },
): Steps<Suspects[]> {
  const known = desks.map(({ replica }) => memory.get(`${name} ${replica}`));
  const unknown = desks.filter((_, r) => !known[r]);
  if (unknown.length > 0) {
    const pools = unknown.map(poolOf);
    const lists = yield* suspectsOf(
      pools,
      pools.map(({ random }) => random),
    );
    lists.forEach((list, k) => {
      known[desks.indexOf(unknown[k]!)] = list;
      memory.set(`${name} ${unknown[k]!.replica}`, list);
    });
  }
  return known as Suspects[];
}
