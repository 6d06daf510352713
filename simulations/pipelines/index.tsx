"use client";
import { door } from "../ui/shell/door";

export const Pipelines = door(() => import("./view"));
