"use client";
import { titles } from "../titles";
import { Door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import type { EmbeddedExperiment } from "../ui/shell/use-experiment";

const View = lazyPart(() => import("./view"));

export function ReleaseDesk(props: EmbeddedExperiment) {
  return (
    <Door title={titles["deployment-patterns"]} id={props.id}>
      <View {...props} />
    </Door>
  );
}
