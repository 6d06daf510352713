/** The excerpts of a simulation, read from its source and highlighted as the code in lessons is. Done while the site is built. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BundledLanguage, codeToTokens, type ThemedToken, type ThemeRegistration } from "shiki";
import type { Excerpt, ReadExcerpt, Token } from "@/simulations/runtime/excerpts";
import { codeTheme } from "../_mdx/code-theme.mjs";
import { markedLines } from "./marked-lines";

/** Bits of `fontStyle`. */
const [ITALIC, BOLD] = [1, 2];
/** What the theme does, by the name that style sheets know. */
const kinds: readonly { readonly color: string; readonly fontStyle: number; readonly kind?: Token[1] }[] = [
  { color: "var(--ink)", fontStyle: 0 },
  { color: "var(--ink-3)", fontStyle: ITALIC, kind: "comment" },
  { color: "var(--ink)", fontStyle: BOLD, kind: "keyword" },
  { color: "var(--ink-2)", fontStyle: 0, kind: "string" },
];

function kindOf({ content, color, fontStyle }: ThemedToken): Token[1] {
  const style = kinds.find((one) => one.color === color && one.fontStyle === (fontStyle ?? 0));
  if (!style) throw new RangeError(`${content}: style sheets do not know the style ${color} ${fontStyle}`);
  return style.kind;
}

/** Neighbours of one kind as one token. */
function joined(tokens: readonly ThemedToken[]): Token[] {
  const out: [text: string, kind?: Token[1]][] = [];
  for (const token of tokens) {
    const kind = token.content.trim() === "" ? out.at(-1)?.[1] : kindOf(token);
    const before = out.at(-1);
    if (before && before[1] === kind) before[0] += token.content;
    else out.push(kind ? [token.content, kind] : [token.content]);
  }
  return out as unknown as Token[];
}

async function highlighted(text: string): Promise<Token[][]> {
  const lang: BundledLanguage = "ts";
  const { tokens } = await codeToTokens(text, { lang, theme: codeTheme as unknown as ThemeRegistration });
  return tokens.map(joined);
}

/**
 * @param root the folder of the project
 * @throws RangeError when a file or its marked lines are missing
 */
export async function readExcerpts(root: string, excerpts: readonly Excerpt[]): Promise<ReadExcerpt[]> {
  return Promise.all(
    excerpts.map(async ({ caption, file: path, region }) => {
      const file = `simulations/${path}`;
      const source = readFileSync(join(/* turbopackIgnore: true */ root, file), "utf8");
      const parts = markedLines(source, file).filter(({ name }) => name === region);
      if (parts.length === 0) throw new RangeError(`${file} marks no lines as ${region}`);
      const read = parts.map(async ({ from, text }) => ({ from, lines: await highlighted(text) }));
      return { caption, file, parts: await Promise.all(read) };
    }),
  );
}
