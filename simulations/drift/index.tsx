"use client";
import { door } from "../ui/shell/door";
import { nearPart } from "../ui/shell/near-part";
// The panel is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "../ui/own-data/own-data.css";

export const Drift = door(() => import("./view"));

export const OwnPeriods = nearPart(() => import("./own-periods"));
