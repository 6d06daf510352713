/** Latency and throughput of a released model: on the target device by its stated costs, and as timed on the reader's device. */
import { bandOf } from "../core/statistics/band";
import type { Timing } from "../runtime/timing";
import { formatNumber, shortMs } from "../ui/ink/format";
import type { Teams } from "./summary";

const rate = (perSecond: number): string => `${formatNumber(perSecond, 0)} a second`;

/** @param timing its first batches are of one clip */
export function measuredRows({ latencyMs, throughput }: Pick<Teams, "latencyMs" | "throughput">, timing?: Timing) {
  const [one] = timing?.batches ?? [];
  return [
    {
      label: "p95 latency",
      help: "95 of 100 answers come within this time. Target device: half a millisecond for each 10 ms of sound, and 0.02 ms for each multiply-add of the network. Measured: from the samples of a clip to its word, in the programs of this page.",
      cells: [shortMs(bandOf(latencyMs).middle), one ? shortMs(one.p95Ms) : "–"],
    },
    {
      label: "Throughput",
      help: "Commands answered in a second when one starts as soon as the one before is done.",
      cells: [rate(bandOf(throughput).middle), one ? rate(one.perSecond) : "–"],
    },
  ];
}
