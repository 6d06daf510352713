export const milliseconds = (run: () => void): number => {
  const began = performance.now();
  run();
  return performance.now() - began;
};

/** Time of this process's own work: on a machine shared with others a clock on the wall counts their turns too. */
export const cpuMilliseconds = (run: () => void): number => {
  const began = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
};

export const timed = async (run: () => unknown): Promise<number> => {
  const began = performance.now();
  await run();
  return performance.now() - began;
};

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

export const ratio = (value: number): string => `${value >= 10 ? value.toFixed(0) : value.toFixed(1)} times`;

/** Two values and their ratio: below 1 this tree is quicker. */
export function compared(ours: readonly number[], theirs: readonly number[], unit: string): string {
  const [one, other] = [median(ours), median(theirs)];
  // Turn by turn, so that a slow minute of the machine is in both halves of a ratio.
  const shorter = median(ours.map((value, i) => value / theirs[i]!));
  return `${one.toFixed(0)} against ${other.toFixed(0)} ${unit}: × ${shorter.toFixed(2)}`;
}
