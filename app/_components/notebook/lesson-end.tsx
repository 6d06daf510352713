"use client";

import "./lesson-end.css";
import { cellKinds } from "../../_mdx/cell-kinds.mjs";
import { useNotebook } from "../../_state/notebook";
import Link from "../intent-link";
import type { CellInfo } from "./cell-info";
import { useLesson, useLessonState } from "./lesson-provider";
import type { Answered } from "./lesson-store";

export interface NextLesson {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
}

interface Props {
  readonly objectives: readonly string[];
  /** The next lesson that is open; undefined: none after this one. */
  readonly next: NextLesson | undefined;
}

const none: readonly string[] = [];

/** The cell to read again: the one the question names, else the last prose before it that has a heading. */
function cellToReread(cells: readonly CellInfo[], checkpoint: string, { reread }: Answered) {
  const at = cells.findIndex(({ id }) => id === checkpoint);
  return (
    cells.find(({ id }) => id === reread) ??
    cells.slice(0, Math.max(0, at)).findLast(({ kind, title }) => kind === "prose" && !title.endsWith("…"))
  );
}

/** The end of a lesson: what was right, what to read again, and where to go on. */
export function LessonEnd({ objectives, next }: Props) {
  const { cells, slug } = useLesson();
  const answers = useLessonState((state) => state.answers);
  const done = useNotebook((state) => state.lessons[slug]?.done ?? none);
  const isAnswered = ({ kind }: CellInfo) => cellKinds[kind].done === "answered";
  const checkpoints = cells.filter(isAnswered);
  const given = checkpoints.map((cell) => ({ cell, answer: answers[cell.id] }));
  const right = given.filter(({ answer }) => answer?.right === true).length;
  const wrong = given.filter(({ answer }) => answer?.right === false);
  const open = given.filter(({ answer }) => answer?.right === undefined);
  const left = cells.filter((cell) => !done.includes(cell.id) && !isAnswered(cell));

  return (
    <section className="lesson-end prose screen-only" aria-labelledby="lesson-end">
      <h2 id="lesson-end">{left.length + open.length + wrong.length === 0 ? "Lesson finished" : "Your progress"}</h2>
      {checkpoints.length > 0 && <p>{answeredText(checkpoints.length - open.length, checkpoints.length, right)}</p>}
      {wrong.length > 0 && (
        <>
          <p>Read again:</p>
          <ul>
            {wrong.map(({ cell, answer }) => {
              const place = answer && cellToReread(cells, cell.id, answer);
              return (
                <li key={`${cell.id} ${place?.id} ${answer?.tests}`}>
                  {place && <a href={`#${place.id}`}>{place.title}</a>}
                  {place && ", then answer "}
                  <a href={`#${cell.id}`}>{cell.title}</a>
                  {answer && ` again. It tests whether you can ${objectivesOf(answer, objectives)}.`}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {open.length > 0 && <CellList lead="Not answered yet" cells={open.map(({ cell }) => cell)} />}
      {left.length > 0 && left.length < cells.length && <CellList lead="Not read or run yet" cells={left} />}
      <p className="next-open" key={next?.slug}>
        {next ? (
          <>
            Next open lesson:{" "}
            <Link href={`/lessons/${next.slug}/`} prefetch={false}>
              {`${next.number} ${next.title}`}
            </Link>
            {`, about ${next.minutes} minutes.`}
          </>
        ) : (
          <>
            No later lesson is open yet. <Link href="/">The course map</Link> shows what is open.
          </>
        )}
      </p>
    </section>
  );
}

/** "Not answered yet: …, …." Every piece of text stands in an element of its own: a translated page keeps its place then. */
function CellList({ lead, cells }: { readonly lead: string; readonly cells: readonly CellInfo[] }) {
  return (
    <p>
      <span>{`${lead}: `}</span>
      {cells.map(({ id, title }, i) => (
        <span key={id}>
          {i > 0 && <span>, </span>}
          <a href={`#${id}`}>{title}</a>
        </span>
      ))}
      <span>.</span>
    </p>
  );
}

/** "You have answered 3 of 6 checkpoints, 2 of them right." */
function answeredText(answered: number, all: number, right: number): string {
  if (answered === 0)
    return all === 1
      ? "You have not answered the checkpoint yet."
      : `You have not answered any of the ${all} checkpoints yet.`;
  return `You have answered ${answered} of ${all} ${all === 1 ? "checkpoint" : "checkpoints"}, ${right} of them right.`;
}

/** The objectives that a question tests, as the end of a sentence. */
function objectivesOf({ tests }: Answered, objectives: readonly string[]): string {
  const named = tests.split(",").flatMap((number) => objectives[Number(number) - 1] ?? []);
  return named.join("; and ");
}
