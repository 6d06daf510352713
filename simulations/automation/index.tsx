"use client";
import { lazy } from "react";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Automation(props: EmbeddedExperiment) {
  return (
    <Door title="How much automation" id={props.id}>
      <View {...props} />
    </Door>
  );
}
