"use client";
import { lazy } from "react";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Drift(props: EmbeddedExperiment) {
  return (
    <Door title="Drift injector" id={props.id}>
      <View {...props} />
    </Door>
  );
}
