export function compiledText(): Promise<string>;
