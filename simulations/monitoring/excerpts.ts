import type { Excerpt } from "../runtime/excerpts";

export const excerpts: readonly Excerpt[] = [
  {
    caption: "Each hidden event has a size (small ones are more common) and a time in which it grows.",
    file: "monitoring/engine-events.ts",
    region: "size",
  },
  {
    caption: "The recogniser of each service is trained before the first week.",
    file: "monitoring/engine-service.ts",
    region: "training",
  },
  {
    caption: "How far a metric strays from the usual, averaged over a window.",
    file: "monitoring/engine-usual.ts",
    region: "deviation",
  },
  {
    caption: "Your rule: the alarm is on while a metric strays further than the threshold.",
    file: "monitoring/engine-threshold.ts",
    region: "alarm",
  },
  {
    caption: "An alert is true when it is sent while a fault lasts or is still in the window.",
    file: "monitoring/engine-judge.ts",
    region: "alert",
  },
];
