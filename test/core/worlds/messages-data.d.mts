export const groups: readonly string[];
export const words: readonly string[];
export function textOf(message: string): string;
export function featuresOf(message: string): number[];
