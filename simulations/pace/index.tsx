"use client";
import { door } from "../ui/shell/door";

export const RetrainingCalendar = door(() => import("./view"));
