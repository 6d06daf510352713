/** A lesson's prose and its cells. Read at build time only. */
import { existsSync } from "node:fs";
import type { MDXContent } from "mdx/types";
import { lessonBySlug } from "@/lessons";
import { findSimulation } from "@/simulations/find";
import type { CellInfo } from "./cell-info";
import { checkOriginal, type Original } from "./check-original";

export interface LessonContent {
  readonly default: MDXContent;
  readonly cells: readonly CellInfo[];
}

interface LessonModule extends LessonContent {
  readonly originals: readonly Original[];
}

/** undefined: the lesson is not written yet (it has no `minutes` in lessons/index.ts). */
export async function lessonContent(slug: string): Promise<LessonContent | undefined> {
  const lesson = lessonBySlug(slug);
  if (lesson?.minutes === undefined || !existsSync(`lessons/${slug}/lesson.mdx`)) return undefined;
  const content: LessonModule = await import(`@/lessons/${slug}/lesson.mdx`);
  for (const original of content.originals) {
    const { knobs } = await findSimulation(original.simulation).settings();
    checkOriginal(`lessons/${slug}/lesson.mdx`, original, knobs);
  }
  return { default: content.default, cells: nameExperiments(content.cells) };
}

/** An experiment is called what its simulation is called; a second one of the same simulation is told apart by its id. */
export function nameExperiments(cells: readonly CellInfo[]): CellInfo[] {
  const named = new Set<string>();
  return cells.map((cell) => {
    if (cell.simulation === undefined) return cell;
    const name = findSimulation(cell.simulation).title;
    const title = named.has(name) ? `${name}: ${cell.title}` : name;
    named.add(name);
    return { ...cell, title };
  });
}
