import { type Lesson, parts } from "@/lessons";

/** "Part 2 · Deployment"; the capstone is no numbered part. */
export const partName = (part: Lesson["part"], between: string): string =>
  part === 5 ? parts[part] : `Part ${part}${between}${parts[part]}`;
