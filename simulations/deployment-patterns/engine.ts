/**
 * The release desk: a new version of a scratch detector is let at a factory's phones, by one of four patterns.
 *
 * Blue and green are trained per replica (see engine-models), the stream of phones runs through the router (engine-release)
 * by a plan in the field's vocabulary (plan), and the analysis reads the audited phones (engine-evidence).
 */
import { createRandom } from "../core/random";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { judgePools } from "./engine-models";
import { countNames, type Minute, release, tallyNames } from "./engine-release";
import { type CandidateName, candidateNames, lastMinute, type ReleaseFrame, rowNames } from "./frames";
import type { ReleaseValues } from "./knobs";
import { planOf } from "./plan";

export function* run(values: ReleaseValues, replicas: ReplicaRange): Generator<ReleaseFrame> {
  const { seed, candidate, judge, decision } = values;
  const numbers = Array.from({ length: replicas.to - replicas.from }, (_, r) => replicas.from + r);
  const candidates = numbers.map((replica) => candidateOf(values, replica));
  const pools = judgePools(seed, numbers, candidates);
  const plan = planOf(values);
  const minutes = numbers.map((replica, r) => release(values, plan, pools[r]!, replica));
  const last = lastMinute(values);
  // A hidden version that still waits for the learner's decision is not told, not even to the page.
  const told = candidate !== "hidden" || judge === "analysis" || decision !== "none";
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

export const engine: Engine<ReleaseValues, ReleaseFrame> = { run };

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
