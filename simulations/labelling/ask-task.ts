/**
 * The clips of "Label twelve clips": nine different ones, three of them twice, and what two annotators wrote. Each of the eight
 * words is among the nine. The first six places hold different clips; three of these come again later.
 */
import { checkWholeNumber } from "../core/check";
import { createRandom } from "../core/random";
import { labelBy } from "../core/worlds/clips/annotators";
import { drawClip } from "../core/worlds/clips/recording";
import { words } from "../core/worlds/clips/words";
import type { Ask } from "../runtime/asks";
import type { Task } from "./frames";

/** Noise that is as loud as many a street: some words are hard. */
const snr = 6;
const early = 6;
/** Of the voices, the one that speaks the examples. */
const exampleVoice = 3;

export const task: Ask<number, Task> = (seed) => {
  checkWholeNumber("seed", seed, 0);
  const random = createRandom(seed, "twelve clips");
  const spoken = [...words.map((_, i) => i), random.integer(words.length)];
  const different = Array.from(random.sample(spoken.length, spoken.length), (i) =>
    drawClip(random, { word: spoken[i]!, snr }),
  );
  const repeated = Array.from(random.sample(early, different.length - early));
  const late = [...different.slice(early).map((_, i) => early + i), ...repeated];
  const order = [
    ...different.slice(0, early).map((_, i) => i),
    ...Array.from(random.sample(late.length, late.length), (i) => late[i]!),
  ];
  const labels = createRandom(seed, "twelve clips, two annotators");
  return {
    clips: order.map((which, place) => {
      const recording = different[which]!;
      const first = order.indexOf(which);
      return {
        recording,
        truth: recording.utterances[0]!.word,
        ...(first < place && { again: first }),
        byGuide: labelBy(labels, recording, { followsGuide: true }),
        byHabit: labelBy(labels, recording, { followsGuide: false }),
      };
    }),
    examples: words.map((_, word) =>
      drawClip(createRandom(seed, "twelve clips, example", word), {
        word,
        places: ["quiet"],
        voices: [exampleVoice],
        snr: 30,
      }),
    ),
  };
};
