/** Builds out/ when it is missing or older than the sources, and says so in one line. Throws an Error when the build fails. */
import { basePath } from "./paths.mjs";
import { isBuilt } from "./stamp.mjs";

export async function ensureBuilt() {
  if (isBuilt(basePath())) return;
  console.log("Building the site (about half a minute) …");
  const { build } = await import("./build.mjs");
  build({ quiet: true });
}
