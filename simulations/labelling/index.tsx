"use client";
import { door } from "../ui/shell/door";
import { nearPart } from "../ui/shell/near-part";
// The task is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "./task.css";

export const LabellingDesk = door(() => import("./view"));

export const TwelveClips = nearPart(() => import("./task"));
