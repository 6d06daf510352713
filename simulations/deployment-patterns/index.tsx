"use client";
import { door } from "../ui/shell/door";

export const ReleaseDesk = door(() => import("./view"));
