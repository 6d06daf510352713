/** One recording in sentences. */
import { formatNumber, listText } from "../ui/ink/format";
import type { HeardRecording, HeardStretch } from "./frames";

const share = (stretches: readonly HeardStretch[], seconds: number) =>
  `${formatNumber((100 * stretches.reduce((sum, { from, to }) => sum + to - from, 0)) / seconds, 0)} %`;

const quoted = (stretches: readonly HeardStretch[]): string =>
  stretches.length === 0
    ? "nothing, because nothing was sent"
    : listText(stretches.map(({ heard }) => (heard ? `“${heard}”` : "no answer")));

export function recordingWords({ whole, said, before, after, outside }: HeardRecording, changed: boolean): string {
  const seconds = whole.samples.length / whole.rate;
  return [
    `Said: ${listText(said.map(({ word }) => `“${word}”`))}.`,
    changed
      ? `Before the change ${share(before, seconds)} of the sound was sent, and the recogniser heard ${quoted(before)}.`
      : `${share(before, seconds)} of the sound is sent, and the recogniser hears ${quoted(before)}.`,
    ...(changed
      ? [`After the change ${share(after, seconds)} is sent, and the recogniser hears ${quoted(after)}.`]
      : []),
    "reason" in outside
      ? `The VAD of the WebRTC project could not be loaded (${outside.reason}).`
      : `The VAD of the WebRTC project hears a voice in ${share(outside, seconds)} of the sound${changed ? " after the change" : ""}.`,
  ].join(" ");
}
