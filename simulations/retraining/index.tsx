"use client";
import { titles } from "../titles";
import { Door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import type { EmbeddedExperiment } from "../ui/shell/use-experiment";

const View = lazyPart(() => import("./view"));

export function Retraining(props: EmbeddedExperiment) {
  return (
    <Door title={titles.retraining} id={props.id}>
      <View {...props} />
    </Door>
  );
}
