import { existsSync, readFileSync } from "node:fs";

/** Ids of the glossary's terms that a lesson marks, read from its text at build time. */
export function termsOf(slug: string): ReadonlySet<string> {
  const file = `lessons/${slug}/lesson.mdx`;
  if (!existsSync(file)) return new Set();
  return new Set([...readFileSync(file, "utf8").matchAll(/<Term id="([\w-]+)"/g)].map(([, id = ""]) => id));
}
