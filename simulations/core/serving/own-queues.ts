/**
 * Requests to devices of one's own: each request goes to one device, and waits only behind the earlier requests to the same
 * device. The devices are separate queues with one server each, first come first served (Lindley 1952):
 *
 *   start[i] = max(arrival[i], finish of the request before i on the same device)
 *
 * @example simulateOwnQueues({ arrivals: [0, 1, 2], device: [0, 1, 0], devices: 2, service: [5, 5, 5] }).finish // Float64Array [5, 6, 10]
 */
import { checkBetween, checkNotNegative, checkSameLength, checkWholeNumber, type Numbers } from "../check";
import { type QueueTrace, SERVED } from "./queue";

export interface OwnQueuesOptions {
  /** Arrival times in rising order, from time 0 on. */
  readonly arrivals: Numbers;
  /** The device of each request, 0 … devices − 1. */
  readonly device: Numbers;
  readonly devices: number;
  /** Time of each request. */
  readonly service: Numbers;
}

/** The trace of a queue; `server` holds the device. @throws RangeError when a device or a time is out of range. */
export function simulateOwnQueues({
  arrivals,
  device,
  devices,
  service,
}: OwnQueuesOptions): Omit<QueueTrace, "offeredLoad"> {
  checkWholeNumber("devices", devices, 1);
  checkSameLength("arrivals", arrivals, "device", device);
  checkSameLength("arrivals", arrivals, "service", service);
  const n = arrivals.length;
  const freeAt = new Float64Array(devices);
  const start = new Float64Array(n);
  const finish = new Float64Array(n);
  let busyTime = 0;
  for (let i = 0; i < n; i++) {
    const d = device[i]!;
    checkBetween(`device[${i}]`, d, 0, devices - 1);
    checkNotNegative(`service[${i}]`, service[i]!);
    start[i] = Math.max(arrivals[i]!, freeAt[d]!);
    finish[i] = start[i]! + service[i]!;
    freeAt[d] = finish[i]!;
    busyTime += service[i]!;
  }
  return {
    arrival: Float64Array.from(arrivals),
    start,
    finish,
    outcome: new Uint8Array(n).fill(SERVED),
    server: Int32Array.from(device),
    batch: Int32Array.from({ length: n }, (_, i) => i),
    batches: n,
    servers: devices,
    capacity: Number.POSITIVE_INFINITY,
    busyTime,
  };
}
