/** The gallery of charts is for whoever builds the course: the development server has it, the exported site does not. */
import { existsSync } from "node:fs";
import { PHASE_DEVELOPMENT_SERVER, PHASE_PRODUCTION_BUILD } from "next/constants";
import { expect, it } from "vitest";
import config from "@/next.config.mjs";

const isPage = (phase: string) =>
  (config(phase).pageExtensions ?? []).some((extension) => existsSync(`app/gallery/page.${extension}`));

it("the gallery is a page of the development server only", () => {
  expect(isPage(PHASE_DEVELOPMENT_SERVER)).toBe(true);
  expect(isPage(PHASE_PRODUCTION_BUILD)).toBe(false);
});
