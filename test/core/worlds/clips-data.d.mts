export const words: readonly string[];
export const voices: readonly string[];
export const stretches: readonly number[];
export function kept(word: string, voice: string, stretch: number): Uint8Array;
