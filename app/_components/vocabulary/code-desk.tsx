"use client";
/** What a code cell loads: editor and sandbox. */
import { sandbox } from "@/simulations/sandbox";
import { CodeCell } from "@/simulations/ui/code/code-cell";

export default function LessonCode({ experiment }: { readonly experiment: string }) {
  return <CodeCell experiment={experiment} interpret={sandbox()} />;
}
