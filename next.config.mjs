import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import createMDX from "@next/mdx";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants.js";
import { codeTheme } from "./app/_mdx/code-theme.mjs";

/** The one variable a host under a sub-path needs, e.g. BASE_PATH=/driftlab for a GitHub project page. */
const basePath = (process.env.BASE_PATH ?? "").replace(/\/$/, "");

// Turbopack passes plugins by name and options as data; our own plugins' names are their paths. Compiled lessons are cached
// by these options, so the plugins' revision is one of them.
const plugins = fileURLToPath(new URL("./app/_mdx/", import.meta.url));
const revision = readdirSync(plugins)
  .reduce((hash, file) => hash.update(readFileSync(plugins + file)), createHash("sha256"))
  .digest("hex")
  .slice(0, 12);

const withMDX = createMDX({
  options: {
    providerImportSource: "@/app/mdx-components",
    remarkPlugins: ["remark-gfm", "remark-math", [`${plugins}cells.mjs`, { revision }], `${plugins}units.mjs`],
    rehypePlugins: [
      "rehype-katex",
      `${plugins}formulas.mjs`,
      ["@shikijs/rehype", { theme: codeTheme, langs: ["js", "ts", "python", "bash", "json", "yaml"] }],
    ],
  },
});

/** @param {string} phase @returns {import("next").NextConfig} */
const config = (phase) => ({
  output: "export",
  trailingSlash: true,
  basePath,
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  // An exported site goes to the folder named here; Next's own files stay in .next.
  ...(process.env.OUT_DIR ? { distDir: process.env.OUT_DIR } : {}),
  // Pages for whoever builds the course, such as the gallery of charts, are named page.dev.tsx and never exported.
  pageExtensions: ["ts", "tsx", "mdx", ...(phase === PHASE_DEVELOPMENT_SERVER ? ["dev.tsx"] : [])],
  images: { unoptimized: true },
  // The package asks by eval, which the page's policy forbids and reports.
  turbopack: { resolveAlias: { "@stdlib/assert-has-generator-support": "./app/_tools/generator-support.cjs" } },
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types; a build that only serves need not repeat it.
  typescript: { ignoreBuildErrors: true },
});

/** @param {string} phase */
export default (phase) => withMDX(config(phase));
