"use client";
import { door } from "../ui/shell/door";
import { skew } from "./simulation";

export const Skew = door(skew, () => import("./view"));
