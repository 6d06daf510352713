"use client";
import { lazy } from "react";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Skew(props: EmbeddedExperiment) {
  return (
    <Door title={'print("0")'} id={props.id}>
      <View {...props} />
    </Door>
  );
}
