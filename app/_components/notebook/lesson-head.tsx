import { type Lesson, lessonNumber, lessons } from "@/lessons";
import { cellKinds } from "../../_mdx/cell-kinds.mjs";
import { partName } from "../part-name";
import type { CellInfo } from "./cell-info";

const count = (n: number, one: string): string[] => (n === 0 ? [] : [`${n} ${one}${n === 1 ? "" : "s"}`]);

/** Where we are, what the lesson is about, how long it takes, and what one can do after it. */
export function LessonHead({ lesson, cells }: { lesson: Lesson; cells: readonly CellInfo[] }) {
  const number = lessonNumber(lesson.slug);
  const facts =
    lesson.minutes === undefined
      ? []
      : [
          `About ${lesson.minutes} minutes`,
          ...Object.entries(cellKinds).flatMap(([kind, { counted }]) =>
            counted ? count(cells.filter((cell) => cell.kind === kind).length, counted) : [],
          ),
        ];
  return (
    <header className="lesson-head">
      <div className="lesson-title">
        <p className="kicker">
          {number === 0 ? "Before lesson 1" : `${partName(lesson.part, " · ")} · lesson ${number} of ${lessons.length}`}
        </p>
        <h1>{lesson.title}</h1>
        <p className="lead">{lesson.summary}</p>
        {facts.length > 0 && <p className="ui dl-faint facts">{facts.join(" · ")}</p>}
      </div>
      <div className="objectives">
        <h2 className="box-label">After this lesson you can</h2>
        <ul>
          {lesson.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
      </div>
    </header>
  );
}
