import { fileURLToPath } from "node:url";

/** The project's root folder, with a trailing slash. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
/** Where the site is built, inside the project: OUT_DIR names another folder than out/. */
export const outFolder = `${root}${(process.env.OUT_DIR || "out").replace(/\/+$/, "")}/`;

/** "" or "/driftlab": where the site stands on its host, from the variable BASE_PATH. */
export function basePath() {
  const path = (process.env.BASE_PATH ?? "").replace(/\/+$/, "");
  if (path !== "" && !/^(\/[A-Za-z0-9._~-]+)+$/.test(path)) {
    throw new Error(`BASE_PATH is ${JSON.stringify(path)}; it must be empty or look like /driftlab`);
  }
  return path;
}
