"use client";
import { Suspense } from "react";
import { titles } from "../titles";
import { Door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import type { ServingBenchProps } from "./view";
// The form is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "../ui/design/buttons.css";
import "../ui/design/options.css";
import "./worksheet.css";

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
