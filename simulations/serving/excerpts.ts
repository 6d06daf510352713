import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Requests arrive at random: the gaps between them are exponential.",
    file: "core/serving/workload.ts",
    region: "arrivals",
  },
  {
    caption: "How long a batch takes: a fixed set-up, and a part for each request in the batch.",
    file: "core/serving/workload.ts",
    region: "batch",
  },
  {
    caption:
      "When the next batch starts: a server is free, and the batch is full or its first request has waited long enough.",
    file: "core/serving/queue.ts",
    region: "queue",
  },
  {
    caption: "The latency of each answered request: waiting time, service time and network.",
    file: "serving/engine.ts",
    region: "latency",
  },
];
