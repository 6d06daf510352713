"use client";
import { door } from "../ui/shell/door";

export const Scoreboards = door(() => import("./view"));
