"use client";
import { door } from "../ui/shell/door";

export const SliceExplorer = door(() => import("./view"));
