"use client";
import { door } from "../ui/shell/door";
import { errorAnalysis } from "./simulation";

export const ErrorAnalysisBench = door(errorAnalysis, () => import("./view"));
