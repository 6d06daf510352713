"use client";
import { door } from "../ui/shell/door";
import { retraining } from "./simulation";

export const Retraining = door(retraining, () => import("./view"));
