"use client";
import { door } from "../ui/shell/door";

export const Retraining = door(() => import("./view"));
