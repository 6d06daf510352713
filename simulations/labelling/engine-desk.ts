/** One replica's desk: its clips, the labels as a team gives them, and the clips and labels it is tested with. */
import { createRandom } from "../core/random";
import { heardByPerson } from "../core/worlds/clips/annotators";
import type { Recording } from "../core/worlds/clips/recording";
import { labelsByTwo, labelsOf, teamOf } from "./engine-labels";
import { inputsOf, type Stock } from "./engine-stock";
import { curveSizes } from "./frames";
import type { LabellingValues } from "./knobs";
import { stockSizes, testClips } from "./plan";

const mostClips = curveSizes.at(-1)!;

export interface Desk {
  readonly replica: number;
  readonly training: readonly Recording[];
  /** [64 × clips], by volume normalisation; gathered when first asked for. */
  readonly inputs: (normalised: boolean) => Float32Array;
  readonly truth: Uint8Array;
  readonly given: Uint8Array;
  readonly test: readonly Recording[];
  readonly testInputs: (normalised: boolean) => Float32Array;
  readonly testTruth: Uint8Array;
  /** By two different annotators. */
  readonly testGiven: readonly [Uint8Array, Uint8Array];
  /** By a careful annotator who follows the guide. */
  readonly careful: Uint8Array;
}

const wordOf = ({ utterances }: Recording) => utterances[0]!.word;
const wordsOf = (clips: readonly Recording[]) => Uint8Array.from(clips, wordOf);

function gathered(stock: Stock, which: Int32Array) {
  const known = new Map<boolean, Float32Array>();
  return (normalised: boolean): Float32Array => {
    const inputs = known.get(normalised) ?? inputsOf(stock, normalised, which);
    known.set(normalised, inputs);
    return inputs;
  };
}

export function setDesk(values: LabellingValues, stock: Stock, testStock: Stock, replica: number): Desk {
  const { seed } = values;
  const stream = (purpose: string) => createRandom(seed, `labelling ${purpose}`, replica);
  const which = stream("clips").sample(stockSizes.training, mostClips);
  const tested = stream("test clips").sample(stockSizes.test, testClips);
  const training = Array.from(which, (i) => stock.clips[i]!);
  const test = Array.from(tested, (i) => testStock.clips[i]!);
  const team = teamOf(values, stream("team").uniform());
  const careful = stream("careful");
  return {
    replica,
    training,
    inputs: gathered(stock, which),
    truth: wordsOf(training),
    given: labelsOf(stream("labels"), training, team),
    test,
    testInputs: gathered(testStock, tested),
    testTruth: wordsOf(test),
    testGiven: labelsByTwo(stream("test labels"), test, team),
    careful: Uint8Array.from(test, (clip) => heardByPerson(careful, clip)),
  };
}
