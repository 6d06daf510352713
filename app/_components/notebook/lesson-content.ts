import { existsSync } from "node:fs";
/** A lesson's prose and its cells. Read at build time only. */
import type { MDXContent } from "mdx/types";
import { lessonBySlug } from "@/lessons";
import type { CellInfo } from "./cell-info";

export interface LessonContent {
  readonly default: MDXContent;
  readonly cells: readonly CellInfo[];
}

/** undefined: the lesson is not written yet (it has no `minutes` in lessons/index.ts). */
export async function lessonContent(slug: string): Promise<LessonContent | undefined> {
  const lesson = lessonBySlug(slug);
  if (lesson?.minutes === undefined || !existsSync(`lessons/${slug}/lesson.mdx`)) return undefined;
  const content: LessonContent = await import(`@/lessons/${slug}/lesson.mdx`);
  // The experiment's name stands in lessons/index.ts; a second one is told apart by its id.
  const name = lesson.experiment.split(":")[0] ?? lesson.experiment;
  const experiments = content.cells.filter(({ kind }) => kind === "experiment");
  const cells = content.cells.map((cell) => {
    if (cell.kind !== "experiment") return cell;
    return { ...cell, title: cell === experiments[0] ? name : `${name}: ${cell.title}` };
  });
  return { default: content.default, cells };
}
