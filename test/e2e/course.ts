/** The lessons and experiments there are, read from their sources: a new lesson is covered by existing. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Lesson, lessons, orientation } from "@/lessons";

export interface PlacedExperiment {
  readonly slug: string;
  /** Name in links and id of its cell. */
  readonly id: string;
  /** The simulation's component. */
  readonly component: string;
}

const fileOf = (slug: string): string => fileURLToPath(new URL(`../../lessons/${slug}/lesson.mdx`, import.meta.url));

const isWritten = ({ slug, minutes }: Lesson): boolean => minutes !== undefined && existsSync(fileOf(slug));

/** The orientation stands last: a simulation is shown by the lesson that is about it. */
export const written = [...lessons, orientation].filter(isWritten);
export const coming = lessons.filter((lesson) => !isWritten(lesson));
export { lessons };

/** Every component of a lesson that comes from simulations/, by the id it is given there. */
export function experimentsIn(slug: string): PlacedExperiment[] {
  const source = readFileSync(fileOf(slug), "utf8");
  const names = [...source.matchAll(/^import\s*\{([^}]*)\}\s*from\s*"@\/simulations\//gm)].flatMap(([, list = ""]) =>
    list.split(",").map((name) => name.trim()),
  );
  return names
    .filter((name) => name !== "")
    .flatMap((name) =>
      [...source.matchAll(new RegExp(`<${name}\\s[^>]*?\\bid="([^"]+)"`, "g"))].map(([, id = ""]) => ({
        slug,
        id,
        component: name,
      })),
    );
}

export const experiments = written.flatMap(({ slug }) => experimentsIn(slug));

/** One experiment of every simulation: for what the shell does with any settings. */
export const firstOfEach = experiments.filter(
  (one, i) => experiments.findIndex(({ component }) => component === one.component) === i,
);

/** The kinds of experiment the shell knows: a run over time with a map beside it, one without time, and events that play. */
const KINDS = ["Retraining", "Skew", "ReleaseDesk"];

/** One experiment of every kind: for what the shell does alike with all of a kind. */
export const oneOfEachKind = firstOfEach.filter(({ component }) => KINDS.includes(component));

/** A quick experiment with time, a map and a lesson full of questions: where a test is about the house, not about one simulation. */
export function raceExperiment(): PlacedExperiment {
  const race = experiments.find(({ component }) => component === "Retraining");
  if (!race) throw new Error("no written lesson holds the retraining race");
  return race;
}

export const nameOf = ({ slug, id }: PlacedExperiment): string => `${slug}/${id}`;
