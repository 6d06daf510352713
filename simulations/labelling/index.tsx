"use client";
import { Suspense } from "react";
import { door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import { labelling } from "./simulation";
// The task is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "./task.css";

const Task = lazyPart(() => import("./task"));

export const LabellingDesk = door(labelling, () => import("./view"));

export function TwelveClips() {
  return (
    <Suspense>
      <Task />
    </Suspense>
  );
}
