"use client";
import { titles } from "../titles";
import { Door } from "../ui/door";
import { lazyPart } from "../ui/part-boundary";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazyPart(() => import("./view"));

export function Drift(props: EmbeddedExperiment) {
  return (
    <Door title={titles.drift} id={props.id}>
      <View {...props} />
    </Door>
  );
}
