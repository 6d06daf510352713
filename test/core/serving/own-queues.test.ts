import { describe, expect, it } from "vitest";
import { createRandom } from "@/simulations/core/random";
import { simulateOwnQueues } from "@/simulations/core/serving/own-queues";
import { simulateQueue } from "@/simulations/core/serving/queue";
import { poissonArrivals } from "@/simulations/core/serving/workload";

const random = createRandom(7, "own queues");
const arrivals = poissonArrivals(random, 0.8, 500);
const service = Float64Array.from(arrivals, () => random.exponential(1));

describe("devices of one's own", () => {
  it("let a request wait only behind earlier requests to the same device", () => {
    const { start, finish } = simulateOwnQueues({
      arrivals: [0, 1, 2],
      device: [0, 1, 0],
      devices: 2,
      service: [5, 5, 5],
    });
    expect([...start]).toEqual([0, 1, 5]);
    expect([...finish]).toEqual([5, 6, 10]);
  });

  it("are one queue when all requests go to one device", () => {
    const own = simulateOwnQueues({ arrivals, device: new Int32Array(arrivals.length), devices: 1, service });
    expect([...own.finish]).toEqual([...simulateQueue({ arrivals, service, servers: 1 }).finish]);
  });

  it("make nobody wait when every request has a device", () => {
    const own = simulateOwnQueues({ arrivals, device: Int32Array.from(arrivals, (_, i) => i), devices: 500, service });
    expect([...own.start]).toEqual([...arrivals]);
  });

  it("must exist", () => {
    expect(() => simulateOwnQueues({ arrivals: [0], device: [1], devices: 1, service: [1] })).toThrow(/device\[0\]/);
  });
});
