"use client";
import { door } from "../ui/shell/door";
import { deploymentPatterns } from "./simulation";

export const ReleaseDesk = door(deploymentPatterns, () => import("./view"));
