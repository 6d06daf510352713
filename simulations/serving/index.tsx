"use client";
import { Suspense } from "react";
import { door } from "../ui/shell/door";
import { lazyPart } from "../ui/shell/part-boundary";
import { serving } from "./simulation";
// The form is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "./worksheet.css";

const Card = lazyPart(() => import("./card-form"));

export const ServingBench = door(serving, () => import("./view"));

export function DeploymentCard() {
  return (
    <Suspense>
      <Card />
    </Suspense>
  );
}
