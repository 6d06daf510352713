/** Makes the sound of a clip where it is asked to: what the reader hears and sees is what models and annotators were given. */
import { checkFinite, checkOneOf, checkWholeNumber } from "../core/check";
import { places } from "../core/worlds/clips/places";
import type { Recording } from "../core/worlds/clips/recording";
import { soundOf } from "../core/worlds/clips/sound";
import { pitches, stretches, voices, words } from "../core/worlds/clips/words";
import type { Ask } from "../runtime/asks";
import type { Sound } from "../runtime/sound";

const mostFrames = 400;

export const clip: Ask<Recording, Sound> = (recording, { handOver }) => {
  const { utterances, frames, place, level, snr, noiseAt } = recording;
  checkWholeNumber("frames", frames, 1, mostFrames);
  checkWholeNumber("noiseAt", noiseAt, 0);
  checkOneOf("place", place, places);
  checkFinite("level", level);
  checkFinite("snr", snr);
  checkWholeNumber("utterances", utterances.length, 1, 1);
  for (const { word, voice, stretch, pitch, at } of utterances) {
    checkWholeNumber("word", word, 0, words.length - 1);
    checkWholeNumber("voice", voice, 0, voices.length - 1);
    checkWholeNumber("stretch", stretch, 0, stretches.length - 1);
    checkWholeNumber("pitch", pitch, 0, pitches.length - 1);
    checkWholeNumber("at", at, 0, frames);
  }
  const sound = soundOf(recording);
  handOver(sound.samples.buffer as ArrayBuffer, sound.powers.buffer as ArrayBuffer);
  return sound;
};
