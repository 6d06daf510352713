"use client";
import { titles } from "../titles";
import { Door } from "../ui/door";
import { lazyPart } from "../ui/part-boundary";
import type { EmbeddedExperiment } from "../ui/use-experiment";

const View = lazyPart(() => import("./view"));

export function Retraining(props: EmbeddedExperiment) {
  return (
    <Door title={titles.retraining} id={props.id}>
      <View {...props} />
    </Door>
  );
}
