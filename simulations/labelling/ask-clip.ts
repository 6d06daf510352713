/** Makes the sound of a clip where it is asked to: what the reader hears and sees is what models and annotators were given. */
import { checkRecording } from "../core/worlds/clips/check-recording";
import type { Recording } from "../core/worlds/clips/recording";
import { soundOf } from "../core/worlds/clips/sound";
import type { Ask } from "../runtime/asks";
import type { Sound } from "../runtime/sound";

export const clip: Ask<Recording, Sound> = (recording, { handOver }) => {
  checkRecording(recording);
  const sound = soundOf(recording);
  handOver(sound.samples.buffer as ArrayBuffer, sound.powers.buffer as ArrayBuffer);
  return sound;
};
