/**
 * The release desk: a new version of a scratch detector is let at a factory's phones, by one of four patterns.
 *
 * Blue and green are trained per replica (see engine-models), the stream of phones runs through the router (engine-release)
 * by a plan in the field's vocabulary (plan), and the analysis reads the audited phones (engine-evidence).
 */
import { createMemory, type Memory } from "../core/memory";
import { createRandom } from "../core/random";
import { framesOnly } from "../core/steps";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { judgePools, type Verdicts } from "./engine-models";
import { countNames, type Minute, release, tallyNames } from "./engine-release";
import { type CandidateName, candidateNames, lastMinute, type ReleaseFrame, rowNames } from "./frames";
import type { ReleaseValues } from "./knobs";
import { planOf } from "./plan";

function* simulate(
  remembered: Memory<Verdicts>,
  values: ReleaseValues,
  replicas: ReplicaRange,
): Generator<ReleaseFrame | undefined> {
  const { seed, candidate, judge, decisions } = values;
  const numbers = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
  const candidates = numbers.map((replica) => candidateOf(values, replica));
  const pools = yield* judgePools(remembered, seed, numbers, candidates);
  const plan = planOf(values);
  const minutes = numbers.map((replica, r) => release(values, plan, pools[r]!, replica));
  const last = lastMinute(values);
  // A hidden version that still waits for the learner's decision is not told, not even to the page.
  const told = candidate !== "hidden" || judge === "analysis" || decisions !== "";
  for (let moment = 0; moment <= last; moment++) {
    const now = minutes.map((minute) => minute.next().value as Minute);
    yield {
      moment,
      replicas,
      ...frameArrays(now),
      events: now.flatMap(({ events }) => events),
      ...(moment === last &&
        told && { candidates: Uint8Array.from(candidates, (name) => candidateNames.indexOf(name)) }),
      ...(now[0]?.shown && { shown: now[0].shown }),
    };
  }
}

/** Remembers what its models said: a decision or another pattern is tried without training again. */
export function createEngine() {
  const remembered = createMemory<Verdicts>(512);
  return {
    run: (values: ReleaseValues, replicas: ReplicaRange) => simulate(remembered, values, replicas),
  } satisfies Engine<ReleaseValues, ReleaseFrame>;
}

const shared = createEngine();
/** The frames of a run, without its breaths. */
export const run = (values: ReleaseValues, replicas: ReplicaRange): Generator<ReleaseFrame> =>
  framesOnly(shared.run(values, replicas));

function candidateOf({ seed, candidate }: ReleaseValues, replica: number): CandidateName {
  if (candidate !== "hidden") return candidate;
  return candidateNames[createRandom(seed, "release candidate", replica).integer(candidateNames.length)]!;
}

type ArrayNames = (typeof countNames)[number] | (typeof tallyNames)[number] | "phase";

/** Replicas side by side: [replica] or [5, replica]. */
function frameArrays(now: readonly Minute[]): Pick<ReleaseFrame, ArrayNames> {
  const size = now.length;
  const row = (name: (typeof countNames)[number]) => Float32Array.from(now, ({ counts }) => counts[name]);
  const table = (name: (typeof tallyNames)[number]) => {
    const values = new Float32Array(rowNames.length * size);
    now.forEach(({ tallies }, r) => {
      tallies[name].forEach((value, k) => {
        values[k * size + r] = value;
      });
    });
    return values;
  };
  return {
    ...Object.fromEntries(countNames.map((name) => [name, row(name)])),
    ...Object.fromEntries(tallyNames.map((name) => [name, table(name)])),
    phase: Uint8Array.from(now, ({ counts }) => counts.phase),
  } as Pick<ReleaseFrame, ArrayNames>;
}
