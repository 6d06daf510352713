"use client";
import { door } from "../ui/shell/door";

export const Automation = door(() => import("./view"));
