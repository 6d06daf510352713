/** The missing parts: a year of each replica with every selection of parts, on the same draws. */
import { fitLinear } from "../core/models/linear";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { columnCount, columns, drawExamples, drawFaults, drawYear, type Year } from "../core/worlds/parts";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { daysOf, liveThrough, type Model, type Parts } from "./engine-year";
import { type FaultSeen, isIn, type MissingPartsFrame, selectionOf, selections } from "./frames";
import { type MissingPartsValues, partNames } from "./knobs";

const examples = 400;

/** What the model reads of a request: the inputs in standard deviations, and for a larger model their squares. */
function readInto(inputs: Float32Array, at: number, larger: boolean, out: Float64Array): void {
  for (let c = 0; c < columnCount; c++) {
    const { mean, sd } = columns[c]!;
    const z = (inputs[at + c]! - mean) / sd;
    out[c] = z;
    if (larger) out[columnCount + c] = z * z - 1;
  }
}

function train(seed: number, replica: number, larger: boolean): Model {
  const { inputs, rents } = drawExamples(createRandom(seed, "parts", "training", replica), examples);
  const size = larger ? 2 * columnCount : columnCount;
  const table = new Float32Array((size + 2) * examples);
  const row = new Float64Array(size);
  for (let i = 0; i < examples; i++) {
    readInto(inputs, i * columnCount, larger, row);
    table[i] = 1;
    for (let k = 0; k < size; k++) table[(k + 1) * examples + i] = row[k]!;
    table[(size + 1) * examples + i] = rents[i]!;
  }
  // #region excerpt: fit
  const fitted = fitLinear({
    examples: table,
    replicas: 1,
    months: 1,
    inputs: size,
    rows: examples,
    weights: Float32Array.of(1),
    systems: 1,
    ridge: 0,
  });
  // #endregion
  const predict = (from: Float32Array, at: number) => {
    readInto(from, at, larger, row);
    let sum = fitted[0]!;
    for (let k = 0; k < size; k++) sum += fitted[k + 1]! * row[k]!;
    return sum;
  };
  let square = 0;
  for (let i = 0; i < examples; i++) square += (predict(inputs, i * columnCount) - rents[i]!) ** 2;
  return { predict, meanSquare: square / (examples - size - 1) };
}

const partsIn = (selection: number): Parts =>
  Object.fromEntries(partNames.map((name, p) => [name, isIn(selection, p)])) as Parts;

function* simulate(values: MissingPartsValues, replicas: ReplicaRange): Generator<MissingPartsFrame | undefined> {
  const { seed, faultsAYear, labelDelay } = values;
  const count = replicas.to - replicas.from;
  const chosen = selectionOf(values);
  const faults: FaultSeen[] = [];
  const badAnswers = new Float32Array(selections * count);
  yield;
  for (let r = 0; r < count; r++) {
    const replica = replicas.from + r;
    const model = train(seed, replica, values.model === "larger");
    const year = drawYear(
      createRandom(seed, "parts", "year", replica),
      drawFaults(createRandom(seed, "parts", "faults", replica), faultsAYear),
    );
    const dayOf = daysOf(year, model);
    const live = (selection: number, of: Year = year) => liveThrough(of, partsIn(selection), labelDelay, model, dayOf);
    for (let selection = 0; selection < selections; selection++)
      badAnswers[selection * count + r] = live(selection).badAnswers;
    const outcome = live(chosen);
    const quiet = live(chosen, { ...year, faults: [] }).badAnswers;
    for (const { fault, noticed, caughtBy, until } of outcome.courses)
      faults.push({
        replica,
        name: fault.name,
        day: fault.day,
        until,
        badAnswers: live(chosen, { ...year, faults: [fault] }).badAnswers - quiet,
        ...(caughtBy && { daysToNotice: noticed - fault.day, caughtBy }),
      });
    yield;
  }
  yield { moment: 0, replicas, faults, badAnswers };
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<MissingPartsValues, MissingPartsFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: MissingPartsValues, replicas: ReplicaRange): Generator<MissingPartsFrame> =>
  framesOnly(simulate(values, replicas));
