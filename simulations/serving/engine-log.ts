/**
 * What a log tells: whether the input has drifted since training, and whom it gives away.
 *
 * A raw row holds who asked, their age, region and device, and the input. A hashed row holds a hash of each instead, the
 * input's tenth (of training) in place of the input: equal values stay equal, their order is gone. So raw inputs are compared
 * by the Kolmogorov–Smirnov test, hashed ones by the chi-square test on their counts. A person is *named* by a raw row; they
 * are *singled out* by a row of either form when nobody else has their age, region and device (k-anonymity with k = 1, Sweeney
 * 2002), because hashing leaves equal things equal: whoever knows the three finds the row, and by its hash all other rows.
 */
import { createRandom, type Random } from "../core/random";
import { chiSquareContingency } from "../core/statistics/chi-square";
import { ksTwoSampleSorted } from "../core/statistics/ks";
import { countBetween, quantileEdges } from "../core/statistics/psi";
import { drawPerson } from "../core/worlds/askers";
import { createSortedPool } from "./engine-sorted-pool";
import { trainingRows } from "./frames";
import type { ServingValues } from "./knobs";

const [ages, regions, devices] = [63, 50, 8];
const tenths = 10;

export interface LogFigures {
  readonly rows: number;
  readonly driftP: number;
  readonly calmP: number;
  readonly namedShare: number;
  readonly singledOutShare: number;
}

export interface RequestLog {
  /** Logs some of `answered` more requests and reads the whole log. */
  add(answered: number): LogFigures;
}

export function createRequestLog(values: ServingValues, replica: number): RequestLog {
  const { seed, logForm, logRate, driftSize, users } = values;
  const random = createRandom(seed, "serving log", replica);
  const training = normals(createRandom(seed, "serving training inputs", replica), trainingRows).sort();
  const unique = peopleAlone(createRandom(seed, "serving people", replica), users);
  const inLog = new Uint8Array(users);
  const drifted = createReader(logForm, training);
  const calm = createReader(logForm, training);
  let rows = 0;
  let named = 0;
  let singledOut = 0;
  return {
    add(answered) {
      if (logForm !== "nothing") {
        const inputs: number[] = [];
        for (let i = 0; i < answered; i++) if (random.chance(logRate / 100)) inputs.push(random.normal());
        for (let i = 0; i < inputs.length; i++) {
          const user = drawPerson(random, users);
          if (inLog[user]) continue;
          inLog[user] = 1;
          named += 1;
          singledOut += unique[user]!;
        }
        rows += inputs.length;
        // The same rows with and without the drift, so that the two tests differ by nothing else.
        drifted.add(Float64Array.from(inputs, (input) => input + driftSize));
        calm.add(Float64Array.from(inputs));
      }
      return {
        rows,
        driftP: drifted.pValue(),
        calmP: calm.pValue(),
        namedShare: logForm === "raw" ? named / users : 0,
        singledOutShare: singledOut / users,
      };
    },
  };
}

function normals(random: Random, count: number): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

/** 1 for every person whose age, region and device nobody else has. */
function peopleAlone(random: Random, users: number): Uint8Array {
  const group = new Int32Array(users);
  const size = new Int32Array(ages * regions * devices);
  for (let u = 0; u < users; u++) {
    const age = random.integer(ages);
    // Most people live in the large regions and own one of a few devices.
    const region = Math.floor(regions * random.uniform() ** 1.5);
    const device = Math.floor(devices * random.uniform() ** 2);
    group[u] = (age * regions + region) * devices + device;
    size[group[u]!]! += 1;
  }
  return Uint8Array.from(group, (g) => (size[g] === 1 ? 1 : 0));
}

interface Reader {
  add(inputs: Float64Array): void;
  pValue(): number;
}

function createReader(form: ServingValues["logForm"], training: Float64Array): Reader {
  if (form === "raw") {
    const pool = createSortedPool();
    return {
      add: (inputs) => pool.add(inputs),
      pValue: () => (pool.sorted().length === 0 ? 1 : ksTwoSampleSorted(training, pool.sorted(), "limit").pValue),
    };
  }
  const edges = quantileEdges(training, tenths);
  const expected = countBetween(edges, training);
  const counts = new Array<number>(expected.length).fill(0);
  let rows = 0;
  return {
    add(inputs) {
      countBetween(edges, inputs).forEach((count, bin) => {
        counts[bin]! += count;
      });
      rows += inputs.length;
    },
    pValue: () => (rows === 0 ? 1 : chiSquareContingency([expected, counts]).pValue),
  };
}
