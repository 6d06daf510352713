"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { useStore } from "zustand";
import type { CellInfo } from "./cell-info";
import { createLessonStore, type LessonState, type LessonStore } from "./lesson-store";

interface Lesson {
  readonly slug: string;
  readonly cells: readonly CellInfo[];
  readonly store: LessonStore;
}

const LessonContext = createContext<Lesson | undefined>(undefined);

export function LessonProvider({ slug, cells, children }: Omit<Lesson, "store"> & { children: ReactNode }) {
  const [store] = useState(createLessonStore);
  return <LessonContext value={{ slug, cells, store }}>{children}</LessonContext>;
}

export function useLesson(): Lesson {
  const lesson = useContext(LessonContext);
  if (!lesson) throw new Error("cells and lesson commands stand inside a LessonProvider");
  return lesson;
}

export const useLessonState = <T,>(select: (state: LessonState) => T): T => useStore(useLesson().store.store, select);
