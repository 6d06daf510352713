/**
 * The reader's own rule: their function is called for each hour that is watched, in order, with the last hours of all metrics as distances
 * from the usual. One job a replica, so that variables of their code begin anew with each service.
 */
import type { Memory } from "../core/memory";
import { createRandom } from "../core/random";
import { metricNames } from "../core/worlds/service";
import type { CodeJob, Interpret } from "../runtime/own-code";
import type { ReplicaRange } from "../runtime/simulation";
import type { Watched } from "./engine-service";
import { ownFunction, seenHours } from "./frames";
import type { MonitoringValues } from "./knobs";
import { hours, learningHours } from "./plan";

/** What the function is called with in one replica. */
function jobOf({ usual: { residual } }: Pick<Watched, "usual">, { alarm, seed }: MonitoringValues, replica: number) {
  const first = learningHours - seenHours + 1;
  return {
    ...ownFunction,
    source: alarm,
    // The sandbox draws the code's random numbers from this seed: others in each replica.
    seed: createRandom(seed, "monitoring", "code", replica).integer(2 ** 31),
    calls: {
      kind: "windows",
      names: metricNames,
      columns: metricNames.map((_, m) => Float64Array.from(residual.subarray(m * hours + first, (m + 1) * hours))),
      length: seenHours,
      from: seenHours - 1,
    },
  } satisfies CodeJob;
}

/**
 * Alarms of a range of replicas, hour by hour, with a breath after each replica. Remembered by what they depend on, so that a threshold
 * or a window that moves calls no code.
 *
 * @throws CodeFault
 */
export async function* ownAlarms(
  { interpret, remembered }: { readonly interpret: Interpret; readonly remembered: Memory<Uint8Array> },
  values: MonitoringValues,
  services: readonly Watched[],
  replicas: ReplicaRange,
): AsyncGenerator<undefined, readonly Uint8Array[]> {
  const out: Uint8Array[] = [];
  for (const [r, service] of services.entries()) {
    const replica = replicas.from + r;
    const name = JSON.stringify([values.alarm, values.seed, values.fault, replica]);
    let alarm = remembered.get(name);
    if (!alarm) {
      const { values: on } = await interpret(jobOf(service, values, replica));
      alarm = new Uint8Array(hours);
      alarm.set(on, learningHours);
      remembered.set(name, alarm);
      yield undefined;
    }
    out.push(alarm);
  }
  return out;
}
