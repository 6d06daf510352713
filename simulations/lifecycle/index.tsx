"use client";
import { door } from "../ui/shell/door";
import { lifecycle } from "./simulation";

export const Lifecycle = door(lifecycle, () => import("./view"));
