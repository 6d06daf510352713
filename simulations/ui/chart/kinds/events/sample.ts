import type { Draws, Sample } from "../../sample";
import type { EventChart, LaneEvent } from "./model";

export function sample(draws: Draws): Sample<EventChart> {
  const hours = 72;
  const spread = (names: readonly string[], length: (() => number) | undefined): LaneEvent[] => {
    const room = hours / names.length;
    return names.map((label, i) => {
      const from = Math.round(room * (i + 0.4 * draws.uniform()));
      return length ? { from, to: Math.min(hours, from + length()), label } : { from, label };
    });
  };
  const lanes: EventChart["lanes"] = [
    {
      role: "truth",
      label: "Faults",
      events: spread(["memory leak", "microphone", "holiday"], () => 8 + draws.integer(6)),
    },
    { role: "alarm", label: "Alarms", events: spread(["memory", "length", "length", "nulls", "load"], undefined) },
    { role: "muted", label: "On call", events: spread(["restart", "rollback"], () => 1 + draws.integer(3)) },
  ];
  const chart: EventChart = {
    kind: "events",
    id: "events",
    title: "What happened, and when it was noticed",
    help: "A bar is something that lasts, a sign something that takes no time.",
    unit: "lanes by who sees it",
    digits: 0,
    x: { label: "hours", min: 0, max: hours, ticks: [0, 24, 48, 72] },
    lanes,
    timeline: false,
    marks: [{ kind: "change", x: 24, label: "hour 24: new microphone firmware", short: "hour 24" }],
  };
  const speech: EventChart = {
    ...chart,
    id: "speech",
    title: "What the voice detector let through",
    unit: "bars: speech",
    digits: 2,
    x: { label: "seconds", min: 0, max: 1.5, ticks: [0, 0.5, 1, 1.5] },
    lanes: [
      { role: "truth", label: "Spoken", events: [{ from: 0.3, to: 1.2, label: "forward" }] },
      { role: "blue", label: "Sent", events: [{ from: 0.3 + 0.15 * draws.uniform(), to: 1.22, label: "orward" }] },
    ],
    timeline: true,
    marks: [],
  };
  return { charts: [chart, speech], rows: [3 + 5 + 2 + 1, 2] };
}
