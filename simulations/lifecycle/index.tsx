"use client";
import { door } from "../ui/shell/door";

export const Lifecycle = door(() => import("./view"));
