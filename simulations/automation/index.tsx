"use client";
import { door } from "../ui/shell/door";
import { automation } from "./simulation";

export const Automation = door(automation, () => import("./view"));
