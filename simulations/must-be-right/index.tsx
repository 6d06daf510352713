"use client";
import { door } from "../ui/shell/door";

export const MustBeRight = door(() => import("./view"));
