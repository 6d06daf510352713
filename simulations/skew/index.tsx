"use client";
import { door } from "../ui/shell/door";

export const Skew = door(() => import("./view"));
