/** A lesson as its author wrote it: the pieces of the vocabulary with their attributes, and the text around them. */
import { readFileSync } from "node:fs";
import { createProcessor } from "@mdx-js/mdx";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import { openLessons, orientation } from "@/lessons";

interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly attributes?: readonly { readonly name: string; readonly value: unknown }[];
  readonly children?: readonly Node[];
}

export interface Piece {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly node: Node;
}

export const slugs: readonly string[] = [orientation, ...openLessons].map(({ slug }) => slug);

export const sourceOf = (slug: string): string =>
  readFileSync(new URL(`../../lessons/${slug}/lesson.mdx`, import.meta.url), "utf8");

export const treeOf = (slug: string): Node =>
  createProcessor({ remarkPlugins: [remarkGfm, remarkMath] }).parse(sourceOf(slug)) as unknown as Node;

/** An attribute's value: a text, or what the expression in braces says. Lessons are our own sources, so they may be evaluated. */
function attributeValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value ?? true;
  return new Function(`return (${(value as { value: string }).value})`)();
}

/** Every element of the lesson with this name, in order. */
export function piecesOf(tree: Node, name: string): Piece[] {
  const found: Piece[] = [];
  const walk = (node: Node) => {
    if (node.name === name)
      found.push({
        name,
        node,
        attributes: Object.fromEntries((node.attributes ?? []).map((each) => [each.name, attributeValue(each.value)])),
      });
    node.children?.forEach(walk);
  };
  walk(tree);
  return found;
}

/** Names of the components that the lesson imports from simulations. */
export const experimentNames = (slug: string): string[] =>
  [...sourceOf(slug).matchAll(/^import\s*\{([^}]*)\}\s*from\s*"@\/simulations\//gm)].flatMap(([, list = ""]) =>
    list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
  );

/** What a reader reads of a node: text, without code, formulas and attributes. */
export function textOf(node: Node, leaveOut: readonly string[] = []): string {
  if (node.name && leaveOut.includes(node.name)) return "";
  if (node.type === "text") return node.value ?? "";
  if (["code", "math", "inlineMath", "mdxjsEsm", "mdxFlowExpression", "mdxTextExpression"].includes(node.type))
    return "";
  const inner = (node.children ?? []).map((child) => textOf(child, leaveOut)).join("");
  return ["paragraph", "heading", "listItem", "tableCell"].includes(node.type) ? `${inner}\n` : inner;
}

/** Every text among attributes: questions, options, explanations. */
export function attributeTexts(piece: Piece): string[] {
  const texts: string[] = [];
  const walk = (value: unknown) => {
    if (typeof value === "string") texts.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === "object" && value !== null) Object.values(value).forEach(walk);
  };
  walk(piece.attributes);
  return texts;
}

export type { Node };
