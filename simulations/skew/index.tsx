"use client";
import { lazy } from "react";
import { titles } from "../titles";
import { Door } from "../ui/door";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazy(() => import("./view"));

export function Skew(props: EmbeddedExperiment) {
  return (
    <Door title={titles.skew} id={props.id}>
      <View {...props} />
    </Door>
  );
}
