"use client";
import { titles } from "../titles";
import { Door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import type { EmbeddedExperiment } from "../ui/shell/use-experiment";

const View = lazyPart(() => import("./view"));

export function Automation(props: EmbeddedExperiment) {
  return (
    <Door title={titles.automation} id={props.id}>
      <View {...props} />
    </Door>
  );
}
