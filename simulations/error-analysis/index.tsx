"use client";
import { door } from "../ui/shell/door";

export const ErrorAnalysisBench = door(() => import("./view"));
