import { expect, test } from "vitest";
import { missing } from "@/app/_tools/ensure-install.mjs";

const locked = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "16.4.6" },
  "node_modules/next/node_modules/sharp": { version: "2.0.0" },
  "node_modules/@esbuild/darwin-arm64": { version: "0.28.2", optional: true },
};

test("packages are installed for a reason that is told", () => {
  expect(missing(locked, {})).toBe("there are none yet");
  expect(missing(locked, { "node_modules/next": { version: "16.4.6" } })).toBe("sharp 2.0.0 is not installed");
  expect(missing(locked, { "node_modules/next": { version: "16.4.5" } })).toBe(
    "next is 16.4.5 here and 16.4.6 in package-lock.json, and 1 more like it",
  );
});

test("packages of other platforms and the project itself are not missed", () => {
  const installed = {
    "node_modules/next": { version: "16.4.6" },
    "node_modules/next/node_modules/sharp": { version: "2.0.0" },
  };
  expect(missing(locked, installed)).toBeUndefined();
});

test("a lock file that cannot be read is a reason, too", () => {
  expect(missing({}, {})).toContain("package-lock.json");
});
