"use client";
import { lazy } from "react";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Retraining(props: EmbeddedExperiment) {
  return (
    <Door title="Retraining race" id={props.id}>
      <View {...props} />
    </Door>
  );
}
