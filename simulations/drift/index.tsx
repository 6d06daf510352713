"use client";
import { lazy } from "react";
import { titles } from "../titles";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Drift(props: EmbeddedExperiment) {
  return (
    <Door title={titles.drift} id={props.id}>
      <View {...props} />
    </Door>
  );
}
