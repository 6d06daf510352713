"use client";
import { door } from "../ui/shell/door";
import { drift } from "./simulation";

export const Drift = door(drift, () => import("./view"));
