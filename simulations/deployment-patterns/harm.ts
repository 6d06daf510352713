/** How many phones are misjudged because of the release: the answers to choose from. */
import type { Option } from "../ui/results/verdict";

const ranges = [
  { id: "0", label: "Fewer than 10", from: 0 },
  { id: "10", label: "10 to 99", from: 10 },
  { id: "100", label: "100 to 299", from: 100 },
  { id: "300", label: "300 or more", from: 300 },
] as const;
export const options: readonly Option[] = ranges.map(({ id, label }) => ({ id, label }));
export const rangeOf = (harmed: number): string => ranges.findLast(({ from }) => harmed >= from)!.id;
export const rangeText = (id: string): string => {
  const { label } = ranges.find((range) => range.id === id)!;
  return label[0]!.toLowerCase() + label.slice(1);
};
