/** What is fixed in every pipeline. */
import { bandCount } from "../core/worlds/clips/mel";

/** dB that the new microphone loses in each band: low tones are lost and high ones lifted, by 1.8 dB a band. */
export const brightLoss = (band: number): number => 1.8 * ((bandCount - 1) / 2 - band);
