/** One recording on a line of time: what was said, and what each VAD takes for voice. */
import type { EventChart, LaneEvent } from "../ui/chart/model";
import type { HeardRecording, HeardStretch } from "./frames";

const sent = ({ from, to, heard }: HeardStretch): LaneEvent => ({ from, to, label: heard ?? "no answer" });

export function lanesChart({ whole, said, before, after, outside }: HeardRecording, changed: boolean): EventChart {
  return {
    kind: "events",
    id: "lanes",
    title: "What is said, and what is sent",
    help: `Each bar is a stretch of time. First row: the words that were said. Then the stretches that our VAD sends, with the word that the recogniser hears in each; “no answer” means that it is not sure enough of any word. Last row: where the VAD of the WebRTC project hears a voice${changed ? " in the sound after the change" : ""}. Other people trained this VAD on other recordings, and it has no pre-roll.`,
    unit: "bars: stretches of time",
    digits: 2,
    x: { label: "seconds", min: 0, max: whole.samples.length / whole.rate },
    lanes: [
      { role: "truth", label: "Said", events: said.map(({ from, to, word }) => ({ from, to, label: word })) },
      { role: "ink", label: changed ? "Sent before the change" : "Sent", events: before.map(sent) },
      ...(changed ? [{ role: "green" as const, label: "Sent after the change", events: after.map(sent) }] : []),
      ...("reason" in outside
        ? []
        : [
            {
              role: "muted" as const,
              label: "WebRTC’s VAD",
              events: outside.map(({ from, to }) => ({ from, to, label: "voice" })),
            },
          ]),
    ],
    timeline: false,
  };
}
