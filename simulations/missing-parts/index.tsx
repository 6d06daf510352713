"use client";
import { door } from "../ui/shell/door";
import { nearPart } from "../ui/shell/near-part";
// The form is in the page before its code is: its styles must be, too.
import "../ui/shell/experiment.css";
import "./checklist.css";

export const MissingParts = door(() => import("./view"));

export const Checklist = nearPart(() => import("./checklist-form"));
