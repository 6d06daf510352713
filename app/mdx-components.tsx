/** The prose vocabulary: what a lesson may write without importing it. CONTRIBUTING shows each. */
import "./_components/notebook/notebook.css";
import "./_components/vocabulary/prose.css";
import type { MDXComponents } from "mdx/types";
import type { ComponentProps } from "react";
import { Cell } from "./_components/notebook/cell";
import {
  Callout,
  Half,
  Instructor,
  LeavesOut,
  NeedToKnow,
  Pitfall,
  RealWorld,
  Recap,
  References,
  Worksheet,
} from "./_components/vocabulary/boxes";
import { Checkpoint } from "./_components/vocabulary/checkpoint";
import { Code } from "./_components/vocabulary/code";
import { CodeLines, ModelShare } from "./_components/vocabulary/code-lines";
import { LessonLink } from "./_components/vocabulary/lesson-link";
import { Note, NoteMark } from "./_components/vocabulary/note";
import { Predict } from "./_components/vocabulary/predict";
import { PrintedAnswer, PrintedAnswers } from "./_components/vocabulary/printed-answers";
import { PrintedExperiment } from "./_components/vocabulary/printed-experiment";
import { RoleName } from "./_components/vocabulary/role-name";
import { Term } from "./_components/vocabulary/term";

/** Wide tables and code scroll inside themselves, also by keyboard; the page never does. */
const Table = (props: ComponentProps<"table">) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
  <figure className="table-scroll ui" tabIndex={0} aria-label="Table">
    <table {...props} />
  </figure>
);

/** The corner over a table's row names heads nothing. */
const HeaderCell = ({ children, ...props }: ComponentProps<"th">) =>
  children ? <th {...props}>{children}</th> : <td {...props} />;

// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
const Preformatted = (props: ComponentProps<"pre">) => <pre {...props} tabIndex={0} />;

const components: MDXComponents = {
  a: LessonLink,
  table: Table,
  th: HeaderCell,
  pre: Preformatted,
  Code,
  Callout,
  Cell,
  Checkpoint,
  CodeLines,
  Half,
  Instructor,
  LeavesOut,
  ModelShare,
  NeedToKnow,
  Note,
  NoteMark,
  Pitfall,
  Predict,
  PrintedAnswer,
  PrintedAnswers,
  PrintedExperiment,
  RealWorld,
  Recap,
  References,
  RoleName,
  Term,
  Worksheet,
};

export const useMDXComponents = (): MDXComponents => components;
