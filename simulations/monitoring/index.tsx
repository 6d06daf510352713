"use client";
import { door } from "../ui/shell/door";

export const AlarmBench = door(() => import("./view"));
