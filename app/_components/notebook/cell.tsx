"use client";

import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { CellContext, type CellContextValue } from "@/simulations/ui/shell/cell-context";
import { PartBoundary } from "@/simulations/ui/shell/part-boundary";
import { cellKinds } from "../../_mdx/cell-kinds.mjs";
import { notebook, useNotebook } from "../../_state/notebook";
import type { CellInfo } from "./cell-info";
import { Gutter } from "./gutter";
import { useLesson, useLessonState } from "./lesson-provider";

/** How long a cell's end must be in view before it counts as read. */
const READING_MS = 1200;

interface Props {
  readonly id: string;
  readonly number: string;
  readonly kind: CellInfo["kind"];
  readonly title: string;
  readonly children: ReactNode;
}

/** One cell of the notebook: number and run state in the gutter, its content beside it. */
export function Cell({ id, number, kind, title: written, children }: Props) {
  const { slug, store, cells } = useLesson();
  // The contents' name for it: an experiment is called what its simulation is called.
  const title = cells.find((cell) => cell.id === id)?.title ?? written;
  const saved = useNotebook((state) => state.lessons[slug]?.saved[id]);
  const run = useLessonState((state) => state.runs[id]);
  const root = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const { runs, wide, done } = cellKinds[kind];
  const readable = done === "read";

  useEffect(() => {
    const { complete, visit } = notebook.getState();
    return whileInView(
      root.current,
      "-30% 0px -65% 0px",
      () => {
        store.read(id);
        const timer = setTimeout(() => visit(slug, id), READING_MS);
        return () => clearTimeout(timer);
      },
      end.current,
      () => {
        if (!readable) return undefined;
        const timer = setTimeout(() => complete(slug, id), READING_MS);
        return () => clearTimeout(timer);
      },
    );
  }, [id, slug, store, readable]);

  const context = useMemo<CellContextValue>(
    () => ({
      id,
      number: Number(number),
      title,
      register: (handle) => store.register(id, handle),
      report: (status, runCount) => {
        store.report(id, status, runCount);
        if (status === "done") notebook.getState().complete(slug, id);
      },
      saved,
      save: (value) => notebook.getState().save(slug, id, value),
      complete: () => notebook.getState().complete(slug, id),
    }),
    [id, number, title, saved, slug, store],
  );

  return (
    <div className="cell" id={id} data-kind={kind} data-wide={wide && ""} data-cell={number} ref={root}>
      <Gutter
        number={number}
        title={title}
        run={runs ? (run ?? { status: "idle", runCount: 0 }) : run}
        onRun={() => store.run(id)}
        onPause={() => store.pause(id)}
      />
      <div className={kind === "prose" ? "cell-body prose" : "cell-body"}>
        <CellContext value={context}>
          <PartBoundary what={`“${title}”`}>{children}</PartBoundary>
        </CellContext>
        <span ref={end} className="cell-end" aria-hidden="true" />
      </div>
    </div>
  );
}

type Enter = () => (() => void) | undefined;

/** Calls `onRoot` while the cell crosses the reading line and `onEnd` while its end is in view; each returns what to undo. */
function whileInView(root: Element | null, readingLine: string, onRoot: Enter, end: Element | null, onEnd: Enter) {
  const watch = (element: Element | null, margin: string, enter: Enter) => {
    if (!element) return () => {};
    let leave: (() => void) | undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        leave?.();
        leave = entries.at(-1)?.isIntersecting ? enter() : undefined;
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
      leave?.();
    };
  };
  const stops = [watch(root, readingLine, onRoot), watch(end, "0px", onEnd)];
  return () => {
    for (const stop of stops) stop();
  };
}
