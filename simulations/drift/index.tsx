"use client";
import { door } from "../ui/shell/door";

export const Drift = door(() => import("./view"));
