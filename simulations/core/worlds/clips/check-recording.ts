/** Whether a recording that comes from elsewhere can be made: what a page asks a worker for is not trusted. */
import { checkBetween, checkOneOf, checkWholeNumber } from "../../check";
import { noiseFrames, places } from "./places";
import type { Recording } from "./recording";
import { pitches, stretches, voices, words } from "./words";

/** Forty seconds. */
const mostFrames = 4000;
const mostUtterances = 100;
const mostDecibels = 100;

/** @throws RangeError naming what is wrong */
export function checkRecording({ utterances, frames, place, level, snr, noiseAt }: Recording): void {
  checkWholeNumber("frames", frames, 1, mostFrames);
  checkWholeNumber("noiseAt", noiseAt, 0, noiseFrames - 1);
  checkOneOf("place", place, places);
  checkBetween("level", level, -mostDecibels, mostDecibels);
  checkBetween("snr", snr, -mostDecibels, mostDecibels);
  checkWholeNumber("utterances.length", utterances.length, 0, mostUtterances);
  for (const { word, voice, stretch, pitch, at } of utterances) {
    checkWholeNumber("word", word, 0, words.length - 1);
    checkWholeNumber("voice", voice, 0, voices.length - 1);
    checkWholeNumber("stretch", stretch, 0, stretches.length - 1);
    checkWholeNumber("pitch", pitch, 0, pitches.length - 1);
    checkWholeNumber("at", at, 0, frames);
  }
}
