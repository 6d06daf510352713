import createMDX from "@next/mdx";

/** The one variable a host under a sub-path needs, e.g. BASE_PATH=/driftlab for a GitHub project page. */
const basePath = (process.env.BASE_PATH ?? "").replace(/\/$/, "");

const withMDX = createMDX({
  options: {
    providerImportSource: "@/app/mdx-components",
    remarkPlugins: ["remark-gfm", "remark-math"],
    rehypePlugins: ["rehype-katex"],
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
});
