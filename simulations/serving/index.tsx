"use client";
import { Suspense } from "react";
import { titles } from "../titles";
import { Door } from "../ui/door";
import { lazyPart } from "../ui/part-boundary";
import type { ServingBenchProps } from "./view";
// The form is in the page before its code is: its styles must be, too.
import "../ui/css/experiment.css";
import "../ui/css/buttons.css";
import "../ui/css/options.css";
import "../ui/css/worksheet.css";

const View = lazyPart(() => import("./view"));
const Card = lazyPart(() => import("./card-form"));

export function ServingBench(props: ServingBenchProps) {
  return (
    <Door title={titles.serving} id={props.id}>
      <View {...props} />
    </Door>
  );
}

export function DeploymentCard() {
  return (
    <Suspense>
      <Card />
    </Suspense>
  );
}
