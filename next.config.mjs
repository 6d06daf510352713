import { fileURLToPath } from "node:url";
import createMDX from "@next/mdx";
import { codeTheme } from "./app/_mdx/code-theme.mjs";

/** The one variable a host under a sub-path needs, e.g. BASE_PATH=/driftlab for a GitHub project page. */
const basePath = (process.env.BASE_PATH ?? "").replace(/\/$/, "");

// Turbopack passes plugins by name and options as data; our own plugin's name is its path.
const withMDX = createMDX({
  options: {
    providerImportSource: "@/app/mdx-components",
    remarkPlugins: ["remark-gfm", "remark-math", fileURLToPath(new URL("./app/_mdx/cells.mjs", import.meta.url))],
    rehypePlugins: [
      "rehype-katex",
      ["@shikijs/rehype", { theme: codeTheme, langs: ["js", "ts", "python", "bash", "json", "yaml"] }],
    ],
  },
});

/** @type {import("next").NextConfig} */
export default withMDX({
  output: "export",
  trailingSlash: true,
  basePath,
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  pageExtensions: ["ts", "tsx", "mdx"],
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
  // `npm test` checks types; a build that only serves need not repeat it.
  typescript: { ignoreBuildErrors: true },
});
