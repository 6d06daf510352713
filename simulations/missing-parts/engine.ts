/** The missing parts: a year of each replica with the parts as they are, and once more without each of them, on the same draws. */
import { fitLinear } from "../core/models/linear";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import { columnCount, columns, drawExamples, drawFaults, drawYear } from "../core/worlds/parts";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { liveThrough, type Model, type Parts } from "./engine-year";
import type { FaultSeen, MissingPartsFrame } from "./frames";
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

function* simulate(values: MissingPartsValues, replicas: ReplicaRange): Generator<MissingPartsFrame | undefined> {
  const { seed, faultsAYear, labelDelay } = values;
  const count = replicas.to - replicas.from;
  const parts = Object.fromEntries(partNames.map((name) => [name, values[name] === "on"])) as Parts;
  const faults: FaultSeen[] = [];
  const badAnswers = new Float32Array(count);
  const without = new Float32Array(partNames.length * count);
  for (let r = 0; r < count; r++) {
    const replica = replicas.from + r;
    const model = train(seed, replica, values.model === "larger");
    const year = drawYear(
      createRandom(seed, "parts", "year", replica),
      drawFaults(createRandom(seed, "parts", "faults", replica), faultsAYear),
    );
    const outcome = liveThrough(year, parts, labelDelay, model);
    badAnswers[r] = outcome.badAnswers;
    for (const { fault, noticed, caughtBy, badAnswers: bad } of outcome.courses)
      faults.push({
        replica,
        name: fault.name,
        day: fault.day,
        daysToNotice: noticed - fault.day,
        badAnswers: bad,
        ...(caughtBy && { caughtBy }),
      });
    partNames.forEach((name, p) => {
      without[p * count + r] = parts[name]
        ? liveThrough(year, { ...parts, [name]: false }, labelDelay, model).badAnswers
        : outcome.badAnswers;
    });
    yield;
  }
  yield { moment: 0, replicas, faults, badAnswers, without };
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<MissingPartsValues, MissingPartsFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: MissingPartsValues, replicas: ReplicaRange): Generator<MissingPartsFrame> =>
  framesOnly(simulate(values, replicas));
